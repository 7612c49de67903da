import { type RefObject, useEffect } from 'react'
import type { Camera } from './camera.ts'

/** Wheel: ctrl or ⌘ zooms at the pointer, sideways or with shift pans; up and down stays native. */
export function useWheel(
  scroller: RefObject<HTMLDivElement | null>,
  chart: RefObject<HTMLCanvasElement | null>,
  camera: Camera,
): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault()
        const left = chart.current?.getBoundingClientRect().left ?? 0
        camera.zoomBy(Math.exp(-event.deltaY * unit * 0.0022), Math.max(0, event.clientX - left))
        return
      }
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX
      if (Math.abs(sideways) <= (event.shiftKey ? 0 : Math.abs(event.deltaY))) return
      event.preventDefault()
      camera.pan(sideways * unit)
    }
    // Not passive: a zoom of the page would come on top of ours.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [scroller, chart, camera])
}
