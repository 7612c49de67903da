/**
 * With every answer: no browser takes it for another type, runs something in it, frames it, shares a window or a resource
 * with another site, or tells anybody from where it came.
 */
export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
} as const

/** RFC 6797: only where the request came over TLS, since over plain HTTP it means nothing. A year; other hosts are not ours to bind. */
export const tlsHeaders = { 'strict-transport-security': 'max-age=31536000' } as const
