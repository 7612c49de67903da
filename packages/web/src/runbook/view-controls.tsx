import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/** Puts controls of a view into the bar of views, left of the filters. */
export function ViewControls({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => setPlace(document.getElementById('view-controls')), [])
  return place ? createPortal(children, place) : null
}
