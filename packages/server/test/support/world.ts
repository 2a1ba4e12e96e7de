import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import express, { type Express } from 'express'
import { pino } from 'pino'
import type { ErrorBody, SessionOpening, SessionView } from 'stripe-identity-contract'
import { createSandbox, type Sandbox } from 'stripe-identity-sandbox'
import { createIdentity, type Identity, type IdentityOptions } from '../../src/index.js'
import type { StripeTimeouts } from '../../src/stripe.js'

/** Options of a server under test. Defaults are the sandbox and a new SQLite file. */
export type Options = Partial<Omit<IdentityOptions, 'stripe'>> & {
  stripe?: Partial<IdentityOptions['stripe']>
  /** Adds handlers of the host's app before the router is mounted. */
  host?: (app: Express, identity: Identity) => void
  /** Timeouts for Stripe. Default: as in production. */
  stripeTimeouts?: StripeTimeouts
}

export interface TestServer {
  url: string
  identity: Identity
  /** A client that sends requests as this user; null sends no user. */
  as(user: string | null): Client
  close(): Promise<void>
}

export interface Answer<T> {
  status: number
  headers: Headers
  body: T
}

export interface Client {
  open(body?: unknown): Promise<Answer<SessionOpening>>
  current(): Promise<Answer<SessionView>>
  get(id: string, query?: string): Promise<Answer<SessionView>>
  cancel(id: string): Promise<Answer<SessionView>>
  /** Sends any request, including intentionally invalid ones. */
  send(path: string, init?: RequestInit): Promise<Answer<ErrorBody>>
}

/** The interface of the servers in this run: `express`, or `fetch` for hosts with `Request` and `Response`. */
const DOOR = process.env.DOOR ?? 'express'

/** A sandbox and any number of servers, all on free ports of 127.0.0.1. */
export class World {
  readonly sandbox: Sandbox
  readonly folder: string
  readonly #releases: (() => Promise<unknown>)[] = []

  private constructor(sandbox: Sandbox, folder: string) {
    this.sandbox = sandbox
    this.folder = folder
  }

  static async create(): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), 'identity-world-'))
    const world = new World(await createSandbox({ port: 0 }), folder)
    world.#releases.push(
      () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
      () => world.sandbox.close(),
    )
    return world
  }

  /** Registers a webhook endpoint at the sandbox; returns its secret. */
  async deliverTo(url: string): Promise<string> {
    const body = new URLSearchParams({ url })
    for (const name of ['created', 'processing', 'verified', 'requires_input', 'canceled', 'redacted']) {
      body.append('enabled_events[]', `identity.verification_session.${name}`)
    }
    const answer = await fetch(`${this.sandbox.url}/v1/webhook_endpoints`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.sandbox.secretKey}` },
      body,
    })
    return ((await answer.json()) as { secret: string }).secret
  }

  async serve({ stripe, host, stripeTimeouts, ...options }: Options = {}): Promise<TestServer> {
    const app = express()
    const byFetch = DOOR === 'fetch' && host === undefined
    const answer = byFetch
      ? getRequestListener((request, { incoming }) =>
          identity.fetch(request, {
            ...(options.authenticate === undefined && { user: request.headers.get('X-User') }),
            address: (incoming as IncomingMessage).socket.remoteAddress,
          }),
        )
      : app
    const server = createServer(answer).listen(0, '127.0.0.1')
    await once(server, 'listening')
    // Otherwise a busy client could send on a connection at the moment when it is closed as idle.
    server.keepAliveTimeout = 120_000
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const webhookSecrets = stripe?.webhookSecrets ?? [await this.deliverTo(`${url}/identity/webhook`)]
    const given: IdentityOptions = {
      database: `sqlite:${join(this.folder, 'identity.db')}`,
      authenticate: byFetch ? null : (req) => req.get('X-User') ?? null,
      reconcileIntervalMs: 100,
      logger: pino({ level: 'silent' }),
      ...options,
      limits: { rateLimitPerMinute: 0, ...options.limits },
      stripe: {
        secretKey: this.sandbox.secretKey,
        publishableKey: this.sandbox.publishableKey,
        apiBase: this.sandbox.url,
        ...stripe,
        webhookSecrets,
      },
    }
    const identity = createIdentity(given, undefined, stripeTimeouts)
    host?.(app, identity)
    app.use('/identity', identity.router)
    let closing: Promise<void> | undefined
    const close = () => {
      closing ??= (async () => {
        const closed = new Promise((resolve) => server.close(resolve))
        await identity.close()
        server.closeAllConnections()
        await closed
      })()
      return closing
    }
    this.#releases.push(close)
    return { url, identity, as: (user) => client(`${url}/identity`, user), close }
  }

  /** The sandbox's log of API calls, as `METHOD path`, without those of the test setup. */
  async calls(): Promise<string[]> {
    const answer = await fetch(`${this.sandbox.url}/_sandbox/requests`)
    const { data } = (await answer.json()) as { data: { method: string; path: string }[] }
    return data
      .map(({ method, path }) => `${method} ${path.split('?', 1)[0]}`)
      .filter((call) => !call.includes('/v1/webhook_endpoints'))
  }

  /** Like `calls`, without the event listings that a server starts on its own. */
  async callsForUsers(): Promise<string[]> {
    return (await this.calls()).filter((call) => call !== 'GET /v1/events')
  }

  async forgetCalls(): Promise<void> {
    await fetch(`${this.sandbox.url}/_sandbox/requests`, { method: 'DELETE' })
  }

  async control(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.sandbox.url}/_sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }

  /** All sessions of the sandbox. */
  async sessionsAtStripe(): Promise<{ id: string; status: string }[]> {
    const { secretKey, url } = this.sandbox
    const all: { id: string; status: string }[] = []
    for (;;) {
      const last = all.at(-1)
      const after = last === undefined ? '' : `&starting_after=${last.id}`
      const answer = await fetch(`${url}/v1/identity/verification_sessions?limit=100${after}`, {
        headers: { Authorization: `Bearer ${secretKey}` },
      })
      const page = (await answer.json()) as { data: typeof all; has_more: boolean }
      all.push(...page.data)
      if (!page.has_more) return all
    }
  }

  async close(): Promise<void> {
    for (const release of this.#releases.reverse()) await release()
  }
}

export function client(base: string, user: string | null): Client {
  function send<T>(path: string, init?: RequestInit): Promise<Answer<T>> {
    const answer = request<T>(path, init)
    // A held poll is awaited later in the test; until then a rejection must not count as unhandled.
    answer.catch(() => {})
    return answer
  }
  async function request<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const headers = new Headers(init.headers)
    if (user !== null) headers.set('X-User', user)
    const answer = await fetch(base + path, { ...init, headers })
    const text = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      body: (text === '' ? null : JSON.parse(text)) as T,
    }
  }
  const post = <T>(path: string, body: unknown = {}) =>
    send<T>(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  return {
    open: (body) => post('/sessions', body),
    current: () => send('/sessions/current'),
    get: (id, query = '') => send(`/sessions/${id}${query}`),
    cancel: (id) => post(`/sessions/${id}/cancel`),
    send,
  }
}

/** Polls like the widget until the session has this status; fails after a minute. */
export async function reaches(client: Client, id: string, status: string): Promise<SessionView> {
  const deadline = Date.now() + 60_000
  let after = 0
  for (;;) {
    const { body } = await client.get(id, `?after=${after}&wait=5`)
    if (body.status === status) return body
    if (Date.now() > deadline) throw new Error(`still ${body.status}, not ${status}`)
    after = body.version
  }
}
