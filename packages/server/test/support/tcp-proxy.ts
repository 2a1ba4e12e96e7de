import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

interface Link {
  near: Socket
  far: Socket
  /** The data sent by the client so far, which identifies connections. */
  said: string
  silent: boolean
}

/** A TCP proxy to a server that can be cut, barred or made to drop everything. */
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

  /** The server's URL through the proxy. */
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
        // A network that drops everything also drops the end of a connection.
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

  /** The number of times that clients sent `text` on the open connections. */
  countSent(text: string): number {
    return [...this.#links].reduce((sum, { said }) => sum + said.split(text).length - 1, 0)
  }

  /** Silently drops all data from now on, on connections whose client sent `word`. */
  swallow(word = ''): void {
    if (word === '') this.#swallow = true
    for (const link of this.#links) link.silent ||= link.said.includes(word)
  }

  /** Cuts all connections and refuses new ones. */
  async bar(): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    for (const { near, far } of this.#links) {
      near.destroy()
      far.destroy()
    }
    await closed
  }

  /** Accepts new connections again; connections with dropped data stay dead. */
  async open(): Promise<void> {
    this.#swallow = false
    if (!this.#server.listening) await this.#listen()
  }

  async close(): Promise<void> {
    if (this.#server.listening) await this.bar()
  }
}
