// npm run dev: runs the server and restarts it after each change. Uses the sandbox if STRIPE_SECRET_KEY is not set.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { portTaken, readPort } from '../src/settings.ts'
import { startSandbox } from './sandbox.ts'

if (existsSync('.env')) process.loadEnvFile()

const port = await freePortOrExit()
const sandbox = process.env.STRIPE_SECRET_KEY ? null : await startSandbox(port)
console.log(
  sandbox === null
    ? 'Stripe: STRIPE_SECRET_KEY is set, so sessions are made there.'
    : `Sandbox: ${sandbox.url} stands in for Stripe and verifies no real people. Fill in .env to use Stripe.`,
)

const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', '--import', 'tsx', 'src/server.ts'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      HOST: '127.0.0.1', // not reachable from the network
      COOKIE_SECRET: process.env.COOKIE_SECRET || randomBytes(32).toString('hex'),
      ...sandbox?.env,
    },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'))
await once(server, 'exit')
await sandbox?.close()

/** Checked before the start: the server would only report that its port is taken, and wait for the next change. */
async function freePortOrExit(): Promise<number> {
  try {
    const wanted = readPort(process.env)
    const probe = createServer().listen(wanted, '127.0.0.1')
    await once(probe, 'listening')
    probe.close()
    await once(probe, 'close')
    return wanted
  } catch (error) {
    const { code, port, message } = error as NodeJS.ErrnoException & { port: number }
    console.error(code === 'EADDRINUSE' ? portTaken(port) : message)
    process.exit(1)
  }
}
