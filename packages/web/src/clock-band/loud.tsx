import type { LoudSentence } from './why-words.ts'

/** A sentence of which one part is loud, as where the delay is made. @param className of the loud part */
export function Loud({ text, loud, className }: LoudSentence & { className?: string | undefined }) {
  const from = text.indexOf(loud)
  if (from < 0) return <>{text}</>
  return (
    <>
      {text.slice(0, from)}
      <b className={className}>{loud}</b>
      {text.slice(from + loud.length)}
    </>
  )
}
