import { type CSSProperties, useEffect, useState } from 'react'

/** Less than this is a bar of the browser that came or went, not a keyboard. */
const KEYBOARD_AT_LEAST = 140

interface KeyboardRoom {
  /** Of the page: the part of the screen that the keyboard leaves. */
  readonly style: CSSProperties | undefined
  readonly isTyping: boolean
}

const none: KeyboardRoom = { style: undefined, isTyping: false }

/** How much of the screen is left while the keyboard of the phone is open. */
export function useKeyboardRoom(): KeyboardRoom {
  const [room, setRoom] = useState(none)
  useEffect(() => {
    const seen = window.visualViewport
    if (!seen) return
    const measure = () => {
      // Pinching makes the seen part smaller as well: then nothing is moved.
      const isKeyboard = seen.scale < 1.05 && window.innerHeight - seen.height > KEYBOARD_AT_LEAST
      setRoom(
        isKeyboard ? { style: { height: seen.height, marginTop: seen.offsetTop }, isTyping: true } : none,
      )
    }
    seen.addEventListener('resize', measure)
    seen.addEventListener('scroll', measure)
    return () => {
      seen.removeEventListener('resize', measure)
      seen.removeEventListener('scroll', measure)
    }
  }, [])
  return room
}
