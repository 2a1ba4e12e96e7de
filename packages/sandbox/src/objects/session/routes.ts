import { type Expand, expandParam, readExpand } from '../../stripe/expand.js'
import { created, PAGE_FIELDS, presentList, readPlace } from '../../stripe/paging.js'
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
import type { Session, SessionOptions } from './record.js'

const BASE = '/v1/identity/verification_sessions'

const OPTIONS = object({
  document: clearable(
    object({
      allowed_types: list(oneOf('driving_license', 'id_card', 'passport')),
      require_id_number: boolean,
      require_live_capture: boolean,
      require_matching_selfie: boolean,
    }),
  ),
})

const UPDATE_FIELDS = {
  expand: expandParam,
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
  ...PAGE_FIELDS,
  client_reference_id: text(),
  created,
  related_customer: text(),
  related_customer_account: text(),
  status: oneOf('canceled', 'processing', 'requires_input', 'verified'),
}

export function sessionRoutes(account: Account, flow: Flow): Route[] {
  const find = (id: string): Session => {
    const session = account.sessions.get(id)
    if (!session) throw REFUSALS.noSuch('VerificationSession', id, 'session')
    return session
  }

  const mayShow = (session: Session, expand: Expand): void => {
    const report = account.reportOf(session)
    if (report && asksForSensitive(SESSION, expand)) requireRecent(report, account.clock.seconds())
  }

  /** The session that the path names, once it is sure that it may be shown as asked. */
  const target = (call: Call<{ expand: typeof expandParam }>) => {
    const expand = readExpand(call.params.expand, SESSION_EXPANDABLE, call.key)
    const session = find(call.id)
    mayShow(session, expand)
    return { session, expand }
  }

  /** Each showing of an open session gives fresh credentials. */
  const show = (session: Session, expand: Expand, call: Call): object => {
    const open = session.status === 'requires_input'
    const view = {
      session,
      clientSecret: open ? account.credentials.clientSecret(session.id) : null,
      url: open ? `${call.origin}/start/${account.credentials.urlToken(session.id)}` : null,
      report: account.reportOf(session),
    }
    return present(SESSION, view, expand)
  }

  return [
    route('POST', BASE, CREATE_FIELDS, (call) => {
      const { params } = call
      const expand = readExpand(params.expand, SESSION_EXPANDABLE, call.key)
      const { type, verification_flow: flowId } = params
      if (type === undefined && flowId === undefined) throw REFUSALS.missing('type')
      if (flowId !== undefined) requireFlow(flowId, params)
      const session = flow.create(
        {
          type: flowId === undefined ? type! : 'verification_flow',
          options: mergeOptions({}, params.options),
          metadata: mergeMetadata({}, params.metadata),
          client_reference_id: params.client_reference_id ?? null,
          provided_details: params.provided_details ? defined(params.provided_details) : null,
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
      return show(session, expand, call)
    }),

    route('GET', BASE, LIST_FIELDS, (call) => {
      const { params } = call
      const expand = readExpand(params.expand, SESSION_EXPANDABLE, call.key, 'list')
      const page = account.sessions.page({
        ...readPlace(params, account.sessions, 'VerificationSession'),
        where: defined({
          client_reference_id: params.client_reference_id,
          related_customer: params.related_customer,
          related_customer_account: params.related_customer_account,
          status: params.status,
        }),
        ...(params.created && { created: params.created }),
      })
      for (const session of page.rows) mayShow(session, expand)
      return presentList(page, BASE, (session) => show(session, expand, call))
    }),

    route('GET', `${BASE}/:id`, { expand: expandParam }, (call) => {
      const { session, expand } = target(call)
      return show(session, expand, call)
    }),

    route('POST', `${BASE}/:id`, UPDATE_FIELDS, (call) => {
      const { params } = call
      const { session, expand } = target(call)
      if (session.verification_flow !== null) {
        if (params.type !== undefined) throw REFUSALS.typeOfFlow()
        requireNoOptions(params)
      }
      const updated = flow.update(session, {
        type: params.type ?? session.type,
        options: mergeOptions(session.options, params.options),
        metadata: mergeMetadata(session.metadata, params.metadata),
        provided_details: params.provided_details
          ? { ...session.provided_details, ...defined(params.provided_details) }
          : session.provided_details,
      })
      return show(updated, expand, call)
    }),

    route('POST', `${BASE}/:id/cancel`, { expand: expandParam }, (call) => {
      const { session, expand } = target(call)
      return show(flow.cancel(session, call.cause), expand, call)
    }),

    route('POST', `${BASE}/:id/redact`, { expand: expandParam }, (call) => {
      const { session, expand } = target(call)
      return show(flow.redact(session, call.cause), expand, call)
    }),
  ]
}

type OptionsParam = ReturnType<typeof OPTIONS>

/** What a request changes of the options: they hold what was asked for, and nothing else. */
function mergeOptions(current: SessionOptions, param: OptionsParam | undefined): SessionOptions {
  if (param?.document === undefined) return current
  if (param.document === '') return {}
  return { document: { ...current.document, ...defined(param.document) } }
}

/** A flow brings its own type and options. Its id has to look like one; which there are is not known here. */
function requireFlow(id: string, params: { readonly type?: unknown; readonly options?: unknown }): void {
  if (!/^vf_\w+$/.test(id)) throw REFUSALS.noSuch('VerificationFlow', id, 'verification_flow', 400)
  if (params.type !== undefined) throw REFUSALS.exclusive('type', 'type, verification_flow')
  requireNoOptions(params)
}

function requireNoOptions({ options }: { readonly options?: unknown }): void {
  if (options === undefined) return
  throw REFUSALS.optionsOfFlow()
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The entries that have a value. */
function defined<T extends Record<string, unknown>>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>
}
