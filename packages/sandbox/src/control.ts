import http from 'node:http'
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import type { Core } from './core.js'
import type { Policy } from './delivery-policy.js'
import type { Fault } from './faults.js'
import { OVERRIDE } from './override.js'
import { problemsOf } from './problems.js'
import { presentEndpoint } from './resources/webhook-endpoints.js'
import { NotAllowed } from './session.js'
import { presentSession } from './state/present.js'
import { presentEvent } from './state/present-event.js'
import { presentThinEvent } from './state/thin-event.js'
import { SUBMISSION } from './submission.js'
import { newWebhookSecret } from './wire/ids.js'

const DAY_MS = 24 * 3_600_000

const Milliseconds = z
  .int()
  .min(0)
  .max(366 * DAY_MS)

const CLOCK = z.strictObject({
  advance_ms: z
    .int()
    .min(0)
    .max(10 * 366 * DAY_MS),
})
const LIMITS = z.strictObject({ per_endpoint_rps: z.int().min(0).max(1_000_000) })
const ROLL = z.strictObject({
  expires_in_s: z
    .int()
    .min(0)
    .max(24 * 3600)
    .default(0),
})
const NO_BODY = z.strictObject({})

const POLICY = z.strictObject({
  drop: z.union([z.boolean(), z.number().min(0).max(1)], 'a boolean, or a number from 0 to 1').optional(),
  duplicate: z
    .union([z.boolean(), z.number().min(0).max(10)], 'a boolean, or a number from 0 to 10')
    .optional(),
  delay_ms: Milliseconds.optional(),
  reorder: z.boolean().optional(),
})

