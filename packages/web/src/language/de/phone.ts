import type { Words } from '../en/index.ts'

export const phone: Words['phone'] = {}
