export { takesBody } from './bodies.ts'
export { endpointsByResource, includedOnly, openApiDocument, tagOf } from './document.ts'
export { errorExample } from './error-examples.ts'
export { exampleAnswer, exampleCurl, examplePath, exampleRequest, operationOf } from './examples/compose.ts'
export type { Operation } from './examples/operations.ts'
export { type Json, published } from './json-schema.ts'
export {
  headerParameters,
  headersOf,
  pathParameters,
  queryParameters,
  typeOfParameter,
} from './parameters.ts'
export { possibleErrors, withSight } from './possible-errors.ts'
export { writableAttributes } from './resource-schemas.ts'
