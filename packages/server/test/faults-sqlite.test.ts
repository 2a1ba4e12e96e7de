import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Logger, pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteDatabase } from '../src/store/sqlite-database.js'
import { deliver, eventBodies } from './support/deliveries.js'
import { Standalone } from './support/standalone.js'
import { type TestServer, World } from './support/world.js'

const SECRET = 'whsec_sqlite'
const AWAY = [503, 'store_unavailable']

/** The fields of a log line that contain the cause. */
const reasons = (lines: readonly Record<string, unknown>[]) =>
  lines.map(({ err }) => String(Reflect.get(Object(err), 'code'))).join('\n')

let world: World
let file: string
let lines: Record<string, unknown>[]
beforeEach(async () => {
  world = await World.create()
  file = join(world.folder, 'truth', 'identity.db')
  mkdirSync(dirname(file))
  lines = []
})
afterEach(() => world.close())

const logger = () => pino({ level: 'warn' }, { write: (line) => void lines.push(JSON.parse(line)) }) as Logger
const serve = () =>
  world.serve({ database: `sqlite:${file}`, stripe: { webhookSecrets: [SECRET] }, logger: logger() })
const verifiedEvent = async () => (await eventBodies(world, 'verified')).at(-1) as string

/** A user's session that is verified at Stripe, while our database has only its start. */
async function begun(server: TestServer, user = 'ada'): Promise<string> {
  const { id } = (await server.as(user).open()).body
  await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
  return id
}

/** The same after the server that created the file has closed it. */
async function atRest(): Promise<string> {
  const server = await serve()
  const id = await begun(server)
  await server.close()
  return id
}

async function expectRecovery(server: TestServer, id: string): Promise<void> {
  await expect
    .poll(async () => deliver(`${server.url}/identity`, await verifiedEvent(), SECRET))
    .toEqual([200])
  expect((await server.as('ada').get(id)).body.status).toBe('verified')
}

describe('a file that is damaged while the server is stopped', () => {
  const overwriteHeader = () => {
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill('x', 0, 100))
  }
  const flipPages = () => {
    const bytes = readFileSync(file)
    for (let at = 4096; at < bytes.length; at++) bytes[at] = ~(bytes[at] as number) & 0xff
    writeFileSync(file, bytes)
  }
  const cutInHalf = () => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)
  const another = () => writeFileSync(file, 'this was never a database')

  it.each([
    ['its header is overwritten', overwriteHeader, /NOTADB|not a database/],
    ['its pages are flipped', flipPages, /CORRUPT|malformed/],
    ['it is cut in half', cutInHalf, /CORRUPT|malformed/],
    ['it is something else', another, /NOTADB|not a database/],
  ])(
    '%s: responds 503, leaves the file untouched, and recovers once it is repaired',
    async (_what, harm, reason) => {
      const id = await atRest()
      copyFileSync(file, `${file}.good`)
      harm()
      const broken = readFileSync(file)

      const server = await serve()
      expect(await deliver(`${server.url}/identity`, await verifiedEvent(), SECRET)).toEqual(AWAY)
      expect((await server.as('ada').get(id)).status).toBe(503)
      expect((await server.as('bob').open()).status).toBe(503)
      expect(reasons(lines)).toMatch(reason)
      expect(readFileSync(file).equals(broken)).toBe(true)

      copyFileSync(`${file}.good`, file)
      await expectRecovery(server, id)
    },
  )

  it('with only its log left is not replaced by an empty database', async () => {
    const server = await serve()
    const id = await begun(server)
    // As after a crash: commits are only in the log, and no process has the files open.
    const names = readdirSync(dirname(file))
    for (const name of names) copyFileSync(join(dirname(file), name), join(world.folder, name))
    await server.close()
    for (const name of names) copyFileSync(join(world.folder, name), join(dirname(file), name))
    truncateSync(file, 0)

    const again = await serve()
    expect(await deliver(`${again.url}/identity`, await verifiedEvent(), SECRET)).toEqual(AWAY)
    expect(reasons(lines)).toContain('-wal')
    expect(statSync(file).size).toBe(0)
    expect(readFileSync(`${file}-wal`).equals(readFileSync(join(world.folder, 'identity.db-wal')))).toBe(true)
    copyFileSync(join(world.folder, 'identity.db'), file)
    await expectRecovery(again, id)
  })

  it('with a newer schema is refused with a named cause, and used again after a downgrade', async () => {
    const id = await atRest()
    const run = async (text: string) => {
      const database = await openSqliteDatabase(file)
      database.prepare(text).run([])
      database.close()
    }
    await run("insert into stripe_identity_kysely_migration values ('9999_of_a_later_version', '2030')")
    const server = await serve()
    expect(await deliver(`${server.url}/identity`, await verifiedEvent(), SECRET)).toEqual(AWAY)
    expect((await server.as('ada').get(id)).status).toBe(503)
    expect(reasons(lines)).toContain('newer version')
    await run("delete from stripe_identity_kysely_migration where name like '9999%'")
    await expectRecovery(server, id)
  })

  it('in a missing folder is used once the folder exists', async () => {
    renameSync(dirname(file), `${dirname(file)}-away`)
    const server = await serve()
    expect((await server.as('ada').open()).status).toBe(503)
    expect(reasons(lines)).toMatch(/directory|unable to open/i)
    renameSync(`${dirname(file)}-away`, dirname(file))
    await expect.poll(async () => (await server.as('ada').open()).status).toBe(201)
  })
})

