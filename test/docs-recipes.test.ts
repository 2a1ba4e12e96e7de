import { createHmac } from 'node:crypto'
import type { ErrorBody, SessionOpening, SessionView } from 'stripe-identity-contract'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSandbox, type Sandbox } from '../packages/sandbox/src/index.js'
import { freePort } from '../scripts/lib/free-port.mjs'
import { Project } from './support/project.js'

vi.setConfig({ testTimeout: 60_000 })

describe('the recipes', () => {
  let sandbox: Sandbox
  let project: Project
  let url: string
  afterEach(async () => {
    await project.end()
    await sandbox.close()
  })

  async function follow(page: string, swaps: Record<string, string> = {}): Promise<void> {
    const port = String(await freePort())
    url = `http://localhost:${port}`
    sandbox = await createSandbox({ forwardTo: `${url}/identity/webhook`, webhookSecret: 'whsec_dev' })
    project = new Project(page, { '4242': port, ...swaps })
    const server = project.start({ STRIPE_API_BASE: sandbox.url })
    await expect.poll(server.said, { timeout: 60_000 }).toContain(url)
  }

  /** A browser or an app whose credentials are sent with each request. */
  async function arrive(credentials: Record<string, string> = {}) {
    const signed = { ...credentials }
    const ask = async <T>(path: string, body?: unknown) => {
      const answer = await fetch(url + path, {
        headers: { ...signed, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      })
      const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0]
      if (cookie !== undefined) signed.Cookie = cookie
      const text = await answer.text()
      return { status: answer.status, text, body: (text.startsWith('{') ? JSON.parse(text) : null) as T }
    }
    const verify = async () => {
      const { id } = (await ask<SessionOpening>('/identity/sessions', {})).body
      await sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
      await expect
        .poll(async () => (await ask<SessionView>(`/identity/sessions/${id}`)).body.status)
        .toBe('verified')
      return id
    }
    await ask('/identity/sessions/current')
    return { ask, verify }
  }

  it.each([
    ['an adult', '>= 18', 200, 'A bottle of wine.'],
    // The sandbox's person was born in 1990.
    ['a younger person', '>= 118', 403, 'For adults only.'],
  ])('docs/age-check.md keeps yes or no of %s', async (_who, rule, status, text) => {
    await follow('docs/age-check.md', { '>= 18': rule })
    const ada = await arrive()
    expect((await ada.ask('/wine')).status).toBe(403)
    await ada.verify()
    await expect.poll(async () => (await ada.ask('/wine')).text).toBe(text)
    expect((await ada.ask('/wine')).status).toBe(status)
  })

  it('docs/verify-again.md requires a new verification after the maximum age', async () => {
    await follow('docs/verify-again.md', { '365 * 24 * 60 * 60': '2' })
    const ada = await arrive()
    const first = await ada.verify()
    expect((await ada.ask('/book', {})).text).toBe('Booked.')
    await expect.poll(async () => (await ada.ask('/book', {})).status).toBe(403)
    expect(await ada.verify()).not.toBe(first)
    expect((await ada.ask('/book', {})).text).toBe('Booked.')
  })

  it('docs/native-apps.md returns a key to the session’s owner', async () => {
    await follow('docs/native-apps.md')
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const token = (user: string) => {
      const claims = { sub: user, exp: Math.floor(Date.now() / 1000) + 3600 }
      const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
      const secret = '32-characters-or-more-that-stay-the-same'
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
    }
    const app = await arrive({ Authorization: `Bearer ${token('ada')}` })
    const { id } = (await app.ask<SessionOpening>('/identity/sessions', {})).body
    const path = `/identity/sessions/${id}/ephemeral_key`
    const version = { api_version: '2026-10-28.endive' }
    const key = await app.ask<{ session: string; secret: string; expires: number }>(path, version)
    expect(key).toMatchObject({ status: 201, body: { session: id } })
    expect(key.body.secret).toMatch(/^ek_test_/)
    expect(key.body.expires).toBeGreaterThan(Date.now() / 1000)
    const other = await arrive({ Authorization: `Bearer ${token('bob')}` })
    expect((await other.ask<ErrorBody>(path, version)).body.error.code).toBe('not_found')
    expect((await app.ask<ErrorBody>(path, {})).body.error.code).toBe('invalid_request')
    await app.verify()
    expect(await app.ask<ErrorBody>(path, version)).toMatchObject({
      status: 409,
      body: { error: { code: 'invalid_state', status: 'verified' } },
    })
  })
})
