import { createContext, useContext } from 'react'

const WallContext = createContext(false)

/** Says to everything below whether it hangs on a wall, where nothing can be pressed. */
export const WallProvider = WallContext.Provider

export const useIsOnWall = (): boolean => useContext(WallContext)
