import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** One picture of the documentation: where it is taken, how the page looks there, and what is done before. */
export interface Picture {
  /** Name of the file, without `.png`. */
  readonly name: string
  /** In the middle of the run, before it, or after its end. */
  readonly when: 'planning' | 'live' | 'ended'
  /** Path of the app; `:id` is the failover. */
  readonly path: string
  /** Who looks: the lead of the databases, where the night gets late, or who runs it. The lead without it. */
  readonly who?: 'lead' | 'owner'
  readonly theme?: 'dark' | 'light'
  readonly language?: 'en' | 'de'
  readonly width?: number
  readonly height?: number
  /** A phone: touch, and twice the pixels. */
  readonly isPhone?: boolean
  readonly before?: (page: Page) => Promise<void>
}

const PHONE = { width: 390, height: 844, isPhone: true } as const

const plan = fileURLToPath(new URL('certificates-november.csv', import.meta.url))

/** The pictures of README, guide and design system. */
export const pictures: readonly Picture[] = [
  { name: 'home-light', when: 'live', path: '/', theme: 'light' },
  { name: 'runbooks-light', when: 'planning', path: '/runbooks', theme: 'light', who: 'owner' },
  {
    name: 'palette-dark',
    when: 'live',
    path: '/runbooks/:id/list',
    theme: 'dark',
    before: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: /Find a task/ }).fill('oracle')
    },
  },
  {
    name: 'list-planning-light',
    when: 'planning',
    path: '/runbooks/:id/list',
    theme: 'light',
    who: 'owner',
    before: async (page) => {
      for (const id of [10, 11, 13]) await page.getByRole('checkbox', { name: `Select #${id}` }).check()
      await page.getByRole('row').filter({ hasText: 'Record the baseline' }).click()
      await page.keyboard.press('a')
      await page.keyboard.type('Send the baseline to the bridge')
      await page.getByRole('textbox', { name: 'Takes' }).fill('1h30')
    },
  },
  {
    name: 'people-light',
    when: 'planning',
    path: '/runbooks/:id/list',
    theme: 'light',
    who: 'owner',
    before: async (page) => {
      await page.getByRole('button', { name: 'People and teams' }).click()
      await page.getByRole('button', { name: 'Remove Claire Dubois' }).click()
    },
  },
  {
    name: 'settings-person-light',
    when: 'planning',
    path: '/settings/people?q=Luis',
    theme: 'light',
    who: 'owner',
    before: async (page) => {
      await page.getByRole('link', { name: 'Luis Ortega' }).click()
      await page.getByRole('button', { name: 'Grant a role' }).click()
      await page.getByRole('combobox', { name: 'Role' }).click()
      await page.getByRole('option', { name: 'Global stakeholder' }).click()
    },
  },
  {
    name: 'settings-runbook-types-light',
    when: 'planning',
    path: '/settings/runbook-types',
    theme: 'light',
    who: 'owner',
    before: async (page) => {
      await page.getByRole('button', { name: 'Recovery Plan', exact: true }).click()
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).waitFor()
    },
  },
  {
    name: 'settings-audit-dark',
    when: 'planning',
    path: '/settings/audit',
    theme: 'dark',
    who: 'owner',
    before: async (page) => {
      await page.getByRole('button', { name: 'Verify' }).click()
      await page.getByText('every link holds').waitFor()
    },
  },
  { name: 'list-live-dark', when: 'live', path: '/runbooks/:id/list', theme: 'dark' },
  { name: 'list-live-light', when: 'live', path: '/runbooks/:id/list', theme: 'light', who: 'owner' },
  { name: 'list-live-german', when: 'live', path: '/runbooks/:id/list', theme: 'dark', language: 'de' },
  { name: 'list-ended-light', when: 'ended', path: '/runbooks/:id/list', theme: 'light', who: 'owner' },
  { name: 'task-panel-light', when: 'live', path: '/runbooks/:id/list?task=37', theme: 'light' },
  {
    name: 'start-dialog-dark',
    when: 'planning',
    path: '/runbooks/:id/list',
    theme: 'dark',
    who: 'owner',
    before: async (page) => {
      await page.getByRole('button', { name: 'Start run' }).click()
      await page.getByRole('dialog').getByText('Live', { exact: true }).click()
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
  {
    name: 'map-whole-light',
    when: 'live',
    path: '/runbooks/:id/map',
    theme: 'light',
    before: async (page) => {
      await page.keyboard.press('0')
      await page.keyboard.press('r')
    },
  },
  {
    name: 'timeline-live-light',
    when: 'live',
    path: '/runbooks/:id/timeline',
    theme: 'light',
    before: async (page) => {
      await page.getByRole('button', { name: 'Fold all streams' }).click()
      for (const stream of ['Storage & Replication', 'Databases', 'Applications'])
        await page.getByTitle(`Unfold ${stream}`).click()
    },
  },
  { name: 'dashboard-live-light', when: 'live', path: '/runbooks/:id/dashboard', theme: 'light' },
  { name: 'wallboard-live-dark', when: 'live', path: '/runbooks/:id/dashboard?wall=true', theme: 'dark' },
  { name: 'history-live-light', when: 'live', path: '/runbooks/:id/history', theme: 'light' },
  {
    name: 'import-light',
    when: 'planning',
    path: '/import',
    theme: 'light',
    who: 'owner',
    before: (page) => page.getByLabel('Choose a file').last().setInputFiles(plan),
  },
  { name: 'account-light', when: 'planning', path: '/account', theme: 'light', who: 'owner', height: 1760 },
  { name: 'phone-live-dark', when: 'live', path: '/runbooks/:id/list', theme: 'dark', ...PHONE },
  { name: 'phone-live-light', when: 'live', path: '/runbooks/:id/list', theme: 'light', ...PHONE },
  {
    name: 'phone-list-dark',
    when: 'live',
    path: '/runbooks/:id/list',
    theme: 'dark',
    ...PHONE,
    before: (page) => page.getByRole('navigation').getByRole('button', { name: 'List' }).click(),
  },
  { name: 'phone-task-dark', when: 'live', path: '/runbooks/:id/list?task=37', theme: 'dark', ...PHONE },
]
