import type { Words } from '../en/index.ts'

export const workspaces: Words['workspaces'] = {}
