import { useMediaQuery } from '@mantine/hooks'

/** Under which width the phone's own layout holds; the style sheets say the same. */
const PHONE = '(max-width: 767px)'

/** Whether the window is laid out for a phone, as it is now. */
export const isPhone = (): boolean => window.matchMedia(PHONE).matches

/** Whether the window is laid out for a phone. */
export const useIsPhone = (): boolean => useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false })
