/** Three rows of a sheet and the line that runs through them. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="7" fill="var(--rs-t1)" />
      <path d="M6.5 8.5h8M6.5 13h5M6.5 17.5h3" stroke="var(--rs-app)" strokeWidth="2" strokeLinecap="round" />
      <path d="M13.5 18.5 19.5 7.5" stroke="var(--rs-accent)" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  )
}
