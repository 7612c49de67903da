import { type ImportReview, type ReviewInput, reviewImport } from './review-import.ts'

/** A question to the worker; the answer bears its number. */
export interface ReviewQuestion {
  readonly number: number
  readonly input: ReviewInput
}

export interface ReviewAnswer {
  readonly number: number
  readonly review: ImportReview
}

addEventListener('message', ({ data }: MessageEvent<ReviewQuestion>) => {
  postMessage({ number: data.number, review: reviewImport(data.input) } satisfies ReviewAnswer)
})
