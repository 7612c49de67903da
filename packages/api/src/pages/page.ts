/** A document beside the API. */
export interface Page {
  readonly status?: number
  /** Media type. */
  readonly type: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** What stands at a path outside `/core`, made anew for each request. */
export type Pages = Readonly<Record<string, () => Page | Promise<Page>>>
