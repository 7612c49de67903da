import type { Words } from '../en/index.ts'

export const streams: Words['streams'] = {}
