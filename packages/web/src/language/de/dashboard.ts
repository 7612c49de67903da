import type { Words } from '../en/index.ts'

export const dashboard: Words['dashboard'] = {}
