import type { Words } from '../en/index.ts'

export const map: Words['map'] = {}
