export { type DocsOptions, docsPages } from './docs-pages.ts'
