import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

interface Link {
  near: Socket
  far: Socket
  /** What the client has said so far, to tell connections apart. */
  said: string
  silent: boolean
}

/** A way to a server that can be cut, barred or made to swallow everything. */
export class TcpProxy {
  readonly #links = new Set<Link>()
  readonly #target: URL
  #server = createServer((near) => this.#join(near))
  #port = 0
  #swallow = false

  private constructor(target: URL) {
    this.#target = target
  }

  static async before(url: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(new URL(url))
    await proxy.#listen()
    return proxy
  }

  /** The server's url, by this way. */
  get url(): string {
    return Object.assign(new URL(this.#target), { port: String(this.#port) }).href
  }

  #join(near: Socket): void {
    const far = connect(Number(this.#target.port), this.#target.hostname)
    const link: Link = { near, far, said: '', silent: this.#swallow }
    this.#links.add(link)
    near.on('data', (data) => {
      link.said += data.toString('latin1')
      if (!link.silent) far.write(data)
    })
    far.on('data', (data) => {
      if (!link.silent) near.write(data)
    })
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.on('error', () => {})
      socket.on('close', () => {
        // A network that swallows everything swallows the goodbye as well.
        if (link.silent && socket === far) return
        this.#links.delete(link)
        other.destroy()
      })
    }
  }

  async #listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** How often clients have said `word`, on the connections that are open. */
  heard(word: string): number {
    return [...this.#links].reduce((sum, { said }) => sum + said.split(word).length - 1, 0)
  }

  /** From now on nothing passes the connections whose client said `word`, and nobody is told. */
  swallow(word = ''): void {
    if (word === '') this.#swallow = true
    for (const link of this.#links) link.silent ||= link.said.includes(word)
  }

  /** Cuts every connection, and refuses new ones. */
  async bar(): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    for (const { near, far } of this.#links) {
      near.destroy()
      far.destroy()
    }
    await closed
  }

  /** New connections pass again; those that were swallowed stay dead. */
  async open(): Promise<void> {
    this.#swallow = false
    if (!this.#server.listening) await this.#listen()
  }

  async close(): Promise<void> {
    if (this.#server.listening) await this.bar()
  }
}
