export { dataOf, type Links, type Planner, plannerOf, refusals, writeOf } from './planner.ts'
