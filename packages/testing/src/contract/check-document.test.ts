import { endpoints, exampleAnswer } from '@runsheet/contract'
import { expect, test } from 'vitest'
import type { Document } from '../server/index.ts'
import { checkDocument } from './check-document.ts'

const headers = new Headers({
  'content-type': 'application/json; charset=utf-8',
  etag: '"4"',
  'x-request-id': 'r1',
})

const base = 'http://host'

function task(): Document {
  return structuredClone(exampleAnswer('getTask', endpoints.getTask, base)) as Document
}

function list(): Document {
  return structuredClone(exampleAnswer('listRunbooks', endpoints.listRunbooks, base)) as Document
}

const ofTask = (document: Document, query = '', status = 200) =>
  checkDocument({
    method: 'GET',
    path: `/core/runbooks/90/tasks/17${query}`,
    status,
    headers,
    text: JSON.stringify(document),
  })

const ofList = (document: Document, query = '?workspace_id=7&stage=planning&sort=-touched_at') =>
  checkDocument({
    method: 'GET',
    path: `/core/runbooks${query}`,
    status: 200,
    headers,
    text: JSON.stringify(document),
  })

test('the examples of the contract keep it', () => {
  expect(ofTask(task())).toEqual([])
  expect(ofList(list())).toEqual([])
})

test.each<[string, (document: Document) => void, string]>([
  ['a member more', ({ data }) => (data.attributes.colour = 'red'), 'colour'],
  ['a member less', ({ data }) => delete data.attributes.level, 'task 17 lacks level'],
  ['a relationship less', ({ data }) => delete data.relationships.stream, 'task 17 lacks stream'],
  ['an id that is a number', ({ data }) => (data.id = 17), '/data/id'],
  ['a bare null for a relationship', ({ data }) => (data.relationships.started_by = null), 'started_by'],
  ['a link that is null', ({ data }) => (data.links.self = null), '/data/links/self'],
  ['a word outside its enum', ({ data }) => (data.attributes.stage = 'done'), '/data/attributes/stage'],
  [
    'parts of seconds',
    ({ data }) => (data.attributes.created_at = '2026-03-28T22:00:00.123Z'),
    'task 17 says created_at as',
  ],
  ['included that nobody asked for', (document) => (document['included'] = []), 'included without include'],
])('a document with %s breaks it', (_name, breakIt, breach) => {
  const document = task()
  breakIt(document)
  expect(ofTask(document).join('\n')).toContain(breach)
})

test('fields selects exactly what it names', () => {
  const document = task()
  expect(ofTask(document, '?fields[task]=name').join()).toContain('task 17 has level, which fields left out')
  document['data'].attributes = { name: 'Promote' }
  document['data'].relationships = {}
  expect(ofTask(document, '?fields[task]=name')).toEqual([])
})

test('included holds what include asks for', () => {
  expect(ofTask(task(), '?include=stream')).toEqual(['include without included'])
  const document = task()
  document['included'] = [document['data']]
  expect(ofTask(document, '?include=stream').join()).toContain('nothing that was asked for points at it')
})

test('the links of a list are absolute and keep the request', () => {
  const relative = list()
  relative['links'].self = '/core/runbooks'
  expect(ofList(relative).join()).toContain('links.self is not absolute')
  expect(ofList(list(), '?workspace_id=8').join()).toContain('loses workspace_id')
  const endless = list()
  endless['links'].next = endless['links'].self
  expect(ofList(endless)).toEqual(['links.next after the last page'])
})

test('a refusal has the status of its answer, the id of its request, and a code that its endpoint declares', () => {
  const refusal = (entry: object) => ({
    errors: [
      { id: 'r1', status: '404', code: 'not_found', title: 'Not Found', detail: 'There is none.', ...entry },
    ],
  })
  expect(ofTask(refusal({}), '', 404)).toEqual([])
  expect(ofTask(refusal({ status: '400' }), '', 404)).toEqual(['an error of 400 in an answer of 404'])
  expect(ofTask(refusal({ id: 'r2' }), '', 404)).toEqual(['an error does not have the id of its request'])
  expect(ofTask(refusal({ code: 'taken' }), '', 404)).toEqual([
    'the endpoint does not declare the refusal taken',
  ])
  expect(ofTask(refusal({ code: 'gone' }), '', 404).join()).toContain('/errors/0/code')
})

test('an empty answer is empty, and a path outside the API is not judged', () => {
  const deleted = { method: 'DELETE', path: '/core/runbooks/90', status: 204, headers }
  expect(checkDocument({ ...deleted, text: '' })).toEqual([])
  expect(checkDocument({ ...deleted, text: '{}' })).toEqual(['an empty answer has a body'])
  expect(checkDocument({ method: 'GET', path: '/healthz', status: 200, headers, text: 'ok' })).toEqual([])
})
