import { memo } from 'react'
import { useWords } from '../language/language.ts'
import classes from './cards.module.css'
import type { ImportReview } from './review-import.ts'

const NAMES_AT_MOST = 12

interface MadeCardProps {
  readonly review: ImportReview
  readonly onLeaveTeamsOut: (names: readonly string[]) => void
}

/** What comes besides the tasks, and what cannot come: teams that the runbook does not have. */
export const MadeCard = memo(function MadeCard({ review, onLeaveTeamsOut }: MadeCardProps) {
  const { made } = useWords().importing
  const { picture, unknownTeams } = review
  const fresh = picture?.newStreams.filter(({ parent }) => parent === null).map(({ name }) => name) ?? []
  const below = (picture?.newStreams.length ?? 0) - fresh.length
  const here = picture?.streams.flatMap(({ name, isNew }) => (isNew ? [] : name)) ?? []
  return (
    <section className={`${classes.card} ${classes.made}`} aria-labelledby="import-made">
      <h2 id="import-made">{made.title}</h2>
      <p>
        {fresh.length > 0 && made.streams(fresh.length, fresh.slice(0, NAMES_AT_MOST))}
        {fresh.length + below === 0 && made.nothing}{' '}
        <span>
          {fresh.length > NAMES_AT_MOST && made.andMore(fresh.length - NAMES_AT_MOST)}{' '}
          {fresh.length > 0 && here.length > 0 && here.length <= 4 && made.here(here)}
        </span>
      </p>
      {below > 0 && <p>{made.subStreams(below)}</p>}
      {unknownTeams.length > 0 && (
        <>
          <p className={classes.missing}>{made.teamsMissing(unknownTeams.length)}</p>
          <ul className={classes.teams}>
            {unknownTeams.map(({ name, count }) => (
              <li key={name}>
                <span title={name}>{made.team(name, count)}</span>
                <button
                  type="button"
                  className={classes.link}
                  aria-label={made.leaveTeamOutOf(name, count)}
                  onClick={() => onLeaveTeamsOut([name])}
                >
                  {made.leaveTeamOut}
                </button>
              </li>
            ))}
          </ul>
          {unknownTeams.length > 1 && (
            <button
              type="button"
              className={classes.link}
              onClick={() => onLeaveTeamsOut(unknownTeams.map(({ name }) => name))}
            >
              {made.leaveTeamsOut(unknownTeams.length)}
            </button>
          )}
        </>
      )}
    </section>
  )
})
