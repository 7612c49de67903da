import { ME } from '../../server/client.ts'
import { queryClient } from '../../server/query-client.ts'

/** After a change of people or roles: they are read anew, and what oneself may do. */
export async function readPeopleAgain(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['people'] }),
    queryClient.invalidateQueries({ queryKey: ME }),
    queryClient.invalidateQueries({ queryKey: ['workspaces'] }),
    queryClient.invalidateQueries({ queryKey: ['folders'] }),
  ])
}
