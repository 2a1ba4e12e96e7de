import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Core } from './core.js'
import { type Fault, isTerminal } from './faults.js'
import { eventRoutes } from './resources/events.js'
import { fileLinkRoutes } from './resources/file-links.js'
import { fileRoutes } from './resources/files.js'
import { reportRoutes } from './resources/reports.js'
import { sessionRoutes } from './resources/sessions.js'
import { thinEventRoutes } from './resources/thin-events.js'
import { endpointRoutes } from './resources/webhook-endpoints.js'
import { NotAllowed } from './session.js'
import { API_VERSION } from './state/present-event.js'
import { type Answer, imageAnswer, jsonAnswer, readBody, send } from './wire/answer.js'
import { authenticate } from './wire/auth.js'
import { StripeError, unknownRoute } from './wire/errors.js'
import { type RawParams, readParams } from './wire/form.js'
import type { Claim } from './wire/idempotency.js'
import { newId } from './wire/ids.js'
import { readFields } from './wire/params.js'
import { findRoute, type Match } from './wire/route.js'
import { faultAnswer, pause, wreck } from './wreck.js'

interface Request {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly origin: string
  readonly id: string
  readonly idempotencyKey: string | null
  readonly authorization: string | undefined
  readonly contentType: string | undefined
}

/** Answers one call of Stripe's API: from the wire rules, through faults and idempotency, to the operation. */
export type Api = (req: IncomingMessage, res: ServerResponse, path: string, query: string) => Promise<void>

export function createApi(core: Core, originOf: (req: IncomingMessage) => string): Api {
  const { account, flow } = core
  const routes = [
    ...sessionRoutes(account, flow),
    ...reportRoutes(account),
    ...eventRoutes(account),
    ...thinEventRoutes(account),
    ...endpointRoutes(account),
    ...fileRoutes(account),
    ...fileLinkRoutes(account),
  ]

  return async (req, res, path, query) => {
    const request: Request = {
      method: req.method ?? '',
      path,
      query,
      origin: originOf(req),
      id: newId('req'),
      idempotencyKey: header(req, 'idempotency-key') || null,
      authorization: header(req, 'authorization'),
      contentType: header(req, 'content-type'),
    }
    res.setHeader('request-id', request.id)
    res.setHeader('stripe-version', header(req, 'stripe-version') || API_VERSION)
    if (request.idempotencyKey !== null) res.setHeader('idempotency-key', request.idempotencyKey)
    const entry = core.journal.add({
      method: request.method,
      path,
      status: null,
      idempotency_key: request.idempotencyKey,
      request_id: request.id,
    })
    const fault = core.faults.take(request.method, path, true)
    const body = await readBody(req)
    const { answer, by } = await respond(request, body, fault)
    if (by && (by.hang || by.reset)) return wreck(req, res, by, answer)
    entry.status = answer.status
    if (by) wreck(req, res, by, answer)
    else send(res, answer)
  }

  /** The answer, and the fault that still has to be done to it on the way out. */
  async function respond(request: Request, body: string | undefined, fault: Fault | undefined) {
    if (fault?.when === 'before' && fault.delay_ms && isTerminal(fault)) await pause(fault.delay_ms)
    if (fault?.when === 'before' && isTerminal(fault)) return { answer: faultAnswer(fault), by: fault }
    let claim: Claim | undefined
    try {
      const match = findRoute(routes, request.method, request.path)
      const key = authenticate(request.authorization)
      if (!match) throw unknownRoute(request.method, request.path)
      core.limit.count(`${match.route.method} ${match.route.path}`)
      if (body === undefined) throw tooLarge()
      const raw = readParams(request.query, body, request.contentType)
      claim = claimFor(request, match, raw)
      if (claim && 'replay' in claim) return await conclude(replayed(claim), undefined, fault)
      const params = readFields(raw, match.route.fields)
      if (fault?.when === 'before' && fault.delay_ms) await pause(fault.delay_ms)
      const cause = { id: request.id, idempotency_key: request.idempotencyKey }
      const shown = match.route.run({ params, id: match.id, key, origin: request.origin, cause })
      return await conclude(
        Buffer.isBuffer(shown) ? imageAnswer(shown) : jsonAnswer(200, shown),
        claim,
        fault,
      )
    } catch (error) {
      const answer = errorAnswer(error)
      if (claim && 'forget' in claim && !isStored(error)) {
        claim.forget()
        claim = undefined
      }
      return conclude(answer, claim, fault)
    }
  }

  function claimFor(request: Request, match: Match, raw: RawParams): Claim | undefined {
    if (match.route.method !== 'POST' || request.idempotencyKey === null) return undefined
    return core.idempotency.claim(
      request.idempotencyKey,
      `POST ${request.path} ${canonical(raw)}`,
      request.id,
    )
  }
}

/** An `after` fault replaces the answer; what results is what the idempotency key will replay. */
async function conclude(made: Answer, claim: Claim | undefined, fault: Fault | undefined) {
  if (fault?.when === 'after' && fault.delay_ms) await pause(fault.delay_ms)
  const replaced = fault?.when === 'after' && (fault.status !== undefined || fault.body !== undefined)
  const answer = replaced ? faultAnswer(fault) : made
  if (claim && 'keep' in claim) claim.keep(answer)
  return { answer, by: fault }
}

function replayed(claim: Extract<Claim, { replay: Answer }>): Answer {
  const { replay, original } = claim
  return {
    ...replay,
    headers: { ...replay.headers, 'idempotent-replayed': 'true', 'original-request': original },
  }
}

/** What came of an execution is kept under the key; what never got that far is not. */
function isStored(error: unknown): boolean {
  return error instanceof NotAllowed || (error instanceof StripeError && error.status === 404)
}

function errorAnswer(error: unknown): Answer {
  if (error instanceof NotAllowed) return errorAnswer(new StripeError(400, error.message))
  if (error instanceof StripeError) return jsonAnswer(error.status, error.body, error.details.headers)
  console.error(error)
  return jsonAnswer(
    500,
    new StripeError(500, 'The sandbox failed; this is a bug in it.', { type: 'api_error' }).body,
  )
}

function tooLarge(): StripeError {
  return new StripeError(413, 'The request is too large.', { headers: { connection: 'close' } })
}

/** The same text for the same parameters, in whatever order they came. */
function canonical(raw: RawParams): string {
  return JSON.stringify(raw, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

function header(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name]
  return Array.isArray(value) ? value[0] : value
}
