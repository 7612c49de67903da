import { Icon } from '../design/icons.tsx'
import classes from './file-drop.module.css'

/** What lies over the page while a file is held above it. */
export function DropOverlay({ title, hint }: { title: string; hint: string }) {
  return (
    <div className={classes.over}>
      <div className={classes.box}>
        <Icon name="upload" size={28} />
        <strong>{title}</strong>
        <span>{hint}</span>
      </div>
    </div>
  )
}
