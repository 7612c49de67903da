import { expect, test } from 'vitest'
import { type Folder } from './documents.ts'
import { folderChoices, folderTree, mayMoveUnder, pathTo } from './folder-tree.ts'

const folder = (id: string, name: string, parent: string | null = null) =>
  ({
    id,
    attributes: { name },
    relationships: { parent: { data: parent === null ? null : { type: 'folder', id: parent } } },
  }) as unknown as Folder

const folders = [
  folder('1', 'Releases'),
  folder('2', 'Resilience'),
  folder('3', 'Quarter 4', '2'),
  folder('4', 'Lost', '99'),
]

test('the flat list becomes a tree in its order, and what has lost its parent stands at the top', () => {
  const shape = folderTree(folders).map(({ folder: { id }, children }) => [
    id,
    children.map((node) => node.folder.id),
  ])
  expect(shape).toEqual([
    ['1', []],
    ['2', ['3']],
    ['4', []],
  ])
})

test('a choice of folders shows the whole path of each', () => {
  expect(folderChoices(folders).map(({ label }) => label)).toEqual([
    'Releases',
    'Resilience',
    'Resilience / Quarter 4',
    'Lost',
  ])
})

test('the path leads from the top to the folder', () => {
  expect(pathTo(folders, '3').map(({ id }) => id)).toEqual(['2', '3'])
  expect(pathTo(folders, '77')).toEqual([])
})

test('a folder goes neither into itself nor into what lies in it', () => {
  expect(mayMoveUnder(folders, '2', '3')).toBe(false)
  expect(mayMoveUnder(folders, '2', '2')).toBe(false)
  expect(mayMoveUnder(folders, '3', '1')).toBe(true)
})
