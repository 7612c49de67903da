import type { endpoints } from '@runsheet/contract'
import type { HandlersFor } from '../dispatch/request.ts'

type Group = Pick<typeof endpoints, 'watchRunbook'>

export const liveHandlers: HandlersFor<Group> = {
  async watchRunbook({ params, call, caller, seen, services, signal }) {
    const about = {
      runbookId: params['id'] ?? 0,
      tokenId: caller.tokenId,
      userId: caller.userId,
      permissionRevision: seen.permission_revision,
      seq: seen.seq ?? 0,
    }
    return {
      status: 200,
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
      body: await services.live.watch(about, call.lastEventId, signal),
    }
  },
}
