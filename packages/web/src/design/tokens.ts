/** Colours that depend on the theme. *Ink* is for words (at least 4.5 : 1), `…Mark` for glyphs, bars and lines (at least 3 : 1). */
const dark = {
  app: '#0B0E11',
  surface: '#11151A',
  raised: '#181D23',
  hover: '#1E242B',
  line: '#242C35',
  strong: '#3B4653',
  control: '#667482',
  t1: '#EDF1F5',
  t2: '#AFBAC6',
  t3: '#8896A4',
  accent: '#3DD6B5',
  onAccent: '#04221C',
  accentSoft: '#3DD6B51F',
  waiting: '#7F8D9B',
  startable: '#3DD6B5',
  progress: '#62A8FF',
  complete: '#86A594',
  skipped: '#B3A9D6',
  abandoned: '#9C8C88',
  late: '#FFA24A',
  critical: '#EE5CAA',
  waitingMark: '#7F8D9B',
  startableMark: '#3DD6B5',
  progressMark: '#62A8FF',
  completeMark: '#86A594',
  skippedMark: '#B3A9D6',
  abandonedMark: '#9C8C88',
  lateMark: '#FFA24A',
  criticalMark: '#EE5CAA',
  lateSoft: '#FFA24A1C',
  progressSoft: '#62A8FF22',
  criticalSoft: '#EE5CAA1C',
  knock: '#0B0E11',
  red: '#FF6B70',
  amber: '#F2C14E',
  green: '#5CCB8F',
  redSoft: '#FF6B701F',
  amberSoft: '#F2C14E1A',
  onAmber: '#15191D',
  bar: '#EDF1F5',
  onBar: '#0B0E11',
  redOnBar: '#B3202F',
  scrim: '#05070AB8',
  e1: '0 1px 2px #0006',
  e2: '0 6px 20px #0008, 0 0 0 1px #ffffff0d',
  e3: '0 24px 64px #000b, 0 0 0 1px #ffffff14',
  ePanel: '-12px 0 32px #15191d0d',
} as const

export type Token = keyof typeof dark

const light: Record<Token, string> = {
  app: '#F5F5F2',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  hover: '#F0F0EC',
  line: '#E3E3DD',
  strong: '#C6C6BE',
  control: '#83888C',
  t1: '#15191D',
  t2: '#454E57',
  t3: '#626C75',
  accent: '#08766A',
  onAccent: '#FFFFFF',
  accentSoft: '#08766A14',
  waiting: '#626C75',
  startable: '#08766A',
  progress: '#1C5FCC',
  complete: '#557262',
  skipped: '#685FA0',
  abandoned: '#7A6660',
  late: '#B34700',
  critical: '#B9207A',
  waitingMark: '#7F868D',
  startableMark: '#08766A',
  progressMark: '#2B74E8',
  completeMark: '#73907F',
  skippedMark: '#877EBF',
  abandonedMark: '#6B5852',
  lateMark: '#DB6300',
  criticalMark: '#D62C90',
  lateSoft: '#DB630017',
  progressSoft: '#2B74E81C',
  criticalSoft: '#D62C9014',
  knock: '#FFFFFF',
  red: '#C5283D',
  amber: '#8A6100',
  green: '#17794A',
  redSoft: '#C5283D12',
  amberSoft: '#8A610012',
  onAmber: '#FFFFFF',
  bar: '#15191D',
  onBar: '#F5F5F2',
  redOnBar: '#FF9A9D',
  scrim: '#15191D80',
  e1: '0 1px 2px #15191d12',
  e2: '0 6px 20px #15191d1f, 0 0 0 1px #15191d0f',
  e3: '0 24px 64px #15191d3d, 0 0 0 1px #15191d14',
  ePanel: '-12px 0 32px #15191d0d',
}

export type Theme = 'dark' | 'light'

/** The colours of both themes. Canvases read them here, style sheets as `--rs-…` (camel case becomes kebab case). */
export const colors: Record<Theme, Record<Token, string>> = { dark, light }

/** Hues of streams in the order in which they are dealt; the same number is the same family of hues in both themes. */
export const streamHues: Record<Theme, readonly string[]> = {
  dark: [
    '#83C6F6',
    '#C37067',
    '#7383D7',
    '#DCE695',
    '#AE9CB9',
    '#9CBF8E',
    '#906D10',
    '#1B71A8',
    '#8E576E',
    '#6FF1E6',
  ],
  light: [
    '#3494C5',
    '#C27A7D',
    '#5B4EA1',
    '#688930',
    '#886682',
    '#004A0C',
    '#665F04',
    '#1C3A80',
    '#5B184E',
    '#2F585A',
  ],
}

/** Of shared shapes, the same in both themes. */
export const shapes = {
  radiusPill: '4px',
  radiusControl: '6px',
  radiusCard: '10px',
  radiusDialog: '14px',
  fast: '120ms',
  panel: '180ms',
  camera: '240ms',
} as const

export const fontStack =
  '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'
export const monoStack = 'ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", Menlo, Consolas, monospace'

export type Density = 'compact' | 'regular' | 'comfortable'

/** Heights in CSS pixels; only they change with density, never what is shown. */
export const rowHeights: Record<Density, { readonly list: number; readonly timeline: number }> = {
  compact: { list: 30, timeline: 24 },
  regular: { list: 34, timeline: 26 },
  comfortable: { list: 42, timeline: 30 },
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** All tokens of a theme as custom properties. */
export function customProperties(theme: Theme): Record<string, string> {
  return Object.fromEntries([
    ...Object.entries(colors[theme]).map(([name, value]) => [`--rs-${kebab(name)}`, value]),
    ...streamHues[theme].map((value, at) => [`--rs-stream-${at + 1}`, value]),
  ])
}

/** The tokens that no theme changes. */
export function sharedProperties(): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(shapes).map(([name, value]) => [`--rs-${kebab(name)}`, value])),
    '--rs-font': fontStack,
    '--rs-mono': monoStack,
  }
}
