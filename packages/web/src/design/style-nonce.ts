/** The nonce with which this page may add styles (Content Security Policy Level 3); the api makes one for each page. */
export const styleNonce: string =
  document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''

// Where the scroll lock of dialogs looks for it.
Object.assign(globalThis, { __webpack_nonce__: styleNonce })
