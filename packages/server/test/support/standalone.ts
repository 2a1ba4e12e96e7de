import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { SessionOpening } from 'stripe-identity-contract'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** The server as users start it: a separate process, configured by its environment. */
export class Standalone {
  readonly lines: Record<string, unknown>[] = []
  readonly process: ChildProcess
  url = ''
  cookie = ''

  /** `under` is a program that runs the server, with its arguments. */
  constructor(env: Record<string, string>, under: readonly string[] = []) {
    const [program = process.execPath, ...args] = [...under, process.execPath, CLI]
    this.process = spawn(program, args, {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  async listening(): Promise<this> {
    for await (const line of createInterface({ input: this.process.stdout as NodeJS.ReadableStream })) {
      const entry = JSON.parse(line) as Record<string, unknown>
      this.lines.push(entry)
      if (entry.msg === 'listening') {
        this.url = `${entry.url}${entry.base_path}`
        this.process.stdout?.on('data', (data: Buffer) => this.#collect(data))
        this.process.stdout?.resume()
        return this
      }
    }
    throw new Error('it ended before it listened')
  }

  #collect(data: Buffer): void {
    for (const line of data.toString().split('\n').filter(Boolean)) this.lines.push(JSON.parse(line))
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return this.process.exitCode
    const ended = once(this.process, 'exit')
    this.process.kill(signal)
    return (await ended)[0] as number | null
  }

  /** Sends a request as one visitor, whose cookie is kept. */
  async send(path: string, init: RequestInit = {}): Promise<{ status: number; body: SessionOpening }> {
    const answer = await fetch(this.url + path, {
      ...init,
      headers: { 'Content-Type': 'application/json', Cookie: this.cookie },
    })
    this.cookie ||= answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
    const text = await answer.text()
    return { status: answer.status, body: JSON.parse(text || '{}') as SessionOpening }
  }
}
