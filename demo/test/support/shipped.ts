import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parse, stringify } from 'yaml'
import { pnpm } from '../../../scripts/lib/run.mjs'
import { manifestOf, packedPackages } from '../../../scripts/lib/tarballs.mjs'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
/** Installed and built files, which the copy creates anew. The demo's own server is copied as built. */
const MADE = /^(node_modules|\.cache|\.svelte-kit|next-env\.d\.ts|test)$/

export interface ShippedDemo {
  url: string
  sandboxUrl: string
  close(): Promise<void>
}

/**
 * Starts the demo outside of this repository: a copy in a temporary folder with our packages installed from the
 * tarballs for npm. Only its server is built.
 */
export async function startShippedDemo(): Promise<ShippedDemo> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-shipped-'))
  let demo: ChildProcess | undefined
  const close = async () => {
    if (demo !== undefined && demo.exitCode === null) {
      const ended = once(demo, 'exit')
      demo.kill('SIGTERM')
      await ended
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  try {
    await copyDemo(folder)
    await installPacked(folder)
    const env = { ...process.env, PORT: '0', SANDBOX_PORT: '0' }
    demo = spawn(process.execPath, ['demo/dist/main.js'], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return { ...(await addresses(demo)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function copyDemo(folder: string): Promise<void> {
  const demo = join(ROOT, 'demo')
  await cp(demo, join(folder, 'demo'), {
    recursive: true,
    filter: (path) => {
      const inPage = path.slice(demo.length).split(sep).length > 2
      return !MADE.test(basename(path)) && !(inPage && basename(path) === 'dist')
    },
  })
}

/** Installs the copy with the packages for npm, and all others as in the lockfile. */
async function installPacked(folder: string): Promise<void> {
  const workspace = parse(await readFile(join(ROOT, 'pnpm-workspace.yaml'), 'utf8'))
  for (const [name, tarball] of Object.entries(packedPackages())) {
    workspace.overrides[manifestOf(name).name] = `file:${tarball}`
  }
  await writeFile(join(folder, 'pnpm-workspace.yaml'), stringify(workspace))
  await writeFile(join(folder, 'package.json'), '{ "private": true }')
  for (const name of ['pnpm-lock.yaml', 'tsconfig.base.json']) await cp(join(ROOT, name), join(folder, name))
  await pnpm(['install', '--no-frozen-lockfile', '--prefer-offline', '--loglevel=error'], { cwd: folder })
}

async function addresses(demo: ChildProcess): Promise<{ url: string; sandboxUrl: string }> {
  let sandboxUrl = ''
  for await (const line of createInterface({ input: demo.stdout as NodeJS.ReadableStream })) {
    sandboxUrl ||= /^Sandbox: (\S+)/.exec(line)?.[1] ?? ''
    const url = /^Demo ready: (\S+)/.exec(line)?.[1]
    if (url !== undefined) return { url, sandboxUrl }
  }
  throw new Error('the demo ended before it was ready')
}
