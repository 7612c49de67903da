import type { Words } from '../en/index.ts'

export const history: Words['history'] = {}
