/** The file name of the main script in a page, which holds the hash of the build; undefined where there is none. */
export function mainScriptOf(html: string): string | undefined {
  const tag = /<script\b[^>]*\btype="module"[^>]*>/.exec(html)?.[0]
  return /\bsrc="([^"]+)"/.exec(tag ?? '')?.[1]?.replace(/^.*\//, '')
}
