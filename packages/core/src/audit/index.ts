export { type BrokenLink, type BrokenReason, brokenReasons, type ChainHead } from './chain-walk.ts'
export { exportAudit } from './export-audit.ts'
export { type AuditOptions, type AuditReport, verifyAudit } from './verify-chains.ts'
