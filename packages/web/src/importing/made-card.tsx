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
  const fresh =
    picture?.newStreams.map(({ name, parent }) => (parent === null ? name : `${parent} / ${name}`)) ?? []
  const here = picture?.streams.flatMap(({ name, isNew }) => (isNew ? [] : name)) ?? []
  return (
    <section className={`${classes.card} ${classes.made}`} aria-labelledby="import-made">
      <h2 id="import-made">{made.title}</h2>
      <p>
        {fresh.length === 0 ? made.nothing : made.streams(fresh.length, fresh.slice(0, NAMES_AT_MOST))}{' '}
        <span>
          {fresh.length > NAMES_AT_MOST && made.andMore(fresh.length - NAMES_AT_MOST)}{' '}
          {fresh.length > 0 && here.length > 0 && here.length <= 4 && made.here(here)}
        </span>
      </p>
      {unknownTeams.length > 0 && (
        <>
          <p className={classes.missing}>{made.teamsMissing(unknownTeams.length)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <ul className={classes.teams} tabIndex={unknownTeams.length > 5 ? 0 : undefined}>
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
