import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Accounts } from './accounts.js'
import type { Core } from './core.js'
import { Instrument } from './instrument.js'
import { requireAccount } from './objects/account.js'
import { findOwnRoute, parseJson, refusal } from './own-routes.js'
import { jsonAnswer, readBody, send } from './stripe/answer.js'
import { authenticate, readNamed } from './stripe/auth.js'
import { NotFound } from './stripe/errors.js'

/** The parts of a call that a control route receives. */
interface Call {
  readonly id: string
  /** The JSON body; `{}` if it is empty. */
  readonly body: unknown
  readonly query: Readonly<Record<string, string>>
}

const BASE = '/_sandbox'
/** Large enough for a whole state. */
const BODY_LIMIT = 100_000_000

/** Runs a control route. A list in the result is wrapped in an envelope. */
type Run = (instrument: Instrument, call: Call) => unknown

/** The routes under `/_sandbox`: the instrument as JSON over HTTP. */
const CONTROLS: readonly (readonly [method: string, path: string, run: Run])[] = [
  ['GET', '/health', (instrument) => instrument.health],
  ['POST', '/reset', (instrument, { body }) => instrument.reset(body)],
  ['POST', '/sessions/:id/submit', (instrument, { id, body }) => instrument.submit(id, body)],
  ['POST', '/sessions/:id/decline', (instrument, { id, body }) => instrument.decline(id, body)],
  ['POST', '/sessions/:id/override', (instrument, { id, body }) => instrument.override(id, body)],
  ['POST', '/sessions/:id/settle', (instrument, { id, body }) => instrument.settle(id, body)],
  ['GET', '/clock', (instrument) => instrument.clock],
  ['POST', '/clock', (instrument, { body }) => instrument.setClock(body)],
  ['GET', '/person', (instrument) => instrument.person],
  ['PUT', '/person', (instrument, { body }) => instrument.setPerson(body)],
  ['GET', '/modal', (instrument) => instrument.modal],
  ['PUT', '/modal', (instrument, { body }) => instrument.setModal(body)],
  ['GET', '/state', (instrument) => instrument.state],
  ['PUT', '/state', (instrument, { body }) => instrument.setState(body)],
  ['GET', '/requests', (instrument, { query }) => instrument.history.requests(query)],
  ['DELETE', '/requests', (instrument) => instrument.history.clearRequests()],
  ['GET', '/faults', (instrument) => instrument.faults],
  ['POST', '/faults', (instrument, { body }) => instrument.addFault(body)],
  ['DELETE', '/faults', (instrument) => instrument.clearFaults()],
  ['GET', '/events', (instrument, { query }) => instrument.history.events(query)],
  ['POST', '/events/:id/resend', (instrument, { id, body }) => instrument.resend(id, body)],
  ['GET', '/thin_events', (instrument, { query }) => instrument.history.thinEvents(query)],
  ['POST', '/ping', (instrument, { body }) => instrument.ping(body)],
  ['GET', '/deliveries', (instrument, { query }) => instrument.history.deliveries(query)],
  ['GET', '/deliveries/policy', (instrument) => instrument.policy],
  ['PUT', '/deliveries/policy', (instrument, { body }) => instrument.setPolicy(body)],
  ['POST', '/webhook_endpoints/:id/roll', (instrument, { id, body }) => instrument.rollSecret(id, body)],
  ['PUT', '/limits', (instrument, { body }) => instrument.setLimits(body)],
]

const ROUTES = CONTROLS.map(([method, path, run]) => ({ method, path: `${BASE}${path}`, run }))

export function isControl(path: string): boolean {
  return path === BASE || path.startsWith(`${BASE}/`)
}

/**
 * Answers one call of a control route on one account. A key is optional. If keys name accounts, a key that is sent
 * must name one too, so that the call cannot act on the wrong account.
 */
export async function control(
  accounts: Accounts,
  core: Core,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  query: string,
): Promise<void> {
  const { method = '' } = req
  const text = await readBody(req, BODY_LIMIT)
  const answer = async () => {
    if (accounts.many) requireNamed(core, req)
    const body = parseJson(text)
    const match = findOwnRoute(ROUTES, method, path)
    if (!match) throw new NotFound(`No such control route: ${method} ${path}`)
    const call = { id: match.id, body, query: Object.fromEntries(new URLSearchParams(query)) }
    const shown = await match.route.run(new Instrument(accounts, core), call)
    return jsonAnswer(200, Array.isArray(shown) ? { object: 'list', data: shown } : shown)
  }
  send(res, await answer().catch(refusal))
}

function requireNamed({ account }: Core, req: IncomingMessage): void {
  const { key, connected } = readNamed(req)
  const kind = key === '' ? 'secret' : authenticate(key, true)
  for (const id of connected) requireAccount(account, id, kind)
}
