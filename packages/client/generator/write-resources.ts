import {
  type Attribute,
  isAnswered,
  mayWrite,
  type Relationship,
  type Resource,
  resources,
} from '@runsheet/contract'
import { comment, given, HEADING, type MemberText, objectText, pascal, sorted } from './source-text.ts'
import { literal, typeText, union } from './type-text.ts'

export type Write = 'create' | 'update'

/** The types of every resource: as it is answered, and as it is created and changed. */
export function writeResources(): string {
  const all = sorted<Resource>(resources)
  const map = all.map(([type]) => `  ${type}: ${pascal(type)}\n`).join('')
  return [
    HEADING,
    `import type { ResourceObject, ToMany, ToOne, WrittenToMany, WrittenToOne } from '../resource-object.ts'\n`,
    ...all.map(([, resource]) => resourceText(resource)),
    `/** Every resource, by its \`type\`. */\nexport interface Resources {\n${map}}\n`,
  ].join('\n')
}

/** The name of the type of what a write of a resource carries. */
export const writeName = (resource: Resource, write: Write, part: 'Attributes' | 'Relationships') =>
  `${pascal(resource.type)}${pascal(write)}${part}`

/** The members of the resource that such a write may carry. */
export function writable({ attributes, relationships }: Resource, write: Write) {
  const of = <M extends Attribute | Relationship>(members: Readonly<Record<string, M>>) =>
    Object.entries(members).filter(([, { access }]) => mayWrite(access, write))
  return { attributes: of(attributes), relationships: of(relationships) }
}

function resourceText(resource: Resource): string {
  const { type, summary, attributes, relationships } = resource
  const name = pascal(type)
  const answered = Object.entries(attributes).filter(([, attribute]) => isAnswered(attribute))
  return [
    `${comment(`${summary}.`)}export type ${name} = ResourceObject<${literal(type)}, ${name}Attributes, ${name}Relationships>\n`,
    objectText(`${name}Attributes`, answered.map(answeredAttribute)),
    objectText(`${name}Relationships`, Object.entries(relationships).map(answeredRelationship)),
    ...(['create', 'update'] as const).flatMap((write) => writeTexts(resource, write)),
  ].join('\n')
}

function answeredAttribute([name, { schema, optional, note }]: [string, Attribute]): MemberText {
  return { name, type: typeText(schema), optional: optional === true, note }
}

function answeredRelationship([name, { types, many, onInclude, note }]: [string, Relationship]): MemberText {
  const included = onInclude ? 'Only when `include` asks for it.' : undefined
  return {
    name,
    type: `${many ? 'ToMany' : 'ToOne'}<${union(types.map(literal))}>`,
    optional: onInclude === true,
    note: [note, included].filter(Boolean).join(' '),
  }
}

function writeTexts(resource: Resource, write: Write): string[] {
  const { attributes, relationships } = writable(resource, write)
  const isNeeded = ({ required }: Attribute | Relationship) => write === 'create' && required === true
  const texts: string[] = []
  if (attributes.length > 0) {
    const members = attributes.map(([name, attribute]) => ({
      name,
      type: typeText(attribute.write ?? attribute.schema, ' | undefined'),
      optional: !isNeeded(attribute),
      note: attribute.note,
    }))
    texts.push(objectText(writeName(resource, write, 'Attributes'), members.map(given)))
  }
  if (relationships.length > 0) {
    const members = relationships.map(([name, relationship]) => ({
      name,
      type: writtenRelationship(relationship, isNeeded(relationship)),
      optional: !isNeeded(relationship),
      note: relationship.note,
    }))
    texts.push(objectText(writeName(resource, write, 'Relationships'), members.map(given)))
  }
  return texts
}

function writtenRelationship({ types, many }: Relationship, isNeeded: boolean): string {
  const target = union(types.map(literal))
  if (many) return `WrittenToMany<${target}>`
  return isNeeded ? `NonNullable<WrittenToOne<${target}>>` : `WrittenToOne<${target}>`
}
