import type { Words } from '../en/index.ts'

export const timeline: Words['timeline'] = {}
