import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { foundPeopleQuery } from './people-queries.ts'

/**
 * People whom a text finds by name or address. Until the server has answered, those of before whose name has the text, so
 * that nobody is chosen who is not meant.
 */
export function useFoundPeople(text: string, workspaceId: string) {
  const sought = text.trim()
  const [asked] = useDebouncedValue(sought, 200)
  const { data = [], isPlaceholderData } = useQuery(foundPeopleQuery(asked, workspaceId))
  const isAnswered = asked === sought && !isPlaceholderData
  const hasText = (name: string) => name.toLowerCase().includes(sought.toLowerCase())
  const found = isAnswered ? data : data.filter(({ attributes }) => hasText(attributes.name))
  return { found, isAnswered }
}
