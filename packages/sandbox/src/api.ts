import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Accounts } from './accounts.js'
import type { Fault } from './calls.js'
import type { Core } from './core.js'
import type { OriginOf } from './guard.js'
import { accountRoutes, requireAccount } from './objects/account.js'
import { ephemeralKeyRoutes } from './objects/ephemeral-key.js'
import { eventRoutes } from './objects/event/routes.js'
import { fileLinkRoutes } from './objects/file/link-routes.js'
import { fileRoutes } from './objects/file/routes.js'
import { reportRoutes } from './objects/report/routes.js'
import { sessionRoutes } from './objects/session/routes.js'
import { endpointRoutes } from './objects/webhook-endpoint/routes.js'
import { type Answer, errorAnswer, imageAnswer, jsonAnswer, readBody, send } from './stripe/answer.js'
import { authenticate, readNamed } from './stripe/auth.js'
import { NotAllowed, StripeError } from './stripe/errors.js'
import { type RawParams, readParams } from './stripe/form.js'
import type { Claim } from './stripe/idempotency.js'
import { newId } from './stripe/ids.js'
import { readFields } from './stripe/params.js'
import { REFUSALS } from './stripe/refusals.js'
import { findRoute, type Match, type Route } from './stripe/route.js'
import { API_VERSION, requireVersion } from './stripe/version.js'
import { faultAnswer, isTerminal, pause, sendFaulty } from './world/faults.js'
import type { JournalEntry } from './world/journal.js'

type Request = ReturnType<typeof readRequest>

/** Answers one call of Stripe's API: checks the wire rules, applies faults and idempotency, and runs the operation. */
export type Api = (req: IncomingMessage, res: ServerResponse, path: string, query: string) => Promise<void>

/** The API of one account. */
export function createApi(accounts: Accounts, core: Core, originOf: OriginOf): Api {
  const { account, flow } = core
  const routes = [
    ...sessionRoutes(account, flow),
    ...reportRoutes(account),
    ...eventRoutes(account),
    ...endpointRoutes(account),
    ...ephemeralKeyRoutes(account),
    ...accountRoutes(account),
    ...fileRoutes(account),
    ...fileLinkRoutes(account),
  ]

  return async (req, res, path, query) => {
    const request = readRequest(req, path, query, originOf(req))
    res.setHeader('request-id', request.id)
    res.setHeader('stripe-version', request.version ?? API_VERSION)
    if (request.idempotencyKey !== null) res.setHeader('idempotency-key', request.idempotencyKey)
    const { entry, end } = core.journal.begin({
      at: core.clock.now(),
      method: request.method,
      path,
      idempotency_key: request.idempotencyKey,
      request_id: request.id,
    })
    const fault = core.faults.take(request.method, path, true)
    const body = await readBody(req)
    entry.params = paramsOf(request, body)
    const { answer, by } = await respond(request, body, fault, entry)
    const isCut = by?.hang || by?.reset
    end(isCut ? null : answer.status)
    if (isCut) return sendFaulty(req, res, by!, answer)
    if (request.method !== 'GET') core.account.changed()
    if (by) sendFaulty(req, res, by, answer)
    else send(res, answer)
  }

  /** The answer, and the fault still to be applied when it is sent. */
  async function respond(
    request: Request,
    body: string | undefined,
    fault: Fault | undefined,
    entry: JournalEntry,
  ) {
    if (fault?.when === 'before' && fault.delay_ms && isTerminal(fault)) await pause(fault.delay_ms)
    if (fault?.when === 'before' && isTerminal(fault)) return { answer: faultAnswer(fault), by: fault }
    let claim: Claim | undefined
    try {
      const match = findRoute(routes, request.method, request.path)
      const key = authenticate(request.key, accounts.many)
      if (request.version !== undefined) requireVersion(request.version)
      for (const id of request.connected) requireAccount(account, id, key)
      if (!match) throw REFUSALS.unknownUrl(request.method, request.path)
      core.limit.count(`${match.route.method} ${match.route.path}`)
      if (body === undefined) throw REFUSALS.tooLarge()
      const raw = readParams(request.query, body, request.contentType)
      claim = claimFor(request, match, raw)
      if (claim && 'replay' in claim) return await conclude(replayed(claim), undefined, fault)
      const params = readFields(raw, match.route.fields)
      if (fault?.when === 'before' && fault.delay_ms) await pause(fault.delay_ms)
      const cause = { id: request.id, idempotency_key: request.idempotencyKey }
      const { origin, version } = request
      const shown = match.route.run({ params, id: match.id, key, origin, cause, version })
      if ('id' in shown) core.journal.returns(entry, String(shown.id))
      const answer = Buffer.isBuffer(shown) ? imageAnswer(shown) : jsonAnswer(200, shown)
      return await conclude(claim ? firstAnswer(answer, request.id) : answer, claim, fault)
    } catch (error) {
      // The link leads to the call in the sandbox's own log; Stripe's leads to its Dashboard.
      const answer = errorAnswer(error, { request_log_url: `${request.origin}/?${logOf(request.id)}` })
      if (claim && 'forget' in claim && !isStored(error)) {
        claim.forget()
        claim = undefined
      }
      return conclude(claim ? firstAnswer(answer, request.id) : answer, claim, fault)
    }
  }

  /** The query of the page at `/` that shows a call. */
  function logOf(request: string): URLSearchParams {
    const { path } = accounts.addressOf(core)
    return new URLSearchParams({ request, ...(accounts.many && { account: path }) })
  }

  function claimFor(request: Request, match: Match<Route>, raw: RawParams): Claim | undefined {
    if (match.route.method !== 'POST' || request.idempotencyKey === null) return undefined
    return core.idempotency.claim(
      request.idempotencyKey,
      { endpoint: request.path, params: canonical(raw) },
      request.id,
    )
  }
}

