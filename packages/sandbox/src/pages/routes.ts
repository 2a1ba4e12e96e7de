import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Accounts } from '../accounts.js'
import type { OriginOf } from '../guard.js'
import { presentEvent } from '../objects/event/fields.js'
import { openLink } from '../objects/file/routes.js'
import { presentReport } from '../objects/report/fields.js'
import { findOwnRoute, parseJson, refusal } from '../own-routes.js'
import { type Answer, imageAnswer, readBody, send } from '../stripe/answer.js'
import { NotFound, StripeError } from '../stripe/errors.js'
import { REFUSALS } from '../stripe/refusals.js'
import type { Account } from '../world/account.js'
import { dataAnswer, headersOf, pageAnswer, redirectAnswer } from './answers.js'
import { assetAnswer, stripeJsAnswer } from './assets.js'
import { CLIENT_ACTS, visit } from './client.js'
import { feed } from './feed.js'
import { openSession } from './open.js'

/** One request of a browser. */
interface Visit {
  readonly id: string
  readonly query: string
  /** The JSON body; `{}` if it is empty. */
  readonly body: unknown
  readonly origin: string
  readonly res: ServerResponse
}

/** Returns the answer; undefined if there is nothing at this address, and null if it answers by itself. */
type Run = (visit: Visit) => Answer | undefined | null

type PageRoute = { readonly method: 'GET' | 'POST'; readonly path: string; readonly run: Run }

const BODY_LIMIT = 16_000

/** Answers all routes for browsers: Stripe.js and its modal, the hosted page, and the page at `/`. */
export function createPages(accounts: Accounts, originOf: OriginOf) {
  const routes = pageRoutes(accounts)
  return async (req: IncomingMessage, res: ServerResponse, path: string, query: string): Promise<void> => {
    const { method = '' } = req
    const match = findOwnRoute(routes, method, path)
    const text = match && method === 'POST' ? await readBody(req, BODY_LIMIT) : ''
    let answer: Answer | undefined | null
    try {
      answer = match?.route.run({ id: match.id, query, body: parseJson(text), origin: originOf(req), res })
      if (answer === undefined) throw REFUSALS.unknownUrl(method, path)
    } catch (error) {
      const refused = refusal(error)
      answer = { ...refused, headers: { ...headersOf('application/json'), ...refused.headers } }
    }
    if (answer) send(res, answer)
  }
}

function pageRoutes(accounts: Accounts): PageRoute[] {
  const get = (path: string, run: Run): PageRoute => ({ method: 'GET', path, run })
  return [
    get('/_client/assets/:id', ({ id }) => assetAnswer(id)),
    get('/_client/modal', () => pageAnswer('modal')),
    ...Object.entries(CLIENT_ACTS).map(
      ([name, act]): PageRoute => ({
        method: 'POST',
        path: `/_client/sessions/${name}`,
        run: ({ body }) => visit(accounts, act, body),
      }),
    ),
    // The page's script opens the token; the status informs all other clients.
    get('/start/:id', ({ id }) => pageAnswer('hosted', statusOf(accounts, id))),
    get('', () => pageAnswer('dashboard')),
    get('/_dashboard/feed', ({ query, res }) => {
      feed(accounts, query, res)
      return null
    }),
    get('/_dashboard/reports/:id', ({ id }) =>
      dataAnswer(presentReport(find(accounts, 'report', id, ({ reports }) => reports.get(id)))),
    ),
    get('/_dashboard/events/:id', ({ id }) =>
      dataAnswer(presentEvent(find(accounts, 'event', id, ({ events }) => events.get(id)))),
    ),
    get('/_dashboard/sessions/:id/hosted', ({ id }) =>
      redirectAnswer(
        find(
          accounts,
          'session',
          id,
          ({ sessions, credentials }) => sessions.get(id) && `/start/${credentials.urlToken(id)}`,
        ),
      ),
    ),
    // A file link opens without a key, from any page.
    get('/links/:id', ({ id: token }) => {
      const image = inAny(accounts, (account) => openLink(account, token))
      if (!image) throw REFUSALS.linkGone()
      return imageAnswer(image)
    }),
    get('/v3', ({ origin }) => stripeJsAnswer(origin, 3)),
    get('/v3/stripe.js', ({ origin }) => stripeJsAnswer(origin, 3)),
    get('/:id/stripe.js', ({ id: train, origin }) =>
      /^[a-z]+$/.test(train) ? stripeJsAnswer(origin, train) : undefined,
    ),
  ]
}

function statusOf(accounts: Accounts, token: string): number {
  try {
    openSession(accounts, { url_token: token })
    return 200
  } catch (error) {
    if (error instanceof StripeError) return error.status
    throw error
  }
}

function find<T>(accounts: Accounts, noun: string, id: string, get: (account: Account) => T | undefined): T {
  const found = inAny(accounts, get)
  if (found === undefined) throw new NotFound(`There is no ${noun} ${id}. Was the sandbox reset?`)
  return found
}

/** The first result in any account; undefined if there is none. */
function inAny<T>(accounts: Accounts, get: (account: Account) => T | undefined): T | undefined {
  for (const { account } of accounts.all()) {
    const found = get(account)
    if (found !== undefined) return found
  }
  return undefined
}
