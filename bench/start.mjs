// Measures a new user's wait for `npm run demo`: in a fresh clone, and the second time.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { line, report } from './lib/report.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Seconds until the demo prints that it is ready. Ends it then. */
async function start(folder) {
  const started = performance.now()
  const env = { ...process.env, PORT: '0', SANDBOX_PORT: '0' }
  const demo = spawn(process.execPath, ['scripts/demo.mjs'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: demo.stdout })) {
    if (!line.startsWith('Demo ready')) continue
    const seconds = (performance.now() - started) / 1000
    const ended = new Promise((resolve) => demo.once('exit', resolve))
    demo.kill('SIGINT')
    await ended
    return seconds
  }
  throw new Error('the demo ended before it was ready')
}

const folder = mkdtempSync(join(tmpdir(), 'identity-clone-'))
try {
  execFileSync('git', ['clone', '--quiet', ROOT, folder])
  const cold = await start(folder)
  const warm = await start(folder)
  report('Start of npm run demo', [
    line({
      what: 'first start in a fresh clone',
      unit: 's',
      ours: cold,
      against: 'budget',
      peer: 120,
      aim: 'at most 1',
    }),
    line({ what: 'later start', unit: 's', ours: warm, against: 'budget', peer: 5, aim: 'at most 1' }),
  ])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
