/** Outlines of the signs of a task, on a field of 20 × 20 (glyph) and 16 × 16 (types): the same table for SVG and canvas. */
export const glyphPaths = {
  play: 'M8 5.6v8.8l6.6-4.4z',
  check: 'M6.2 10.3l2.6 2.6 5-5.6',
  skip: 'M6 6.8l3.2 3.2L6 13.2M10.4 6.8l3.2 3.2-3.2 3.2',
  slash: 'M6.2 13.8l7.6-7.6',
  hands: 'M10 6.6V10l2.3 1.5',
} as const

/** Signs of task types by their name: the key of a type, or the icon that was chosen for it. What is none of these is a small dot. */
export const typePaths: Readonly<Record<string, string>> = {
  milestone: 'M8 2.8 13.2 8 8 13.2 2.8 8z',
  validation: 'M8 2.2 13 4v3.6c0 3-2 5.2-5 6.2-3-1-5-3.2-5-6.2V4zM5.8 8l1.6 1.6 2.9-3.2',
  checklist: 'M2.8 4.6l1 1 1.8-2M2.8 11l1 1 1.8-2M8 4.8h5.2M8 11.2h5.2',
  email: 'M2.2 3.8h11.6v8.4H2.2zM2.5 4.2 8 8.6l5.5-4.4',
  sms: 'M2.4 3h11.2v7.6H7L4.2 13v-2.4H2.4z',
  call: 'M3.4 2.6h2.4l1 2.8-1.5 1.1a8 8 0 0 0 4.2 4.2l1.1-1.5 2.8 1v2.4c-5.6.9-10.9-4.4-10-10z',
  approval: 'M5.2 13.4h5.6M3.2 10.6h9.6M6.6 10.4c.2-2-1-2.8-1-4.8a2.4 2.4 0 0 1 4.8 0c0 2-1.2 2.8-1 4.8',
  branching: 'M4 13.2V2.8M4 9.5c0-2.6 8-1.4 8-5.2M10 5.8l2-2.2 2 2.2',
  linked: 'M6.6 9.4 9.4 6.6M7 4.6l1.4-1.4a3 3 0 0 1 4.3 4.3L11.3 9M9 11.4l-1.4 1.4a3 3 0 0 1-4.3-4.3L4.7 7',
  integration: 'M8.8 2 4 9h3.6L7.2 14 12 7H8.4z',
  snippet: 'M5 2.8c-2 0-1 4-2.6 5.2C4 9.2 3 13.2 5 13.2M11 2.8c2 0 1 4 2.6 5.2-1.6 1.2-.6 5.2-2.6 5.2',
}

/**
 * The sign of a task type: the icon that was chosen for it, else that of its key. A normal task is a dot, so that the common
 * case stays silent; a type of one's own without an icon has brackets.
 */
export function typeSign(type: { readonly key: string; readonly icon: string | null } | undefined): string {
  if (!type || type.icon === DOT) return DOT
  if (type.icon !== null && Object.hasOwn(typePaths, type.icon)) return type.icon
  if (type.key === 'normal') return DOT
  return Object.hasOwn(typePaths, type.key) ? type.key : 'snippet'
}

/** The icon by which a type asks to look like a normal one. */
export const DOT = 'task'

export const pulsePath = 'M1.5 9.5h3l2-5 2 5h4'
export const bubblePath = 'M2.6 3.2h10.8v7.4H7.4L4.8 13v-2.4H2.6z'
export const triangleUp = 'M4 1 7.6 7H.4z'
export const triangleDown = 'M4 7 .4 1h7.2z'
