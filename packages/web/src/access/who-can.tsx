import type { Permission } from '@runsheet/contract'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../language/language.ts'
import { useRoom } from '../room/use-room.tsx'
import { listedNames } from './listed-names.ts'
import { type Asked, whoMayQuery } from './who-may-query.ts'

interface WhoCanProps {
  /** What the person who looks may not do. */
  readonly permission: Permission
  /** The sentence, with the names of those who can. */
  readonly say: (names: string) => string
  readonly className?: string | undefined
}

/** Who can do what one is not offered in the open runbook. Nothing while that is not known. */
export function WhoCan({ permission, ...told }: WhoCanProps) {
  const { runbookId } = useRoom()
  return <Names asked={{ permission, runbook_id: runbookId }} {...told} />
}

/** Who can do what one is not offered on the whole instance. */
export function WhoCanAnywhere({ permission, ...told }: WhoCanProps) {
  return <Names asked={{ permission }} {...told} />
}

interface NamesProps extends Omit<WhoCanProps, 'permission'> {
  readonly asked: Asked
}

function Names({ asked, say, className }: NamesProps) {
  const { access } = useWords()
  const { data: names = [] } = useQuery(whoMayQuery(asked))
  if (names.length === 0) return null
  return <span className={className}> {say(listedNames(names, access.or))}</span>
}
