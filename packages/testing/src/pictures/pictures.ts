import type { Page } from 'playwright-core'

/** One picture of the documentation: where it is taken, how the page looks there, and what is done before. */
export interface Picture {
  /** Name of the file, without `.png`. */
  readonly name: string
  /** In the middle of the run, before it, or after its end. */
  readonly when: 'planning' | 'live' | 'ended'
  /** Path of the app; `:id` is the failover. */
  readonly path: string
  readonly theme?: 'dark' | 'light'
  readonly language?: 'en' | 'de'
  readonly width?: number
  readonly height?: number
  /** A phone: touch, and twice the pixels. */
  readonly isPhone?: boolean
  readonly before?: (page: Page) => Promise<void>
}

const PHONE = { width: 390, height: 844, isPhone: true } as const

/** The pictures of README, guide and design system. */
export const pictures: readonly Picture[] = [
  { name: 'home-light', when: 'live', path: '/', theme: 'light' },
  { name: 'list-live-dark', when: 'live', path: '/runbooks/:id/list', theme: 'dark' },
  { name: 'list-live-light', when: 'live', path: '/runbooks/:id/list', theme: 'light' },
  {
    name: 'list-planning-light',
    when: 'planning',
    path: '/runbooks/:id/list',
    theme: 'light',
    before: async (page) => {
      await page.getByRole('row').nth(8).click()
      await page.keyboard.press('a')
    },
  },
  {
    name: 'map-live-dark',
    when: 'live',
    path: '/runbooks/:id/map?task=37',
    theme: 'dark',
    before: async (page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('n')
      await page.keyboard.press('r')
    },
  },
  { name: 'timeline-live-light', when: 'live', path: '/runbooks/:id/timeline', theme: 'light' },
  { name: 'dashboard-live-light', when: 'live', path: '/runbooks/:id/dashboard', theme: 'light' },
  { name: 'wallboard-live-dark', when: 'live', path: '/runbooks/:id/dashboard?wall=true', theme: 'dark' },
  { name: 'history-live-light', when: 'live', path: '/runbooks/:id/history', theme: 'light' },
  { name: 'task-panel-light', when: 'live', path: '/runbooks/:id/list?task=37', theme: 'light' },
  {
    name: 'start-dialog-dark',
    when: 'planning',
    path: '/runbooks/:id/list',
    theme: 'dark',
    before: (page) => page.getByRole('button', { name: 'Start run' }).click(),
  },
  { name: 'runbooks-light', when: 'planning', path: '/runbooks', theme: 'light' },
  { name: 'phone-live-dark', when: 'live', path: '/runbooks/:id/list', theme: 'dark', ...PHONE },
  { name: 'phone-live-light', when: 'live', path: '/runbooks/:id/list', theme: 'light', ...PHONE },
]
