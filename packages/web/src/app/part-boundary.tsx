import { Button } from '@mantine/core'
import { Component, type ReactNode, Suspense, useState } from 'react'
import { useWords } from '../language/language.ts'
import { baseUrl } from '../server/client.ts'
import { PartMissing } from './part.tsx'
import classes from './part-boundary.module.css'

interface PartBoundaryProps {
  readonly children: ReactNode
  /** Shown while the part comes. */
  readonly fallback: ReactNode
  /** With another key it is tried anew: another view, another dialog. */
  readonly of?: string | number | undefined
  /** Gives up the part, where it lies over the page. */
  readonly onClose?: () => void
}

interface PartBoundaryState {
  readonly of: string | number | undefined
  /** What was thrown; undefined while all goes well. */
  readonly error: unknown
}

/** Around parts of the page whose code comes later: says in their place when it cannot be had. */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override readonly state: PartBoundaryState = { of: this.props.of, error: undefined }

  static getDerivedStateFromError(error: unknown): Partial<PartBoundaryState> {
    return { error }
  }

  static getDerivedStateFromProps({ of }: PartBoundaryProps, before: PartBoundaryState) {
    return of === before.of ? null : { of, error: undefined }
  }

  override render() {
    const { children, fallback, onClose } = this.props
    const { error } = this.state
    if (error instanceof PartMissing) return <MissingNote onClose={onClose} />
    // All others are for the page to tell.
    if (error !== undefined) throw error
    return <Suspense fallback={fallback}>{children}</Suspense>
  }
}

function MissingNote({ onClose }: { readonly onClose: (() => void) | undefined }) {
  const { app } = useWords()
  const [isTrying, setTrying] = useState(false)
  const tryAgain = async () => {
    setTrying(true)
    // A module that failed comes only with a new start of the page; what waits to be sent is kept over it.
    if (await isServerThere()) window.location.reload()
    else setTrying(false)
  }
  return (
    <div className={onClose ? `${classes.note} ${classes.over}` : classes.note} role="alert">
      <p className={classes.text}>{app.partMissing}</p>
      <div className={classes.buttons}>
        <Button variant="default" loading={isTrying} onClick={() => void tryAgain()}>
          {app.tryAgain}
        </Button>
        {onClose && (
          <Button variant="subtle" onClick={onClose}>
            {app.close}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Whether a new start of the page would find the server. */
async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/`, { headers: { accept: 'text/html' }, cache: 'no-store' })).ok
  } catch {
    return false
  }
}
