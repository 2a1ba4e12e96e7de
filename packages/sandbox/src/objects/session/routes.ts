import { created, listRoute, presentList, readPage, requireRow } from '../../stripe/paging.js'
import {
  boolean,
  clearable,
  email,
  list,
  mergeMetadata,
  metadata,
  object,
  oneOf,
  text,
  webAddress,
} from '../../stripe/params.js'
import { REFUSALS } from '../../stripe/refusals.js'
import { type Call, type Route, route } from '../../stripe/route.js'
import type { Account } from '../../world/account.js'
import { asksForSensitive, present, requireRecent } from '../table.js'
import { SESSION, SESSION_EXPANDABLE } from './fields.js'
import type { Flow } from './lifecycle.js'
import { DOCUMENT_TYPES, type Session, type SessionOptions } from './record.js'

const BASE = '/v1/identity/verification_sessions'

const OPTIONS = object({
  document: clearable(
    object({
      allowed_types: list(oneOf(...DOCUMENT_TYPES)),
      require_id_number: boolean,
      require_live_capture: boolean,
      require_matching_selfie: boolean,
    }),
  ),
})

const UPDATE_FIELDS = {
  metadata,
  options: OPTIONS,
  provided_details: object({ email, phone: text({ max: 100 }) }),
  type: oneOf('document', 'id_number'),
}

const CREATE_FIELDS = {
  ...UPDATE_FIELDS,
  client_reference_id: text(),
  related_customer: text(),
  related_customer_account: text(),
  related_person: object({ account: text(), person: text() }, ['account', 'person']),
  return_url: webAddress,
  verification_flow: text(),
}

const LIST_FIELDS = {
  client_reference_id: text(),
  created,
  related_customer: text(),
  related_customer_account: text(),
  status: oneOf('canceled', 'processing', 'requires_input', 'verified'),
}

export function sessionRoutes(account: Account, flow: Flow): Route[] {
  const mayShow = (session: Session, { expand }: Call): void => {
    const report = account.reportOf(session)
    if (report && asksForSensitive(SESSION, expand)) requireRecent(report, account.clock.seconds())
  }

  /** The session in the path, if the call may see it with these expansions. */
  const target = (call: Call): Session => {
    const session = requireRow(account.sessions, call.id, 'VerificationSession', 'session')
    mayShow(session, call)
    return session
  }

  /** Presents the session. Each answer for an open session contains fresh credentials. */
  const show = (session: Session, call: Call): object => {
    const open = session.status === 'requires_input'
    const view = {
      ...session,
      client_secret: open ? account.credentials.clientSecret(session.id) : null,
      url: open ? `${call.origin}/start/${account.credentials.urlToken(session.id)}` : null,
      report: account.reportOf(session),
    }
    return present(SESSION, view, call.expand)
  }

  return [
    route('POST', BASE, CREATE_FIELDS, SESSION_EXPANDABLE, (call) => {
      const { params } = call
      const { type, verification_flow: flowId } = params
      if (type === undefined && flowId === undefined) throw REFUSALS.missing('type')
      if (flowId !== undefined) requireFlow(flowId, params)
      const session = flow.create(
        {
          type: flowId === undefined ? type! : 'verification_flow',
          options: mergeOptions({}, params.options),
          metadata: mergeMetadata({}, params.metadata),
          client_reference_id: params.client_reference_id ?? null,
          provided_details: params.provided_details ?? null,
          related_customer: params.related_customer ?? null,
          related_customer_account: params.related_customer_account ?? null,
          related_person: params.related_person
            ? { account: params.related_person.account!, person: params.related_person.person! }
            : null,
          verification_flow: flowId ?? null,
          return_url: params.return_url ?? null,
        },
        call.cause,
      )
      return show(session, call)
    }),

    listRoute(BASE, LIST_FIELDS, SESSION_EXPANDABLE, (call) => {
      const { client_reference_id, related_customer, related_customer_account, status } = call.params
      const page = readPage(call.params, account.sessions, 'VerificationSession', {
        where: { client_reference_id, related_customer, related_customer_account, status },
      })
      for (const session of page.rows) mayShow(session, call)
      return presentList(page, BASE, (session) => show(session, call))
    }),

    route('GET', `${BASE}/:id`, {}, SESSION_EXPANDABLE, (call) => show(target(call), call)),

    route('POST', `${BASE}/:id`, UPDATE_FIELDS, SESSION_EXPANDABLE, (call) => {
      const { params } = call
      const session = target(call)
      if (session.verification_flow !== null) {
        if (params.type !== undefined) throw REFUSALS.typeOfFlow()
        requireNoOptions(params)
      }
      const updated = flow.update(session, {
        type: params.type ?? session.type,
        options: mergeOptions(session.options, params.options),
        metadata: mergeMetadata(session.metadata, params.metadata),
        provided_details: params.provided_details
          ? { ...session.provided_details, ...params.provided_details }
          : session.provided_details,
      })
      return show(updated, call)
    }),

    route('POST', `${BASE}/:id/cancel`, {}, SESSION_EXPANDABLE, (call) =>
      show(flow.cancel(target(call), call.cause), call),
    ),

    route('POST', `${BASE}/:id/redact`, {}, SESSION_EXPANDABLE, (call) =>
      show(flow.redact(target(call), call.cause), call),
    ),
  ]
}

type OptionsParam = ReturnType<typeof OPTIONS>

/** Merges requested options into the current ones. Options hold only what was requested. */
function mergeOptions(current: SessionOptions, param: OptionsParam | undefined): SessionOptions {
  if (param?.document === undefined) return current
  if (param.document === '') return {}
  return { document: { ...current.document, ...param.document } }
}

/** Checks a flow, which sets its own type and options. Only the form of its id can be checked here. */
function requireFlow(id: string, params: { readonly type?: unknown; readonly options?: unknown }): void {
  if (!/^vf_\w+$/.test(id)) throw REFUSALS.noSuch('VerificationFlow', id, 'verification_flow', 400)
  if (params.type !== undefined) throw REFUSALS.exclusive('type', 'type, verification_flow')
  requireNoOptions(params)
}

function requireNoOptions({ options }: { readonly options?: unknown }): void {
  if (options === undefined) return
  throw REFUSALS.optionsOfFlow()
}
