import { Link, useParams } from '@tanstack/react-router'
import { viewNames } from '../actions/action.ts'
import { useView } from '../actions/use-actions.ts'
import { Icon } from '../design/icons.tsx'
import { useWords } from '../language/language.ts'
import { FilterBar } from './filter-bar.tsx'
import classes from './view-bar.module.css'

/** The five views of a runbook, and the filters that hold in all of them. Views put controls of their own between. */
export function ViewBar() {
  const { app } = useWords()
  const view = useView()
  const { runbookId } = useParams({ strict: false })
  return (
    <div className={classes.bar}>
      <nav className={classes.tabs} aria-label={app.name}>
        {viewNames.map((name) => (
          <Link
            key={name}
            to={`/runbooks/$runbookId/${name}`}
            params={{ runbookId: runbookId ?? '' }}
            search={true}
            className={name === view ? `${classes.tab} ${classes.on}` : classes.tab}
            aria-current={name === view ? 'page' : undefined}
          >
            <Icon name={name} size={15} />
            {app.views[name]}
          </Link>
        ))}
      </nav>
      <span className={classes.space} />
      <span id="view-controls" className={classes.controls} />
      <FilterBar />
    </div>
  )
}
