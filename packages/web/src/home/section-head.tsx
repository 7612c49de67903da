import type { ReactNode } from 'react'
import classes from './home-page.module.css'

/** Title of a part of Home, with a quiet remark or link at the right. */
export function SectionHead({ id, title, children }: { id: string; title: string; children?: ReactNode }) {
  return (
    <div className={classes.sectionHead}>
      <h2 id={id}>{title}</h2>
      {children !== undefined && <span>{children}</span>}
    </div>
  )
}
