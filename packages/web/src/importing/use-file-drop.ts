import { useEffect, useRef, useState } from 'react'

/**
 * Lets a file be dropped anywhere on the page.
 *
 * @param onFile undefined while files are not wanted: then the browser does with them what it does
 * @returns whether a file is held over the page
 */
export function useFileDrop(onFile: ((file: File) => void) | undefined): boolean {
  const [isOver, setOver] = useState(false)
  const handler = useRef(onFile)
  handler.current = onFile
  const isWanted = onFile !== undefined
  useEffect(() => {
    if (!isWanted) return
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onOver = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    // Leaving the window has no related target; leaving one element for another has.
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      handler.current?.(file)
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      setOver(false)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [isWanted])
  return isOver
}