describe('a file that is removed while it is in use', () => {
  it('is not replaced by an empty one: status stays readable, and the file is used once it is restored', async () => {
    const server = await serve()
    const id = await begun(server)
    const away = `${dirname(file)}-away`
    renameSync(dirname(file), away)
    mkdirSync(dirname(file))
    expect(await deliver(`${server.url}/identity`, await verifiedEvent(), SECRET)).toEqual(AWAY)
    expect((await server.as('ada').get(id)).body.status).toBe('requires_input')
    await expect.poll(() => reasons(lines)).toMatch(/database file is missing/)
    expect(existsSync(file)).toBe(false)

    for (const name of readdirSync(away)) renameSync(join(away, name), join(dirname(file), name))
    await expectRecovery(server, id)
  })

  it('is replaced by a backup in its place, also for a held poll', async () => {
    const server = await serve()
    const id = await begun(server)
    const database = await openSqliteDatabase(file)
    database.prepare('vacuum into ?').run([`${file}.backup`])
    database.close()
    const { version } = (await server.as('ada').get(id)).body
    const held = server.as('ada').get(id, `?after=${version}&wait=20`)
    renameSync(`${file}.backup`, file)
    for (const rest of ['-wal', '-shm']) renameSync(file + rest, `${file}${rest}.old`)
    await expectRecovery(server, id)
    expect((await held).body.status).toBe('verified')
  })
})

describe('a file that is locked by another process', () => {
  const HOLDER = `
    const sqlite = process.getBuiltinModule?.('node:sqlite')
    const open = sqlite ? sqlite.DatabaseSync : (await import('better-sqlite3')).default
    const database = new open(process.argv[1])
    database.exec('begin immediate')
    console.log('locked')
    process.stdin.once('data', () => { database.exec('rollback'); database.close(); process.exit(0) })`
  async function lock(): Promise<() => Promise<unknown>> {
    const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, file], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    return () => {
      const ended = once(holder, 'exit')
      holder.stdin.write('.')
      return ended
    }
  }

  it('for a moment makes deliveries wait', async () => {
    const server = await serve()
    const id = await begun(server)
    const unlock = await lock()
    const delivery = deliver(`${server.url}/identity`, await verifiedEvent(), SECRET)
    // The read completes while the delivery waits.
    expect((await server.as('ada').get(id)).body.status).toBe('requires_input')
    await unlock()
    expect(await delivery).toEqual([200])
    expect((await server.as('ada').get(id)).body.status).toBe('verified')
  })

  it('for long makes all deliveries respond 503 in time, without blocking reads', async () => {
    const server = await serve()
    const id = await begun(server)
    const unlock = await lock()
    const payload = await verifiedEvent()
    const deliveries = Array.from({ length: 20 }, () => deliver(`${server.url}/identity`, payload, SECRET))
    let reads = 0
    let over = false
    void Promise.allSettled(deliveries).then(() => {
      over = true
    })
    while (!over) {
      expect((await server.as('ada').get(id)).body.status).toBe('requires_input')
      reads += 1
    }
    for (const delivery of deliveries) expect(await delivery).toEqual(AWAY)
    // A read queued behind the deliveries would complete after them, as the last.
    expect(reads).toBeGreaterThan(5)
    expect(reasons(lines)).toMatch(/BUSY|locked/)
    await unlock()
    await expectRecovery(server, id)
  })
})

