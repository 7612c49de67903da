import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import rows from '../../account/account-page.module.css'
import { Group } from '../../account/row.tsx'
import { useWords } from '../../language/language.ts'
import { baseUrl } from '../../server/client.ts'
import { useRateUse } from '../../server/rate-use.ts'
import { meQuery } from '../../server/use-me.ts'
import { RoomHead } from '../room-head.tsx'
import classes from './api.module.css'

/** What programs need: documents, tokens, and how often one may ask. */
export function ApiRoom() {
  const { settings } = useWords()
  const words = settings.api
  const documents = [
    { path: '/docs', name: words.reference, why: words.referenceWhy },
    { path: '/openapi.json', name: words.openApi, why: words.openApiWhy },
    { path: '/docs/errors', name: words.errors, why: words.errorsWhy },
    { path: '/docs/coverage', name: words.coverage, why: words.coverageWhy },
  ]
  return (
    <>
      <RoomHead title={words.title} why={words.why} />
      <Group title={words.links}>
        <ul className={rows.rows}>
          {documents.map(({ path, name, why }) => (
            <li key={path} className={rows.row}>
              <div className={rows.what}>
                <Anchor href={`${baseUrl}${path}`} className={rows.name ?? ''}>
                  {name}
                </Anchor>
                <div className={rows.small}>{why}</div>
              </div>
              <code className={rows.four}>{path}</code>
            </li>
          ))}
        </ul>
      </Group>
      <Group title={words.tokens} why={words.tokensWhy}>
        <Anchor component={Link} to="/account">
          {words.toTokens}
        </Anchor>
      </Group>
      <Group title={words.rate} why={words.rateWhy}>
        <RateUse />
      </Group>
    </>
  )
}

function RateUse() {
  const { settings } = useWords()
  const words = settings.api
  const use = useRateUse()
  // One more answer, so that what is told is of now.
  const { dataUpdatedAt } = useQuery({ ...meQuery, refetchOnMount: 'always' })
  if (dataUpdatedAt === 0 || !use) return <p className={rows.why}>{words.noLimit}</p>
  const { remaining, limit, resetSeconds } = use
  return (
    <div>
      <meter min={0} max={limit} value={remaining} aria-label={words.rate} className={classes.meter} />
      <div className={rows.small}>
        {words.left(remaining, limit)}
        {remaining < limit && ` · ${words.resets(resetSeconds)}`}
      </div>
    </div>
  )
}
