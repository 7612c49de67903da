import type { Me } from '../server/use-me.ts'

/** Whether a person may make workspaces: owners may, which no single workspace can tell. */
export const mayMakeWorkspaces = ({ roles }: Me): boolean => roles.includes('owner')
