import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'vitest'

export interface Where {
  cwd: string
  env: NodeJS.ProcessEnv
}

/** A program with its child processes, as in a separate terminal. */
export class Program {
  output = ''
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>

  constructor(command: string, args: string[], { cwd, env }: Where) {
    this.#child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        this.output += text
      })
    }
    this.#ended = once(this.#child, 'close').then(([code]) => code)
  }

  /** Runs a program until it exits; fails with its output unless it exits with this code. */
  async ends(code = 0): Promise<string> {
    const ended = await this.#ended
    expect(ended, this.output).toBe(code)
    return this.output
  }

  async says(text: string): Promise<void> {
    await expect.poll(() => this.output, { timeout: 60_000 }).toContain(text)
  }

  /** Ctrl-C, which signals every process of the terminal. Resolves once all have exited. */
  async interrupt(): Promise<void> {
    if (this.#signal('SIGINT')) await expect.poll(() => this.#signal(0), { timeout: 60_000 }).toBe(false)
    await this.#ended
  }

  async kill(): Promise<void> {
    this.#signal('SIGKILL')
    await this.#ended
  }

  #signal(signal: NodeJS.Signals | 0): boolean {
    try {
      return process.kill(-(this.#child.pid ?? Number.NaN), signal)
    } catch {
      return false
    }
  }
}

/** The environment of a new user, without variables set by npm, a test runner or our own settings. */
export function plainEnvironment(home: string): NodeJS.ProcessEnv {
  const ours =
    /^(npm_|STRIPE_|VITEST|INIT_CWD$|NODE_ENV$|NODE_OPTIONS$|PORT$|HOST$|PUBLIC_URL$|COOKIE_SECRET$|DATABASE_URL$|TRUST_PROXY$)/
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name))
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules'))
  return { ...Object.fromEntries(kept), PATH: path.join(':'), HOME: home, TMPDIR: home }
}
