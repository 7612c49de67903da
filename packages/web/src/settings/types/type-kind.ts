import type { ComponentType } from 'react'
import type { Fresh } from '../forms/fresh.ts'
import type { Saving } from '../forms/use-saving.ts'
import type { Where } from '../forms/where-field.tsx'
import type { typesQuery } from './types-query.ts'

/** A type in a list: what types of runbooks and of tasks have in common. */
export interface TypeLine {
  readonly id: string
  readonly attributes: {
    readonly name: string
    readonly key: string | null
    readonly color: string | null
    readonly archived: boolean
    readonly default: boolean
    readonly disabled: boolean
    readonly built_in?: boolean
  }
  readonly relationships: unknown
  readonly meta?: unknown
}

/** What a form sets of every type. */
export interface CommonAttributes {
  readonly name: string
  /** Empty for none. */
  readonly key: string
  readonly description: string | null
  readonly color: string | null
  readonly icon: string | null
  readonly default: boolean
  readonly disabled: boolean
}

/** What the fields of a form hold: what every type has, and what types of this kind have. */
export interface TypeDraft<Own> {
  readonly common: CommonAttributes
  readonly own: Own
}

export interface OwnFieldsProps<Own> {
  readonly own: Own
  readonly onChange: (own: Own) => void
  readonly saving: Saving
  readonly where: Where
  readonly isBuiltIn: boolean
}

interface TypeWords {
  readonly title: string
  readonly why: string
  readonly make: string
  readonly descriptionHint?: string
  /** Names of the icons that can be drawn, in words. */
  readonly icons: Readonly<Record<string, string>>
}

/** What sets a kind of types apart: those of runbooks, and those of tasks. */
export interface TypeKind<T extends TypeLine, Own> {
  readonly resource: 'runbook_type' | 'task_type'
  readonly words: () => TypeWords
  readonly icon: ComponentType<{ readonly icon: string | null }>
  readonly list: (archived: boolean) => ReturnType<typeof typesQuery<T>>
  readonly read: (id: string) => Promise<Fresh<T>>
  /** After a change. */
  readonly readAgain: () => Promise<void>
  readonly archive: (id: string) => Promise<unknown>
  readonly restore: (id: string) => Promise<unknown>
  readonly create: (draft: TypeDraft<Own>, where: Where) => Promise<unknown>
  /** Sends what differs. */
  readonly change: (
    id: string,
    before: TypeDraft<Own>,
    after: TypeDraft<Own>,
    ifMatch: string | undefined,
  ) => Promise<unknown>
  readonly iconOf: (type: T) => string | null
  /** What it does, a few words each. */
  readonly doesOf: (type: T) => readonly string[]
  /** Columns beside those of every type. */
  readonly columns: () => readonly { readonly head: string; readonly cell: (type: T) => string }[]
  readonly blank: Own
  readonly draftOf: (type: T) => TypeDraft<Own>
  readonly isKeyRequired: boolean
  /** Members of the document that have a field among its own. */
  readonly members: readonly string[]
  readonly fields: ComponentType<OwnFieldsProps<Own>>
}
