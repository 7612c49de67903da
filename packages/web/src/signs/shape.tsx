/** Small shapes on a field of 8 × 8, drawn so that no font has to have them. */
const shapes = {
  disc: <circle cx="4" cy="4" r="3.5" fill="currentColor" />,
  square: <rect x="0.7" y="0.7" width="6.6" height="6.6" fill="currentColor" />,
  diamond: <path d="M4 0 8 4 4 8 0 4z" fill="currentColor" />,
  pause: <path d="M2.4 1v6M5.6 1v6" stroke="currentColor" strokeWidth="1.6" />,
  tick: <path d="M1 4.4l2 2 4-4.8" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  slash: (
    <path
      d="M4 .7a3.3 3.3 0 1 0 0 6.6A3.3 3.3 0 0 0 4 .7M1.7 6.3l4.6-4.6"
      fill="none"
      stroke="currentColor"
    />
  ),
} as const

export type ShapeName = keyof typeof shapes

/**
 * One of the small shapes, in the colour of the words beside it, which say the same.
 *
 * @param size CSS pixels, or a length such as `0.75em`
 */
export function Shape({ of, size = 8 }: { of: ShapeName; size?: number | string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 8 8" aria-hidden="true">
      {shapes[of]}
    </svg>
  )
}
