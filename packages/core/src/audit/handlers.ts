import type { auditEndpoints } from '@runsheet/contract'
import { authorise } from '../dispatch/authorise.ts'
import type { HandlersFor } from '../dispatch/request.ts'
import { pageAnswer } from '../json-api/page-answer.ts'
import { listChains } from './audit-queries.ts'
import { exportAudit } from './export-audit.ts'
import { BEGIN_SNAPSHOT, openSession } from './open-session.ts'
import { renderAuditChain } from './render-audit-chain.ts'
import { type ChainReport, followChains } from './verify-chains.ts'

export const auditHandlers: HandlersFor<typeof auditEndpoints> = {
  async listAuditChains(request) {
    authorise(request, request.permission, {})
    const { database } = request.services
    const page = await listChains(database.db, request.query.page)
    const [from, to] = [page.rows[0], page.rows.at(-1)]
    const reports = from === undefined || to === undefined ? [] : await follow(database, { from, to })
    return pageAnswer(request, { ...page, rows: reports }, renderAuditChain)
  },

  exportAudit({ services }) {
    return {
      status: 200,
      headers: {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': 'attachment; filename="audit.jsonl"',
      },
      body: exportAudit(services.database),
    }
  },
}

async function follow(
  { connectionString }: { connectionString: string },
  range: { from: number; to: number },
): Promise<ChainReport[]> {
  const client = await openSession(connectionString, 'audit')
  try {
    await client.query(BEGIN_SNAPSHOT)
    return await followChains(client, range)
  } finally {
    await client.end()
  }
}
