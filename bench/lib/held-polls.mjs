import { once } from 'node:events'
import { connect } from 'node:net'

/**
 * Opens so many polls of one session and keeps them until its version is more than `after`; bare sockets, so that the asking
 * side stays light. Each has to be answered with `status`.
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
      // Nothing happened for as long as a poll is held: it goes on.
      if (data.includes(`"version":${after},`)) return void poll()
      if (!data.includes(`"${status}"`)) throw new Error(`a poll was answered ${data}`)
      answered += 1
      if (answered === count) onAll(performance.now())
    })
    await once(socket, 'connect')
    poll()
  }
  return {
    /** When the last of them was answered. */
    all,
    close() {
      for (const socket of sockets) socket.destroy()
    },
  }
}
