export { type AnchorPlace, anchorHeads } from './anchor-heads.ts'
export { type BrokenLink, brokenReasons, type ChainHead } from './chain-walk.ts'
export {
  type AnchorReason,
  type AnchorReport,
  anchorReasons,
  type BrokenAnchor,
  checkAnchors,
  listAnchors,
} from './check-anchors.ts'
export { exportAudit } from './export-audit.ts'
export { type AuditOptions, type AuditReport, verifyAudit } from './verify-chains.ts'
