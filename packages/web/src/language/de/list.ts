import type { Words } from '../en/index.ts'

export const list: Words['list'] = {}
