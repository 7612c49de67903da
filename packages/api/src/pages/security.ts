/** Nothing from elsewhere, nothing inline, no frame around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** With every page and file, beside what every answer has. */
export const pageSecurity = { 'content-security-policy': POLICY }

/**
 * With the HTML of the web: components put their styles into the page, so those with the nonce of this answer may stay, and
 * `<base>` may name the sub-path.
 */
export function webSecurity(styleNonce: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${styleNonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    // With `no-referrer` browsers send `Origin: null` with some changes of the page's own (Fetch, 3.2 "Origin header").
    'referrer-policy': 'same-origin',
  }
}
