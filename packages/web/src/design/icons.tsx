/** Our own line icons: 16 × 16, stroke 1.4, round. One table for buttons, menus and canvases. */
const iconPaths = {
  home: 'M2.5 7.5 8 2.8l5.5 4.7v5.7h-3.7V9.5H6.2v3.7H2.5z',
  grid: 'M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z',
  folder: 'M2.3 4.2h4l1.4 1.6h6v7H2.3z',
  gear: 'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM8 2v1.6M8 12.4V14M2 8h1.6M12.4 8H14M3.8 3.8l1.1 1.1M11.1 11.1l1.1 1.1M12.2 3.8l-1.1 1.1M4.9 11.1l-1.1 1.1',
  sliders: 'M2.5 4.5h5M10.5 4.5h3M9 3v3M2.5 8h2M7.5 8h6M6 6.5v3M2.5 11.5h6M11.5 11.5h2M10 10v3',
  search: 'M7 2.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8zM10.3 10.3l3.2 3.2',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  map: 'M2.4 6h3.2v4H2.4zM10.4 2.6h3.2v4h-3.2zM10.4 9.6h3.2v4h-3.2zM5.6 8h2.4M8 8V4.6h2.4M8 8v3.6h2.4',
  timeline: 'M2.5 4h6M5.5 8h6M8.5 12h5',
  dashboard: 'M2.8 13V8.5M6.3 13V3M9.8 13V6.5M13.3 13V9.5',
  history: 'M8 2.8a5.2 5.2 0 1 1-5 3.8M2.6 3.4l.4 3.2 3-.6M8 5.4V8l2 1.4',
  filter: 'M2.5 3.5h11L9.3 8.4v4.4l-2.6-1.4v-3z',
  play: 'M5 3.5v9l7.5-4.5z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  check: 'M3.5 8.5l3 3 6-7',
  skip: 'M4 4.5 7.5 8 4 11.5M8.5 4.5 12 8l-3.5 3.5',
  close: 'M4 4l8 8M12 4l-8 8',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  plus: 'M8 3.2v9.6M3.2 8h9.6',
  minus: 'M3.2 8h9.6',
  chevronDown: 'M5 6.5 8 9.5l3-3',
  chevronRight: 'M6.5 5l3 3-3 3',
  chevronLeft: 'M9.5 5l-3 3 3 3',
  chat: 'M2.6 3.2h10.8v7.4H7.4L4.8 13v-2.4H2.6z',
  flag: 'M4 14V2.8h7.5L9.8 5.8l1.7 3H4',
  up: 'M8 12.5v-9M4.5 7 8 3.5 11.5 7',
  down: 'M8 3.5v9M4.5 9 8 12.5 11.5 9',
  right: 'M3 8h9.5M9 4.5 12.5 8 9 11.5',
  left: 'M13 8H3.5M7 4.5 3.5 8 7 11.5',
  warn: 'M8 2.6 14 13H2zM8 6.6v3M8 11.3v.1',
  file: 'M4 2.4h5l3 3v8.2H4zM9 2.4v3h3',
  people:
    'M6 7.4a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM2 13c0-2.4 1.7-3.8 4-3.8s4 1.4 4 3.8M10.8 3.2a2.2 2.2 0 0 1 0 4M11.6 9.6c1.5.4 2.4 1.6 2.4 3.4',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 9h5.8l.6-9',
  full: 'M2.8 6V2.8H6M10 2.8h3.2V6M13.2 10v3.2H10M6 13.2H2.8V10',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2.2 1.3',
  download: 'M8 2.8v7M4.8 7 8 10.2 11.2 7M3 13.2h10',
  upload: 'M8 10.2v-7M4.8 6 8 2.8 11.2 6M3 13.2h10',
  archive: 'M2.6 3.4h10.8v2.8H2.6zM3.6 6.2v6.6h8.8V6.2M6.4 8.6h3.2',
  restore: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.8v3h3',
  edit: 'M3 13l.6-2.8 7-7 2.2 2.2-7 7zM9.2 4.6l2.2 2.2',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.9 3v10',
  key: 'M10.4 2.8a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 0 0 0-5.8zM8.2 7.6 3 12.8M4.6 11.2l1.4 1.4',
  signOut: 'M6.5 3H3v10h3.5M7 8h6.2M10.6 5.2 13.4 8l-2.8 2.8',
  sun: 'M8 5.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2zM8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1',
  link: 'M6.6 9.4 9.4 6.6M7 4.6l1.4-1.4a3 3 0 0 1 4.3 4.3L11.3 9M9 11.4l-1.4 1.4a3 3 0 0 1-4.3-4.3L4.7 7',
  path: 'M2.8 12.2c3.6 0 2.6-8.4 6-8.4 2 0 1.6 4.2 4.4 4.2M11.2 5.8 13.4 8l-2.2 2.2',
  pulse: 'M1.8 10h3l2.2-5 2.2 5h5',
  template: 'M3 2.6h10v3.2H3zM3 8.2h4v5.2H3zM9.4 8.2H13v5.2H9.4z',
  keyboard: 'M1.8 4.2h12.4v7.6H1.8zM4.4 7h.01M7 7h.01M9.6 7h.01M12 7h.01M5 9.6h6',
  star: 'M8 2.2l1.7 3.7 4 .5-3 2.8.8 4L8 11.2l-3.5 2 .8-4-3-2.8 4-.5z',
} as const

export type IconName = keyof typeof iconPaths

interface IconProps {
  readonly name: IconName
  /** CSS pixels. */
  readonly size?: number
  readonly stroke?: number
  readonly className?: string
}

/** An icon as a picture; whatever it stands in carries the name. */
export function Icon({ name, size = 16, stroke, className }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke ?? (name === 'more' ? 2.2 : 1.4)}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
