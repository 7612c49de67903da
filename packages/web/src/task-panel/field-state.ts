import type { ApiError } from '@runsheet/client'

/**
 * What a field that is edited in place is doing. `base` is the value that the person saw when the field was opened,
 * `draft` what stands in it now, `theirs` what somebody else made of it meanwhile.
 */
export type FieldState<V> =
  | { readonly kind: 'rest' }
  | { readonly kind: 'open'; readonly base: V; readonly draft: V }
  | { readonly kind: 'conflict'; readonly base: V; readonly draft: V; readonly theirs: V }
  | { readonly kind: 'sending'; readonly base: V; readonly draft: V }
  | { readonly kind: 'saved'; readonly draft: V }
  | { readonly kind: 'refused'; readonly base: V; readonly draft: V; readonly error: ApiError }

export type FieldEvent<V> =
  | { readonly kind: 'touch'; readonly value: V }
  | { readonly kind: 'type'; readonly draft: V }
  /** The value changed elsewhere. */
  | { readonly kind: 'changed'; readonly value: V }
  | { readonly kind: 'send'; readonly draft: V }
  | { readonly kind: 'done' }
  | { readonly kind: 'refuse'; readonly error: ApiError }
  /** The server refused because somebody else was first. */
  | { readonly kind: 'clash'; readonly theirs: V }
  | { readonly kind: 'keep_mine' }
  | { readonly kind: 'close' }

/** What a field does next. Typed text is never lost: only the person closes the field, or the server takes it. */
export function fieldAfter<V>(
  state: FieldState<V>,
  event: FieldEvent<V>,
  isSame: (one: V, other: V) => boolean,
): FieldState<V> {
  switch (event.kind) {
    case 'touch':
      return state.kind === 'rest' || state.kind === 'saved'
        ? { kind: 'open', base: event.value, draft: event.value }
        : state
    case 'type':
      if (state.kind === 'open' || state.kind === 'conflict') return { ...state, draft: event.draft }
      return state.kind === 'refused' ? { kind: 'open', base: state.base, draft: event.draft } : state
    case 'changed':
      return changedElsewhere(state, event.value, isSame)
    case 'send':
      return state.kind === 'open' || state.kind === 'refused'
        ? { kind: 'sending', base: state.base, draft: event.draft }
        : state
    case 'done':
      return state.kind === 'sending' ? { kind: 'saved', draft: state.draft } : state
    case 'refuse':
      return state.kind === 'sending' ? { ...state, kind: 'refused', error: event.error } : state
    case 'clash':
      return state.kind === 'sending' ? { ...state, kind: 'conflict', theirs: event.theirs } : state
    case 'keep_mine':
      return state.kind === 'conflict' ? { kind: 'open', base: state.theirs, draft: state.draft } : state
    default:
      return { kind: 'rest' }
  }
}

function changedElsewhere<V>(
  state: FieldState<V>,
  value: V,
  isSame: (one: V, other: V) => boolean,
): FieldState<V> {
  switch (state.kind) {
    case 'open':
      if (isSame(value, state.base)) return state
      if (isSame(state.draft, state.base)) return { kind: 'open', base: value, draft: value }
      if (isSame(value, state.draft)) return { ...state, base: value }
      return { ...state, kind: 'conflict', theirs: value }
    case 'conflict':
      // Back to what it was, or to what the person wants: nothing stands against the typed text any more.
      return isSame(value, state.base) || isSame(value, state.draft)
        ? { kind: 'open', base: value, draft: state.draft }
        : { ...state, theirs: value }
    case 'refused':
      return { ...state, base: value }
    default:
      return state
  }
}
