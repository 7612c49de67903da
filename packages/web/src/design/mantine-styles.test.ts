import { expect, test } from 'vitest'

const sources = Object.values(
  import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true }),
)
const [styles = ''] = Object.values(
  import.meta.glob<string>('./mantine-styles.ts', { query: '?raw', import: 'default', eager: true }),
)
const styled = Object.keys(import.meta.glob('../../../../node_modules/@mantine/core/styles/*.css')).flatMap(
  (path) => /(\w+)\.css$/.exec(path)?.[1] ?? [],
)

test('every component of Mantine that is imported has its styles', () => {
  const imported = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
        names.split(',').map((name) => name.trim()),
      ),
    ),
  )
  const needed = styled.filter((name) => imported.has(name))
  expect(needed).toContain('Button')
  expect(needed.filter((name) => !styles.includes(`/${name}.css'`))).toEqual([])
})
