export * from './schedule/index.ts'
export * from './permissions/index.ts'
export * from './runs/index.ts'
