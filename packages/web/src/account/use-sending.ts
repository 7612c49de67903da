import { ApiError } from '@runsheet/client'
import { type FormEvent, useState } from 'react'
import { useWords } from '../language/language.ts'

/** What became of a form that was sent. */
interface Sending {
  readonly send: (event: FormEvent) => void
  readonly isSending: boolean
  /** The sentence of a refusal with this code, for its field. */
  readonly faultOf: (code: string) => string | undefined
  /** The sentence of a refusal that no field has shown. */
  readonly refusal: string | undefined
}

/** Sends a form, and keeps what is refused for its field or for its end. */
export function useSending(perform: () => Promise<void>): Sending {
  const { account } = useWords()
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<{ code?: string; text: string } | undefined>(undefined)
  const act = async () => {
    setSending(true)
    setRefused(undefined)
    try {
      await perform()
    } catch (error) {
      if (error instanceof ApiError)
        setRefused({ text: error.message, ...(error.code && { code: error.code }) })
      else setRefused({ text: account.noAnswer })
    }
    setSending(false)
  }
  const ofField = refused?.code === 'wrong_password' || refused?.code === 'wrong_code'
  return {
    send: (event) => {
      event.preventDefault()
      void act()
    },
    isSending,
    faultOf: (code) => (refused?.code === code ? refused.text : undefined),
    refusal: ofField ? undefined : refused?.text,
  }
}
