import type { Words } from '../en/index.ts'

export const clock: Words['clock'] = {}
