import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StatusChange } from '../src/index.js'
import { reaches, World } from './support/world.js'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

describe('status changes sent to the host', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  it('are sent once each, in order, with exactly the documented fields', async () => {
    const told: StatusChange[] = []
    const server = await world.serve({ onStatusChange: (change) => void told.push(change) })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'unverified', error_code: 'document_expired' })
    await reaches(ada, id, 'processing')
    await reaches(ada, id, 'requires_input')
    await world.sandbox.submit(id, { outcome: 'verified' })
    await reaches(ada, id, 'verified')
    await expect.poll(() => told.at(-1)?.status).toBe('verified')
    const seen = told.map(({ previous_status, status, last_error }) => [
      previous_status,
      status,
      last_error?.code,
    ])
    expect(seen).toEqual([
      ['requires_input', 'processing', undefined],
      ['processing', 'requires_input', 'document_expired'],
      ['requires_input', 'processing', undefined],
      ['processing', 'verified', undefined],
    ])
    expect(new Set(told.map((change) => change.id)).size).toBe(4)
    expect(told.every(({ user, session_id }) => user === 'ada' && session_id === id)).toBe(true)
    expect(told.map(({ version }) => version)).toEqual(
      told.map(({ version }) => version).toSorted((a, b) => a - b),
    )
  })

  it('are resent with the same id and before later ones until the hook succeeds', async () => {
    const told: string[] = []
    let refusals = 2
    const server = await world.serve({
      onStatusChange: ({ id, status }) => {
        told.push(`${id} ${status}`)
        if (refusals-- > 0) throw new Error('not now')
      },
    })
    const ada = server.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified' })
    await reaches(ada, id, 'verified')
    await expect.poll(() => told.at(-1), { timeout: 60_000 }).toMatch(/verified$/)
    expect(new Set(told.slice(0, 3)).size).toBe(1)
    expect(told).toHaveLength(4)
  })

  it('survive the end of the process and are sent by another one', async () => {
    const failing = await world.serve({
      onStatusChange: () => {
        throw new Error('broken')
      },
    })
    const ada = failing.as('ada')
    const { id } = (await ada.open()).body
    await world.sandbox.submit(id, { outcome: 'verified' })
    await reaches(ada, id, 'verified')
    await failing.close()
    const told: StatusChange[] = []
    await world.serve({ onStatusChange: (change) => void told.push(change) })
    await expect
      .poll(() => told.map(({ status }) => status), { timeout: 60_000 })
      .toEqual(['processing', 'verified'])
  })

  it('are sent as POST requests that any Standard Webhooks library can verify, and resent until acknowledged', async () => {
    const received: { headers: IncomingMessage['headers']; body: string }[] = []
    let refusals = 1
    const host = createServer(async (req, res) => {
      let body = ''
      for await (const chunk of req) body += chunk
      received.push({ headers: req.headers, body })
      res.writeHead(refusals-- > 0 ? 302 : 204, { Location: '/elsewhere' }).end()
    }).listen(0, '127.0.0.1')
    await once(host, 'listening')
    try {
      const url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/hook`
      const server = await world.serve({ statusWebhook: { url, secret: SECRET } })
      const ada = server.as('ada')
      const { id } = (await ada.open()).body
      await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
      await expect
        .poll(() => received.some(({ body }) => body.includes('"verified"')), { timeout: 60_000 })
        .toBe(true)
      const checker = new Webhook(SECRET.replace('whsec_', ''))
      const events = received.map(({ headers, body }) =>
        checker.verify(body, headers as Record<string, string>),
      )
      expect(events.at(-1)).toMatchObject({ data: { id, status: 'verified', user: 'ada' } })
      expect(received[0]?.headers['webhook-id']).toBe(received[1]?.headers['webhook-id'])
    } finally {
      host.close()
    }
  })

  it('reach the hook for all users at once while the URL hangs', async () => {
    const told: string[] = []
    const hanging = createServer(() => {}).listen(0, '127.0.0.1')
    await once(hanging, 'listening')
    try {
      const url = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}/hook`
      const server = await world.serve({
        statusWebhook: { url, secret: SECRET },
        onStatusChange: ({ user, status }) => void told.push(`${user} ${status}`),
      })
      const began = async (user: string) => {
        const { id } = (await server.as(user).open()).body
        await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 0 })
        await expect.poll(() => told, { timeout: 60_000 }).toContain(`${user} verified`)
      }
      await began('ada')
      // The URL does not respond to the first user's change for ten seconds.
      await began('bob')
    } finally {
      hanging.closeAllConnections()
      hanging.close()
    }
  })
})