function readRequest(req: IncomingMessage, path: string, query: string, origin: string) {
  return {
    method: req.method ?? '',
    path,
    query,
    origin,
    id: newId('req'),
    idempotencyKey: header(req, 'idempotency-key') || null,
    ...readNamed(req),
    contentType: header(req, 'content-type'),
    version: header(req, 'stripe-version') || undefined,
  }
}

/** The parameters for the journal; null if they cannot be read. */
function paramsOf({ query, contentType }: Request, body: string | undefined): RawParams | null {
  try {
    return body === undefined ? null : readParams(query, body, contentType)
  } catch {
    return null
  }
}

/** Applies an `after` fault, which replaces the answer, and stores the result under the idempotency key. */
async function conclude(made: Answer, claim: Claim | undefined, fault: Fault | undefined) {
  if (fault?.when === 'after' && fault.delay_ms) await pause(fault.delay_ms)
  const replaced = fault?.when === 'after' && (fault.status !== undefined || fault.body !== undefined)
  const answer = replaced ? faultAnswer(fault) : made
  if (claim && 'keep' in claim) claim.keep(answer)
  return { answer, by: fault }
}

/** Adds the headers that mark the answer stored under a key, as Stripe does. */
function firstAnswer(answer: Answer, requestId: string): Answer {
  return {
    ...answer,
    headers: { ...answer.headers, 'original-request': requestId, 'stripe-should-retry': 'false' },
  }
}

function replayed(claim: Extract<Claim, { replay: Answer }>): Answer {
  const { replay, original } = claim
  return {
    ...replay,
    headers: { ...replay.headers, 'idempotent-replayed': 'true', 'original-request': original },
  }
}

/** True for errors of an execution, which are stored under the key. Earlier refusals are not stored. */
function isStored(error: unknown): boolean {
  return error instanceof NotAllowed || (error instanceof StripeError && error.status === 404)
}

/** The same text for the same parameters in any order. */
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
