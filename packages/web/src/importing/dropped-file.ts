let dropped: File | undefined

/** Keeps a file that was dropped on some page for the page that reads it. */
export function handOver(file: File): void {
  dropped = file
}

/** The file that was dropped last, once. */
export function takeDropped(): File | undefined {
  const file = dropped
  dropped = undefined
  return file
}
