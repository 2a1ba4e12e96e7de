import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A range below the ephemeral ports of operating systems, so that no port is taken before its program listens. */
const [FIRST, LAST] = [20_000, 32_000]

/** Finds a free port of 127.0.0.1, for programs that need a fixed one. */
export async function freePort() {
  for (;;) {
    const port = randomInt(FIRST, LAST)
    if (await isFree(port)) return port
  }
}

async function isFree(port) {
  const server = createServer()
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
