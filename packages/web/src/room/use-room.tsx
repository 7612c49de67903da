import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useMe } from '../server/use-me.ts'
import type { Room } from './room.ts'
import { Room as OpenRoom } from './room.ts'
import type { RoomState } from './room-state.ts'

const RoomContext = createContext<Room | undefined>(undefined)

/** Opens the room of a runbook for everything below it, and closes it when that goes. */
export function RoomProvider({ runbookId, children }: { runbookId: string; children: ReactNode }) {
  const me = useMe()
  const [room, setRoom] = useState<Room | undefined>(undefined)
  const myId = me.id
  useEffect(() => {
    const opened = new OpenRoom(runbookId, myId)
    setRoom(opened)
    return () => {
      opened.close()
      setRoom(undefined)
    }
  }, [runbookId, myId])
  if (!room || room.runbookId !== runbookId) return null
  return <RoomContext.Provider value={room}>{children}</RoomContext.Provider>
}

/** The room around this component. */
export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('there is no room around this component')
  return room
}

/** The state of the room; undefined until the documents are there. */
export function useMaybeRoomState(): RoomState | undefined {
  const room = useRoom()
  return useSyncExternalStore(room.subscribe, room.state)
}

/** The state of the room, below a place that waits for it. Renders with each change of it. */
export function useRoomState(): RoomState {
  const state = useMaybeRoomState()
  if (!state) throw new Error('the runbook is not there yet')
  return state
}
