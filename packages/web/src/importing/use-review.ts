import { useEffect, useRef, useState } from 'react'
import type { ImportReview, ReviewInput } from './review-import.ts'
import type { ReviewAnswer, ReviewQuestion } from './review-worker.ts'

/** A review, with the input that it belongs to. */
export interface Reviewed {
  readonly input: ReviewInput
  readonly review: ImportReview
}

/** Reviews a file in a worker whenever something of it changes. The last review stays until there is a newer one. */
export function useReview(input: ReviewInput): { reviewed: Reviewed | undefined; isCurrent: boolean } {
  const worker = useRef<Worker | undefined>(undefined)
  const [reviewed, setReviewed] = useState<Reviewed | undefined>(undefined)
  const latest = useRef({ number: 0, input })
  useEffect(() => {
    const opened = new Worker(new URL('./review-worker.ts', import.meta.url), { type: 'module' })
    opened.addEventListener('message', ({ data }: MessageEvent<ReviewAnswer>) => {
      if (data.number === latest.current.number)
        setReviewed({ input: latest.current.input, review: data.review })
    })
    worker.current = opened
    return () => {
      opened.terminate()
      worker.current = undefined
    }
  }, [])
  useEffect(() => {
    latest.current = { number: latest.current.number + 1, input }
    worker.current?.postMessage({ number: latest.current.number, input } satisfies ReviewQuestion)
  }, [input])
  return { reviewed, isCurrent: reviewed?.input === input }
}
