// `npm run test:image` requires Docker. Builds and runs the images of compose.yaml and of the starter.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Check } from './lib/check.mjs'
import { node, run } from './lib/run.mjs'
import { ROOT } from './lib/workspace.mjs'

process.chdir(ROOT)
Object.assign(process.env, {
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_sandbox',
  STRIPE_API_BASE: 'http://localhost:12111',
  COOKIE_SECRET: 'a cookie secret that is long enough',
  POSTGRES_PASSWORD: 'secret',
})
const compose = (...args) => run('docker', ['compose', '--profile', 'sandbox', ...args])
const docker = (...args) => execFileSync('docker', args, { encoding: 'utf8' }).trim()

/** Waits until the URL answers 200; fails after half a minute. */
async function answers(url) {
  let last
  for (let tries = 0; tries < 60; tries += 1) {
    last = await fetch(url).then(
      ({ status }) => status,
      (error) => error.message,
    )
    if (last === 200) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`${url}: ${last}`)
}

const check = new Check()
try {
  if (await check.step('docker compose up', () => compose('up', '--build', '--detach', '--wait'))) {
    await check.step('the server is ready', () => answers('http://localhost:4242/health/ready'))
    await check.step('the sandbox answers', () => answers('http://localhost:12111/_sandbox/health'))
    await check.step('the server ends by itself when asked', async () => {
      const container = docker('compose', 'ps', '--quiet', 'server')
      await compose('stop', 'server')
      const code = docker('inspect', '--format', '{{.State.ExitCode}}', container)
      if (code !== '0') throw new Error(`it ended with ${code}`)
    })
  }
} finally {
  await compose('down', '--volumes')
}

const folder = mkdtempSync(join(tmpdir(), 'image-'))
const app = join(folder, 'my-app')
const NAME = 'stripe-identity-starter'
try {
  const made = await check.step('the starter builds its image', async () => {
    await node(['scripts/starter.mjs', app, '--yes'])
    await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: app })
    await run('docker', ['build', '--tag', NAME, app])
  })
  if (made) {
    await check.step('the starter starts in it', async () => {
      const names = ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET', 'COOKIE_SECRET']
      const settings = names.flatMap((name) => ['--env', name])
      docker('run', '--detach', '--rm', '--name', NAME, '--publish', '4243:4242', ...settings, NAME)
      await answers('http://localhost:4243/')
    })
    execFileSync('docker', ['rm', '--force', NAME], { stdio: 'ignore' })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
check.finish()
