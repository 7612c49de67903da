import { Button } from '@mantine/core'
import { type ItemOf } from '@runsheet/client'
import { useState } from 'react'
import rows from '../../account/account-page.module.css'
import { Icon } from '../../design/icons.tsx'
import { useWords } from '../../language/language.ts'
import { baseUrl, client } from '../../server/client.ts'
import settingsClasses from '../settings.module.css'
import classes from './audit.module.css'

type Chain = ItemOf<'listAuditChains'>['attributes'] & { readonly id: string }

type Verified =
  | { readonly kind: 'working'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'done'
      readonly chains: number
      readonly events: number
      readonly broken: readonly Chain[]
    }
  | { readonly kind: 'failed'; readonly message: string }

/** Follows every hash chain of the log on demand, and gives the log as a file. */
export function Verify() {
  const { settings } = useWords()
  const words = settings.audit
  const [state, setState] = useState<Verified | undefined>(undefined)
  const verify = async () => {
    setState({ kind: 'working', done: 0, total: 0 })
    let chains = 0
    let events = 0
    const broken: Chain[] = []
    try {
      for await (const { data, meta } of client().pages('listAuditChains', {
        query: { page: { size: 50 } },
      })) {
        for (const { id, attributes } of data) {
          chains += 1
          events += attributes.events_count
          if (!attributes.intact) broken.push({ ...attributes, id })
        }
        setState({ kind: 'working', done: chains, total: meta.page.total })
      }
      setState({ kind: 'done', chains, events, broken })
    } catch (error) {
      setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }
  return (
    <ul className={`${rows.rows} ${settingsClasses.card}`}>
      <li className={rows.row}>
        <div className={rows.what}>
          <div className={rows.name}>{words.verify}</div>
          <div className={rows.small} role="status">
            <Told state={state} />
          </div>
        </div>
        <Button variant="default" loading={state?.kind === 'working'} onClick={() => void verify()}>
          {words.verifyVerb}
        </Button>
      </li>
      <li className={rows.row}>
        <div className={rows.what}>
          <div className={rows.name}>{words.export}</div>
          <div className={rows.small}>{words.exportWhy}</div>
        </div>
        <Button
          component="a"
          href={`${baseUrl}/core/audit/export`}
          download
          variant="default"
          leftSection={<Icon name="download" size={14} />}
        >
          {words.exportVerb}
        </Button>
      </li>
    </ul>
  )
}

function Told({ state }: { readonly state: Verified | undefined }) {
  const { settings } = useWords()
  const words = settings.audit
  if (!state) return <>{words.verifyWhy}</>
  if (state.kind === 'working') return <>{words.verifying(state.done, state.total)}</>
  if (state.kind === 'failed') return <span className={rows.refusal}>{state.message}</span>
  const { chains, events, broken } = state
  if (broken.length === 0)
    return (
      <span className={rows.saved}>
        <Icon name="check" size={14} />
        {words.intact(chains, events)}
      </span>
    )
  return (
    <span className={classes.broken}>
      {words.broken(broken.length)}
      {broken.map(({ id, broken_sequence, broken_reason }) => (
        <span key={id}>
          {words.brokenAt(
            id === '0' ? words.chainOfInstance : words.chainOf(id),
            String(broken_sequence ?? ''),
            broken_reason === null ? '' : words.reasons[broken_reason],
          )}
        </span>
      ))}
    </span>
  )
}
