export const workspaces = {}
