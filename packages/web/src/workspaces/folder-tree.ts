import { type Folder, linkedId } from './documents.ts'

/** A folder with those in it. */
export interface FolderNode {
  readonly folder: Folder
  readonly children: readonly FolderNode[]
}

/** Makes a tree of a flat list; a folder whose parent is not in the list stands at the top. Order is kept. */
export function folderTree(folders: readonly Folder[]): readonly FolderNode[] {
  const ids = new Set(folders.map(({ id }) => id))
  const below = new Map<string | undefined, Folder[]>()
  for (const folder of folders) {
    const parent = linkedId(folder, 'parent')
    const place = parent !== undefined && ids.has(parent) ? parent : undefined
    below.set(place, [...(below.get(place) ?? []), folder])
  }
  const nodes = (parent: string | undefined): readonly FolderNode[] =>
    (below.get(parent) ?? []).map((folder) => ({ folder, children: nodes(folder.id) }))
  return nodes(undefined)
}

/** Folders from the top to one, that one included: its breadcrumb. */
export function pathTo(folders: readonly Folder[], id: string): readonly Folder[] {
  const byId = new Map(folders.map((folder) => [folder.id, folder]))
  const path: Folder[] = []
  for (let at = byId.get(id); at && !path.includes(at); ) {
    path.unshift(at)
    const parent = linkedId(at, 'parent')
    at = parent === undefined ? undefined : byId.get(parent)
  }
  return path
}

/** Folders of a workspace as choices, each with its path: `Resilience / Quarter 4`. */
export function folderChoices(folders: readonly Folder[]): { value: string; label: string }[] {
  const choices: { value: string; label: string }[] = []
  const walk = (nodes: readonly FolderNode[], path: string) => {
    for (const { folder, children } of nodes) {
      const label = `${path}${folder.attributes.name}`
      choices.push({ value: folder.id, label })
      walk(children, `${label} / `)
    }
  }
  walk(folderTree(folders), '')
  return choices
}

/** Whether a folder may go under another without lying in itself. */
export function mayMoveUnder(folders: readonly Folder[], id: string, under: string): boolean {
  return !pathTo(folders, under).some((folder) => folder.id === id)
}