describe('a process that the operating system does not allow to write', () => {
  const running: Standalone[] = []
  afterEach(async () => {
    for (const server of running.splice(0)) await server.end('SIGKILL')
  })
  const standalone = async (under: string[] = []) => {
    const server = new Standalone(
      {
        STRIPE_SECRET_KEY: world.sandbox.secretKey,
        STRIPE_PUBLISHABLE_KEY: world.sandbox.publishableKey,
        STRIPE_API_BASE: world.sandbox.url,
        STRIPE_WEBHOOK_SECRET: SECRET,
        COOKIE_SECRET: 'a cookie secret that is long enough',
        DATABASE_URL: `sqlite:${file}`,
        HOST: '127.0.0.1',
        PORT: '0',
      },
      under,
    )
    running.push(server)
    return server.listening()
  }
  const openAsVisitor = async (server: Standalone) => {
    await server.send('/sessions/current')
    const { id } = (await server.send('/sessions', { method: 'POST', body: '{}' })).body
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
    return id
  }

  it('because the disk is full responds 503, still reads status, and recovers once there is space', async () => {
    const server = await standalone()
    const id = await openAsVisitor(server)
    const limit = (size: string) =>
      execFileSync('prlimit', ['--pid', String(server.process.pid), `--fsize=${size}:`])
    limit(String(statSync(`${file}-wal`).size))
    expect(await deliver(server.url, await verifiedEvent(), SECRET)).toEqual(AWAY)
    const during = await server.send(`/sessions/${id}`)
    expect([during.status, during.body.status]).toEqual([200, 'requires_input'])
    await expect.poll(() => reasons(server.lines)).toMatch(/FULL|IOERR_WRITE|full|disk I\/O/)
    limit('unlimited')
    await expect.poll(async () => deliver(server.url, await verifiedEvent(), SECRET)).toEqual([200])
    expect((await server.send(`/sessions/${id}`)).body.status).toBe('verified')
    expect(server.process.exitCode).toBeNull()
  })

  it('because the file is read-only responds 503, still reads status, and recovers once it is writable', async () => {
    const first = await standalone()
    const id = await openAsVisitor(first)
    await first.end('SIGTERM')
    chmodSync(file, 0o444)
    // Root may write regardless of the file mode unless that capability is dropped.
    const root = process.getuid?.() === 0
    const server = await standalone(root ? ['setpriv', '--bounding-set=-dac_override'] : [])
    server.cookie = first.cookie
    expect(await deliver(server.url, await verifiedEvent(), SECRET)).toEqual(AWAY)
    const during = await server.send(`/sessions/${id}`)
    expect([during.status, during.body.status]).toEqual([200, 'requires_input'])
    await expect.poll(() => reasons(server.lines)).toMatch(/READONLY|readonly/)
    chmodSync(file, 0o644)
    await expect.poll(async () => deliver(server.url, await verifiedEvent(), SECRET)).toEqual([200])
    expect((await server.send(`/sessions/${id}`)).body.status).toBe('verified')
  })
})
