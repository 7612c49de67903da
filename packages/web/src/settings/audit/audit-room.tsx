import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useWhen } from '../../account/use-when.ts'
import { ErrorPage } from '../../app/error-page.tsx'
import { useWords } from '../../language/language.ts'
import { useMe } from '../../server/use-me.ts'
import { ownZone } from '../../time/format.ts'
import { maySomewhere } from '../may-somewhere.ts'
import { RoomHead } from '../room-head.tsx'
import classes from '../settings.module.css'
import own from './audit.module.css'
import { AuditFilters } from './audit-filters.tsx'
import { auditQuery, type LogLine } from './audit-queries.ts'
import { readAuditSearch } from './audit-search.ts'
import { logSentence } from './log-words.ts'
import { Verify } from './verify.tsx'

/** The log of everything, searched, exported and verified. */
export function AuditRoom() {
  const { settings } = useWords()
  const words = settings.audit
  const me = useMe()
  const search = readAuditSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const found = useInfiniteQuery(auditQuery(search, me.timezone ?? ownZone))
  if (found.isError && !found.data)
    return <ErrorPage error={found.error} reset={() => void found.refetch()} />
  const lines = found.data?.pages.flatMap((page) => page.lines)
  const total = found.data?.pages[0]?.total ?? 0
  return (
    <>
      <RoomHead title={words.title} why={words.why} />
      {maySomewhere(me, 'audit.read') && <Verify />}
      <AuditFilters
        search={search}
        onChange={(next) => void navigate({ to: '/settings/audit', search: next, replace: true })}
      />
      {lines === undefined ? (
        <Skeleton height={320} />
      ) : lines.length === 0 ? (
        <p className={classes.empty}>{words.nothing}</p>
      ) : (
        <LogTable lines={lines} />
      )}
      {lines !== undefined && lines.length > 0 && (
        <div className={classes.more}>
          {settings.people.shown(lines.length, total)}
          {found.hasNextPage && (
            <Button
              variant="default"
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {settings.people.showMore}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function LogTable({ lines }: { readonly lines: readonly LogLine[] }) {
  const { settings } = useWords()
  const words = settings.audit
  const when = useWhen()
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.what}</th>
          <th scope="col" className={classes.wide}>
            {words.where}
          </th>
          <th scope="col" className={`${classes.wide} ${classes.right}`}>
            {words.sequence}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className={classes.nowrap}>
              <time dateTime={line.about.created_at} title={line.about.created_at}>
                {when(line.about.created_at)}
              </time>
            </td>
            <td className={own.told} title={line.about.event}>
              <Said line={line} />
            </td>
            <td className={classes.wide}>
              {line.runbook?.name !== undefined ? (
                <Link
                  to="/runbooks/$runbookId/history"
                  params={{ runbookId: line.runbook.id }}
                  className={classes.link}
                >
                  {line.runbook.name}
                </Link>
              ) : (
                <span className={classes.quiet}>
                  {line.runbook ? words.chainOf(line.runbook.id) : (line.workspace ?? words.instance)}
                </span>
              )}
            </td>
            <td className={`${classes.wide} ${classes.right}`}>{line.about.sequence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Said({ line }: { readonly line: LogLine }) {
  const { author, text } = logSentence(line, useWords())
  return (
    <>
      {author !== undefined && <b>{author}</b>} {text}
    </>
  )
}
