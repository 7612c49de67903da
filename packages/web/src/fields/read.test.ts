import { describe, expect, test } from 'vitest'
import type { Plan } from '../room/plan.ts'
import { findMatches } from './find-matches.ts'
import { readDuration } from './read-duration.ts'
import { readPredecessors, waitingFor } from './read-predecessors.ts'

describe('a written length', () => {
  test.each([
    ['90', 5400],
    ['1h30', 5400],
    ['1:30', 5400],
    ['2d', 172_800],
  ])('“%s” is %i seconds', (text, seconds) => {
    expect(readDuration(text)).toEqual({ kind: 'length', seconds })
  })

  test('that is empty is none', () => {
    expect(readDuration('  ')).toEqual({ kind: 'none' })
  })

  test('that ends in the letter O is told apart, with what was meant', () => {
    expect(readDuration('1h3O')).toEqual({ kind: 'unclear', meant: 5400, hasLetterO: true })
  })

  test('that says nothing is unclear', () => {
    expect(readDuration('soon')).toEqual({ kind: 'unclear', meant: undefined, hasLetterO: false })
  })
})

const tasks = [
  { id: 12, predecessors: [] },
  { id: 15, predecessors: [12] },
  { id: 20, predecessors: [15] },
  { id: 21, predecessors: [] },
]
const plan = {
  tasks,
  positions: new Map(tasks.map(({ id }, at) => [id, at])),
} as unknown as Plan

describe('written predecessors', () => {
  test.each(['#12 15', '12,15', '12; #15', ' #12  #15 12'])('“%s” are tasks 12 and 15', (text) => {
    expect(readPredecessors(text, plan)).toEqual({ ids: [12, 15], unknown: [], isNumbers: true })
  })

  test('that no task has are told', () => {
    expect(readPredecessors('12 205', plan)).toEqual({ ids: [12], unknown: [205], isNumbers: true })
  })

  test('that are words are looked for', () => {
    expect(readPredecessors('12 drain', plan).isNumbers).toBe(false)
  })

  test('cannot be the task itself nor what waits for it, near or far', () => {
    expect(waitingFor(plan, 12)).toEqual(new Set([12, 15, 20]))
    expect(waitingFor(plan, undefined)).toEqual(new Set())
  })
})

test('what begins with the words comes first, then what has a word that does, then the rest', () => {
  const names = ['Undrain B', 'Stop and drain A', 'Drain queues', 'Report']
  expect(findMatches(names, 'drain', (name) => name, 8)).toEqual([
    'Drain queues',
    'Stop and drain A',
    'Undrain B',
  ])
  expect(findMatches(names, 'drain', (name) => name, 2)).toHaveLength(2)
})
