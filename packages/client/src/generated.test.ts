import { readdir, readFile } from 'node:fs/promises'
import type {
  AttributesOf,
  ErrorCode as DeclaredCode,
  endpoints,
  QueryOf,
  resources,
} from '@runsheet/contract'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { generate } from '../generator/generate.ts'
import type { Inputs } from './generated/calls.ts'
import type { Resources } from './generated/resources.ts'
import type { CallName, ErrorCode, ListName, ResourceType } from './index.ts'

const folder = new URL('generated/', import.meta.url)

describe('what is generated', () => {
  test('is what the declarations give: npm run generate brings it up to date', async () => {
    const names = await readdir(folder)
    const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
    expect(Object.fromEntries(names.map((name, at) => [name, texts[at]]))).toEqual(generate())
  })

  test('is the same each time', () => {
    expect(generate()).toEqual(generate())
  })
})

type Declared = typeof resources
type Endpoints = typeof endpoints
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
type Answers<K> = {
  [N in keyof Endpoints]: Endpoints[N]['answer'] extends { kind: K } ? N : never
}[keyof Endpoints]

/** As answers are typed: nobody writes into them. */
type Frozen<T> = T extends readonly (infer I)[]
  ? readonly Frozen<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T

/** A caller may give one word of a list, and an instant in other forms; all that is understood can be given. */
type TakesQuery = {
  [N in CallName]: Inputs[N] extends { readonly query?: infer Q }
    ? keyof QueryOf<Endpoints[N]> extends keyof NonNullable<Q>
      ? true
      : N
    : keyof QueryOf<Endpoints[N]> extends never
      ? true
      : N
}[CallName]

/** The resources of which the types differ from the types of the declarations, but for what is not always there. */
type Different = {
  [T in ResourceType]: Same<
    Required<Resources[T]['attributes']>,
    Frozen<AttributesOf<Declared[T]>>
  > extends true
    ? never
    : T
}[ResourceType]

describe('the types', () => {
  test('of resources and codes are those of the declarations', () => {
    expectTypeOf<ResourceType>().toEqualTypeOf<keyof Declared>()
    expectTypeOf<Different>().toEqualTypeOf<never>()
    expectTypeOf<ErrorCode>().toEqualTypeOf<DeclaredCode>()
  })

  test('of calls are those of the declarations', () => {
    expectTypeOf<CallName>().toEqualTypeOf<Exclude<keyof Endpoints, Answers<'stream'>>>()
    expectTypeOf<ListName>().toEqualTypeOf<Answers<'list'>>()
    expectTypeOf<TakesQuery>().toEqualTypeOf<true>()
  })
})
