import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../language/language.ts'
import { Initials } from '../signs/owner-stack.tsx'
import { RagPill, StagePill } from '../signs/pills.tsx'
import { lengthOf, ownZone } from '../time/format.ts'
import { useMinute } from '../time/use-clock.ts'
import { linkedId, type RunbookRow, secondsOf } from '../workspaces/documents.ts'
import { namesOf } from '../workspaces/included.ts'
import classes from './home-page.module.css'
import { recentQuery } from './home-queries.ts'
import { SectionHead } from './section-head.tsx'
import { SectionRows } from './section-rows.tsx'
import { whenAgo } from './sentences.ts'

/** The runbooks that somebody touched last. */
export function RecentRunbooks() {
  const { home } = useWords()
  const query = useQuery(recentQuery)
  const runbooks = query.data?.data ?? []
  const names = namesOf(query.data?.included)
  const total = query.data?.meta.page.total ?? 0
  return (
    <section aria-labelledby="home-recent">
      <SectionHead id="home-recent" title={home.recent}>
        {total > 0 && (
          <Link to="/runbooks" className={classes.all}>
            {home.all(total)}
          </Link>
        )}
      </SectionHead>
      <SectionRows
        query={query}
        rows={6}
        empty={
          runbooks.length === 0 ? (
            <>
              <strong>{home.nothingRecent}</strong> {home.nothingRecentHint}
            </>
          ) : undefined
        }
      >
        {runbooks.map((runbook) => (
          <RecentRow key={runbook.id} runbook={runbook} names={names} />
        ))}
      </SectionRows>
    </section>
  )
}

function RecentRow({ runbook, names }: { runbook: RunbookRow; names: ReadonlyMap<string, string> }) {
  const words = useWords()
  const now = useMinute()
  const { attributes } = runbook
  const folder = names.get(`folder-${linkedId(runbook, 'folder') ?? ''}`)
  const workspace = names.get(`workspace-${linkedId(runbook, 'workspace') ?? ''}`)
  const author = names.get(`user-${linkedId(runbook, 'author') ?? ''}`) ?? ''
  return (
    <li>
      <Link to="/runbooks/$runbookId" params={{ runbookId: runbook.id }} className={classes.recent}>
        <span className={classes.recentName}>{attributes.name}</span>
        <span className={classes.place}>{folder ?? workspace}</span>
        <span>
          <StagePill
            stage={attributes.stage}
            runType={attributes.run_type}
            isTemplate={attributes.is_template}
          />
        </span>
        <span className={classes.rag}>
          {attributes.status === 'off' ? (
            <span className={classes.small}>{words.workspaces.none}</span>
          ) : (
            <RagPill status={attributes.status} />
          )}
        </span>
        <span className={classes.tasks}>{words.home.tasks(attributes.tasks_count)}</span>
        <span className={classes.small}>
          {whenAgo(words, secondsOf(attributes.touched_at), now, ownZone, lengthOf)}
        </span>
        <span className={classes.author} title={author}>
          <Initials name={author} size={22} />
        </span>
      </Link>
    </li>
  )
}
