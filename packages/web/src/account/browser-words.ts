/** Browser and system of a session as people call them; undefined where the header does not tell. */
export interface BrowserName {
  readonly browser: string | undefined
  readonly system: string | undefined
}

/** In this order: most browsers call themselves by the names of others as well. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\b(?:OPR|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|HeadlessChrome|CriOS|Chromium)\//],
  ['Safari', /\bVersion\/[\d.]+.*\bSafari\//],
  ['curl', /^curl\//],
]

const systems: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
]

/** Reads a `User-Agent` header (RFC 9110, 10.1.5), as far as it is needed to recognise one's own browser. */
export function browserName(userAgent: string | null): BrowserName {
  const of = (names: typeof browsers) => names.find(([, sign]) => sign.test(userAgent ?? ''))?.[0]
  return { browser: of(browsers), system: of(systems) }
}
