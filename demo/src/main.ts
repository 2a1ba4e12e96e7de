import { startDemo } from './demo.js'

const port = portOf('PORT', 4242)
const sandboxPort = portOf('SANDBOX_PORT', 12111)

try {
  const demo = await startDemo({ port, sandboxPort, env: process.env })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void demo.close().then(() => process.exit(0)))
  }
  console.log(demo.about)
  console.log(`Demo ready: ${demo.url}`)
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}

function portOf(name: string, standard: number): number {
  const value = process.env[name]
  if (value === undefined || value === '') return standard
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
  console.error(`${name} is not a port: ${value}`)
  process.exit(1)
}

function explain(error: unknown): string {
  const { code, port: taken, message } = Object(error) as { code?: string; port?: number; message?: string }
  if (code !== 'EADDRINUSE') return `The demo did not start: ${message ?? String(error)}`
  const name = taken === sandboxPort ? 'SANDBOX_PORT' : 'PORT'
  return `Port ${taken} is in use: stop the program that listens on it, or set ${name} to another one.`
}
