import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createSandbox, type Sandbox } from '../../packages/sandbox/src/index.js'
import { Standalone } from '../../packages/server/test/support/standalone.js'
import { freePort } from '../../scripts/lib/free-port.mjs'
import { proxy } from './proxy.js'

const PAGE = readFileSync(new URL('../../docs/beside-php.md', import.meta.url), 'utf8')
const WIDGET = fileURLToPath(new URL('../../packages/widget/dist', import.meta.url))

export interface PhpSite {
  url: string
  sandbox: Sandbox
  identity: Standalone
  /** The log lines of both sides. */
  settings: Record<string, string>
  /** The address at which PHP itself listens. */
  phpUrl: string
  /** The output of identity-changed.php, line by line. */
  changes(): string[]
  close(): Promise<void>
}

/** The PHP files in docs/beside-php.md, by name. */
export function shownFiles(): Map<string, string> {
  const blocks = PAGE.matchAll(/^```php\n(<\?php \/\/ (\S+)\n[\s\S]*?)^```$/gm)
  return new Map([...blocks].map(([, text = '', name = '']) => [name, text]))
}

/** The settings in the page, with values for its placeholders (`…`) and URLs. */
export function shownSettings(): Record<string, string> {
  const [, block = ''] = /^```ini\n([\s\S]*?)^```$/m.exec(PAGE) ?? []
  return Object.fromEntries([...block.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]))
}

/** Runs the page: its files in PHP's built-in server, our server, a proxy in front of both, and the sandbox as Stripe. */
export async function startPhpSite(php: string): Promise<PhpSite> {
  const folder = mkdtempSync(join(tmpdir(), 'identity-php-'))
  for (const [name, text] of shownFiles()) writeFileSync(join(folder, name), text)
  symlinkSync(WIDGET, join(folder, 'widget'))
  writeFileSync(join(folder, 'favicon.ico'), '')
  const changes = join(folder, 'changes.log')
  writeFileSync(changes, '')

  const phpUrl = `http://127.0.0.1:${await freePort()}`
  const front = await proxy()
  const sandbox = await createSandbox({ forwardTo: `${front.url}/identity/webhook` })
  const secret = () => randomBytes(32).toString('base64')
  const settings = {
    ...shownSettings(),
    STRIPE_SECRET_KEY: sandbox.secretKey,
    STRIPE_PUBLISHABLE_KEY: sandbox.publishableKey,
    STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret,
    STRIPE_API_BASE: sandbox.url,
    RETURN_URLS: `${front.url}/booking.php`,
    PORT: '0',
    STATUS_WEBHOOK_URL: `${phpUrl}/identity-changed.php`,
    STATUS_WEBHOOK_SECRET: `whsec_${secret()}`,
    JWT_SECRET: secret(),
    OPERATOR_TOKEN: secret(),
  }
  const identity = await new Standalone({
    ...settings,
    DATABASE_URL: `sqlite:${join(folder, 'identity.db')}`,
  }).listening()
  const server = spawn(php, ['-d', `session.save_path=${folder}`, '-S', new URL(phpUrl).host, '-t', folder], {
    env: {
      PATH: process.env.PATH ?? '',
      JWT_SECRET: settings.JWT_SECRET,
      OPERATOR_TOKEN: settings.OPERATOR_TOKEN,
      STATUS_WEBHOOK_SECRET: settings.STATUS_WEBHOOK_SECRET,
      IDENTITY_URL: identity.url,
      SANDBOX_URL: sandbox.url,
      CHANGES: changes,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(server, 'exit')
  for await (const line of createInterface({ input: server.stderr })) if (line.includes('started')) break
  server.stderr.resume()
  front.lead({ '/identity/': new URL(identity.url).origin, '/': phpUrl })

  return {
    url: front.url,
    ...{ sandbox, identity, settings, phpUrl },
    changes: () => readFileSync(changes, 'utf8').split('\n').filter(Boolean),
    async close() {
      server.kill('SIGTERM')
      await Promise.all([ended, identity.end('SIGTERM')])
      await front.close()
      await sandbox.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
