import { UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type DragEvent, type ReactNode, useState } from 'react'
import { Icon, type IconName } from '../design/icons.tsx'
import { type Dragged, draggedNow, setDragged } from './moves.ts'
import classes from './workspace-tree.module.css'

interface TreeRowProps {
  readonly workspaceId: string
  readonly folderId?: string
  readonly name: string
  readonly icon: IconName
  /** 0 for a workspace. */
  readonly level?: number
  readonly isCurrent: boolean
  /** Undefined when there is nothing to unfold. */
  readonly isOpen: boolean | undefined
  readonly onToggle: () => void
  readonly isDraggable?: boolean
  readonly accepts: (dragged: Dragged) => boolean
  readonly onDropped: (dragged: Dragged) => void
  readonly menu: ReactNode
}

/** One place of the tree: a link, what unfolds it, and its menu. Folders and runbooks can be dropped on it. */
export function TreeRow(row: TreeRowProps) {
  const { workspaceId, folderId, name, level = 0, isOpen } = row
  const { isOver, ...target } = useDropTarget(row.accepts, row.onDropped)
  const state = `${row.isCurrent ? classes.current : ''} ${isOver ? classes.over : ''}`
  return (
    <div
      className={`${classes.row} ${state}`}
      style={{ paddingLeft: 10 + level * 16 }}
      draggable={row.isDraggable ?? false}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        setDragged({ from: workspaceId, folder: folderId, runbooks: [] })
      }}
      onDragEnd={() => setDragged(undefined)}
      {...target}
    >
      {isOpen === undefined ? (
        <Icon name={row.icon} className={classes.icon ?? ''} />
      ) : (
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-label={name}
          onClick={row.onToggle}
        >
          <Icon name={row.icon} className={classes.icon ?? ''} />
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} className={classes.chevron ?? ''} />
        </UnstyledButton>
      )}
      <Link
        to="/workspaces/$workspaceId"
        params={{ workspaceId }}
        search={folderId === undefined ? {} : { folder: folderId }}
        className={classes.name}
        title={name}
        draggable={false}
        {...(row.isCurrent ? { 'aria-current': 'page' as const } : {})}
      >
        {name}
      </Link>
      <span className={classes.menu}>{row.menu}</span>
    </div>
  )
}

function useDropTarget(accepts: (dragged: Dragged) => boolean, onDropped: (dragged: Dragged) => void) {
  const [isOver, setOver] = useState(false)
  const offered = () => {
    const dragged = draggedNow()
    return dragged && accepts(dragged) ? dragged : undefined
  }
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!offered()) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false)
      const dragged = offered()
      if (!dragged) return
      event.preventDefault()
      setDragged(undefined)
      onDropped(dragged)
    },
  }
}
