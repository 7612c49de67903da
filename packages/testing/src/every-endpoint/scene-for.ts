import type { EndpointName } from '@runsheet/contract'
import type { TestServer } from '../server/index.ts'
import { particularOf, typesIn } from './compose-request.ts'
import { makeScene, type Scene } from './scene.ts'

/** A scene of its own for the request of an endpoint, brought to where it does what it is for. */
export async function sceneFor(server: TestServer, name: EndpointName): Promise<Scene> {
  const scene = await makeScene(server, typesIn(name))
  return particularOf(name).prepare?.(server, scene) ?? scene
}
