import { type Html, html } from './html.ts'

export interface PageParts {
  readonly title: string
  /** From this page to the root of the server: `''` for `/docs`, `'../'` for `/docs/errors`. */
  readonly up: string
  readonly current: 'reference' | 'errors' | 'coverage'
  readonly navigation: Html
  readonly main: Html
}

/** A whole page; its links are relative, so that any base path will do. */
export function layout({ title, up, current, navigation, main }: PageParts): string {
  const tab = (name: PageParts['current'], href: string, text: string) =>
    html`<a href="${up}${href}"${name === current ? html` aria-current="page"` : ''}>${text}</a>`
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Runsheet</title>
<link rel="stylesheet" href="${up}docs/docs.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar"><strong>Runsheet</strong>
<nav aria-label="Documentation">${tab('reference', 'docs', 'Reference')}${tab('errors', 'docs/errors', 'Errors')}${tab('coverage', 'docs/coverage', 'Coverage')}<a href="${up}openapi.json">OpenAPI</a></nav>
</header>
<div class="frame">
${navigation}
<main id="main">
${main}
</main>
</div>
</body>
</html>
`
  return page.markup
}
