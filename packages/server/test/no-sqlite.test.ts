import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { afterEach, expect, it, vi } from 'vitest'
import { createIdentity } from '../src/index.js'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const GOOD = {
  ...{ STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PUBLISHABLE_KEY: 'pk_test_1' },
  ...{ COOKIE_SECRET: 'a cookie secret that is long enough', PORT: '0' },
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'no-sqlite-')))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('reports a missing SQLite at the start and exits', async () => {
  cpSync(join(PACKAGE, 'dist'), join(folder, 'dist'), { recursive: true })
  cpSync(join(PACKAGE, 'package.json'), join(folder, 'package.json'))
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync(join(PACKAGE, 'node_modules'))) {
    if (name === 'better-sqlite3' || name.startsWith('.')) continue
    symlinkSync(join(PACKAGE, 'node_modules', name), join(folder, 'node_modules', name))
  }
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      // As in a Node before 22.13, which has no built-in SQLite.
      ['--import', 'data:text/javascript,process.getBuiltinModule = undefined', join(folder, 'dist/cli.js')],
      { cwd: folder, env: GOOD, timeout: 20_000 },
      (error, _stdout, text) => resolve({ code: error?.code ?? 0, stderr: text }),
    )
  })
  expect(code).toBe(1)
  expect(stderr).toContain('DATABASE_URL needs Node 22.13 or newer for SQLite')
  expect(stderr).toContain('npm install better-sqlite3')
})

it('logs the cause if a database cannot be opened', async () => {
  const lines: string[] = []
  const identity = createIdentity({
    stripe: { secretKey: 'sk_test_1', publishableKey: 'pk_test_1', webhookSecrets: ['whsec_1'] },
    database: `sqlite:${join(folder, 'is', 'not', 'there.db')}`,
    authenticate: () => 'ada',
    onStatusChange: () => {},
    logger: pino({ level: 'warn' }, { write: (line) => void lines.push(line) }),
  })
  try {
    await vi.waitFor(() => {
      for (const what of ['a round of the reconciler failed', 'the outbox could not be read']) {
        const error = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg.startsWith(what))?.error
        expect(error).toMatch(/directory does not exist|unable to open|CANTOPEN/)
      }
    }, 60_000)
  } finally {
    await identity.close()
  }
})
