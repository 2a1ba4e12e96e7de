import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const CHILD = fileURLToPath(new URL('server-child.mjs', import.meta.url))

/** Starts a server in a process of its own, so that client and server do not share a thread. */
export async function startServer(options) {
  const child = fork(CHILD, [JSON.stringify(options)], { execArgv: ['--expose-gc'] })
  const [{ url, plainUrl }] = await once(child, 'message')
  return {
    pid: child.pid,
    url,
    plainUrl,
    async memory() {
      child.send('memory')
      return (await once(child, 'message'))[0]
    },
    async close() {
      const ended = once(child, 'exit')
      child.send('close')
      await ended
    },
  }
}