const FAULT = z.strictObject({
  method: z
    .string()
    .regex(/^(\*|[A-Za-z]+)$/, 'an HTTP method, or *')
    .default('*')
    .transform((method) => method.toUpperCase()),
  path: z.string().regex(/^[/*]/, 'a path that begins with / or *'),
  times: z.int().min(1).default(1),
  when: z.enum(['before', 'after']).default('before'),
  delay_ms: z
    .int()
    .min(0)
    .max(10 * 60_000)
    .optional(),
  status: z.int().min(200).max(599).optional(),
  headers: z
    .record(z.string(), z.string())
    .refine(areHeaders, 'names and values that HTTP allows')
    .optional(),
  body: z.unknown().optional(),
  reset: z.boolean().optional(),
  hang: z.boolean().optional(),
  truncate: z.int().min(0).optional(),
})

/** The routes under `/_sandbox`: how a test decides what happens. */
export function controlRouter(core: Core): Router {
  const { account, flow, webhooks, faults, journal } = core
  const router = express.Router()
  router.use(sameMachineOnly)
  router.use(express.text({ type: () => true, limit: '1mb' }))

  router.get('/health', (_req, res) => {
    res.json({
      status: 'ok',
      now: account.clock.now(),
      sessions: account.sessions.size,
      events: account.events.size,
    })
  })

  router.post('/reset', (req, res) => {
    read(req, NO_BODY)
    core.reset()
    res.json({ status: 'ok' })
  })

  router.post('/sessions/:id/submit', (req, res) => {
    const session = account.sessions.get(req.params.id) ?? notFound('session', req.params.id)
    res.json(presentSession(flow.submit(session, read(req, SUBMISSION))))
  })

  router.post('/sessions/:id/override', (req, res) => {
    const session = account.sessions.get(req.params.id) ?? notFound('session', req.params.id)
    res.json(presentSession(flow.override(session, read(req, OVERRIDE))))
  })

  router.post('/clock', async (req, res) => {
    await core.advance(read(req, CLOCK).advance_ms)
    res.json({ now: account.clock.now() })
  })

  router.get('/requests', (_req, res) => sendList(res, journal.entries))
  router.delete('/requests', (_req, res) => {
    journal.clear()
    sendList(res, journal.entries)
  })

  router.get('/faults', (_req, res) => sendList(res, faults.list))
  router.post('/faults', (req, res) => {
    const fault = read(req, FAULT) as Fault
    faults.add(fault)
    res.json(fault)
  })
  router.delete('/faults', (_req, res) => {
    faults.clear()
    sendList(res, faults.list)
  })

  router.get('/events', (_req, res) => sendList(res, Array.from(account.events, presentEvent)))
  router.post('/events/:id/resend', (req, res) => {
    const { id } = req.params
    const event = account.events.get(id) ?? account.thinEvents.get(id) ?? notFound('event', id)
    read(req, NO_BODY)
    res.json({ event_id: event.id, endpoints: webhooks.resend(event) })
  })

  router.get('/thin_events', (_req, res) => sendList(res, Array.from(account.thinEvents, presentThinEvent)))
  router.post('/ping', (req, res) => {
    read(req, NO_BODY)
    sendList(res, webhooks.ping().map(presentThinEvent))
  })

  router.get('/deliveries', (_req, res) => sendList(res, webhooks.log))
  router.get('/deliveries/policy', (_req, res) => {
    res.json(webhooks.policy)
  })
  router.put('/deliveries/policy', (req, res) => {
    webhooks.policy = read(req, POLICY) as Policy
    res.json(webhooks.policy)
  })

  router.post('/webhook_endpoints/:id/roll', (req, res) => {
    const endpoint = account.endpoints.get(req.params.id) ?? notFound('webhook endpoint', req.params.id)
    const expires = account.clock.now() + read(req, ROLL).expires_in_s * 1000
    const secret = newWebhookSecret()
    const old = endpoint.secrets.map((known) => ({
      ...known,
      expires: Math.min(known.expires ?? expires, expires),
    }))
    const rolled = { ...endpoint, secrets: [{ value: secret, expires: null }, ...old] }
    account.endpoints.replace(rolled)
    res.json({ ...presentEndpoint(rolled), secret })
  })

  router.put('/limits', (req, res) => {
    core.limit.perSecond = read(req, LIMITS).per_endpoint_rps
    res.json({ per_endpoint_rps: core.limit.perSecond })
  })

  router.use((req) => {
    throw new ControlError(404, `No such control route: ${req.method} /_sandbox${req.path}`)
  })
  router.use(onError)
  return router
}

class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

function notFound(what: string, id: string): never {
  throw new ControlError(404, `No such ${what}: '${id}'`)
}

/** The body by its schema; an empty one is `{}`, whatever its content type says it is. */
function read<T>(req: Request, schema: z.ZodType<T>): T {
  const text = typeof req.body === 'string' ? req.body.trim() : ''
  let value: unknown
  try {
    value = text === '' ? {} : JSON.parse(text)
  } catch {
    throw new ControlError(400, 'Expected a JSON object, but the body is not JSON.')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new ControlError(400, `Malformed call. Expected: ${problemsOf(parsed.error, 'body')}`)
}

function sendList(res: Response, data: readonly unknown[]): void {
  res.json({ object: 'list', data })
}

/** A page of another site must not command the sandbox of a developer who visits it. */
function sameMachineOnly(req: Request, _res: Response, next: () => void): void {
  if (isCrossSite(req)) {
    throw new ControlError(403, 'Control calls are not taken from pages of other sites.')
  }
  next()
}

/** By Origin where the browser does not say it, as to a name that is no loopback over plain HTTP. */
function isCrossSite(req: Request): boolean {
  const site = req.get('sec-fetch-site')
  const origin = req.get('origin')
  if (site !== undefined || origin === undefined) return site === 'cross-site'
  return hostname(origin) !== hostname(`http://${req.get('host')}`)
}

function hostname(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined
}

function areHeaders(headers: Record<string, string>): boolean {
  try {
    for (const [name, value] of Object.entries(headers)) {
      http.validateHeaderName(name)
      http.validateHeaderValue(name, value)
    }
    return true
  } catch {
    return false
  }
}

const onError: ErrorRequestHandler = (error, _req, res, _next) => {
  const status =
    error instanceof NotAllowed
      ? 409
      : typeof error?.status === 'number' && error.status < 500
        ? error.status
        : 500
  if (status === 500) console.error(error)
  const type = status === 500 ? 'api_error' : 'invalid_request_error'
  res
    .status(status)
    .json({ error: { type, message: error instanceof Error ? error.message : 'Unknown error' } })
}
