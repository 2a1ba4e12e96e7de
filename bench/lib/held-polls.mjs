import { once } from 'node:events'
import { connect } from 'node:net'

/**
 * Opens this many polls of one session and keeps them until its version is more than `after`. Uses bare sockets, to keep
 * the client light. Throws if a poll is not answered with `status`.
 */
export async function holdPolls(base, id, user, count, { after = 1, status = 'processing' } = {}) {
  const { hostname, port } = new URL(base)
  const sockets = []
  let answered = 0
  let onAll = () => {}
  const all = new Promise((resolve) => {
    onAll = resolve
  })
  for (let index = 0; index < count; index++) {
    const socket = connect(Number(port), hostname)
    sockets.push(socket)
    const poll = () =>
      socket.write(
        `GET /identity/sessions/${id}?after=${after}&wait=30 HTTP/1.1\r\nHost: x\r\nX-User: ${user}\r\n\r\n`,
      )
    socket.on('data', (data) => {
      // The hold ended without a change, so the poll begins again.
      if (data.includes(`"version":${after},`)) return void poll()
      if (!data.includes(`"${status}"`)) throw new Error(`a poll was answered ${data}`)
      answered += 1
      if (answered === count) onAll(performance.now())
    })
    await once(socket, 'connect')
    poll()
  }
  return {
    /** The time of the last answer. */
    all,
    close() {
      for (const socket of sockets) socket.destroy()
    },
  }
}
