import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blocksOf } from '../../docs/blocks.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Its dependencies include all packages that the pages install. */
const MODULES = join(ROOT, 'docs', 'node_modules')

interface Program {
  /** Its output so far. */
  said(): string
  /** Resolves to its exit code. */
  readonly ended: Promise<number | null>
  signal(name: NodeJS.Signals): void
}

/** The folder of a reader who followed a page: its files, its dependencies, and its commands. */
export class Project {
  readonly folder: string
  /** The commands of the page in order; `start` removes each one that it runs. */
  readonly commands: string[]
  readonly #children: ChildProcess[] = []

  /** `swaps` replaces words of the page, such as its ports with free ones. */
  constructor(page: string, swaps: Record<string, string> = {}) {
    const text = Object.entries(swaps).reduce(
      (before, [word, other]) => before.replaceAll(word, other),
      readFileSync(join(ROOT, page), 'utf8'),
    )
    mkdirSync(join(ROOT, 'docs', '.cache'), { recursive: true })
    this.folder = mkdtempSync(join(ROOT, 'docs', '.cache', 'run-'))
    symlinkSync(MODULES, join(this.folder, 'node_modules'), 'junction')
    const blocks = blocksOf(text)
    for (const { file, text } of blocks) if (file !== null) this.write(file, text)
    this.commands = blocks.filter(({ run }) => run).flatMap(({ text }) => text.trim().split('\n'))
  }

  write(file: string, text: string): void {
    const path = join(this.folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  /** Runs the page's next command. */
  start(env: Record<string, string> = {}): Program {
    const command = this.commands.shift()
    if (command === undefined) throw new Error('the page has no further command')
    const { NODE_ENV: _, VITEST: __, ...inherited } = process.env
    const bins = [join(MODULES, '.bin'), join(ROOT, 'node_modules', '.bin')]
    // `exec` replaces the shell, so that signals reach the program itself.
    const child = spawn(command.replace(/^npx |^(?=(node|bun|deno) )/, 'exec '), {
      cwd: this.folder,
      shell: true,
      env: { ...inherited, ...env, PATH: [...bins, process.env.PATH].join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#children.push(child)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    }
    return {
      said: () => said,
      ended: once(child, 'close').then(([code]) => code),
      signal: (name) => void child.kill(name),
    }
  }

  async end(): Promise<void> {
    for (const child of this.#children) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
