/** Dates of the contract, oldest first. A request means the newest one not after the date it names. */
export const apiVersions = ['2022-02-22'] as const

export const EARLIEST_API_VERSION = apiVersions[0]

/** The version that `Api-Version` means, or undefined when the text is no date or before the first version. */
export function apiVersionFor(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return undefined
  return apiVersions.findLast((version) => version <= text)
}
