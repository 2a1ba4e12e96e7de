import { NOTHING } from '../../stripe/expand.js'
import { newId, newWebhookSecret } from '../../stripe/ids.js'
import { listRoute, presentList, readPage, requireRow } from '../../stripe/paging.js'
import {
  boolean,
  clearable,
  list,
  mergeMetadata,
  metadata,
  type Reader,
  text,
  webAddress,
} from '../../stripe/params.js'
import { REFUSALS } from '../../stripe/refusals.js'
import { type Route, route } from '../../stripe/route.js'
import { apiVersion, EVENT_TYPES } from '../../stripe/version.js'
import type { Account } from '../../world/account.js'
import { type Endpoint, presentEndpoint } from './fields.js'

const BASE = '/v1/webhook_endpoints'
const MAX_ENDPOINTS = 16

const eventName: Reader<string> = (raw, name) => {
  const value = text()(raw, name)
  if (value === '*' || EVENT_TYPES.has(value)) return value
  throw REFUSALS.notEventType(name, value)
}

const COMMON_FIELDS = {
  description: clearable(text()),
  enabled_events: list(eventName, { max: 500 }),
  metadata,
  url: webAddress,
}

const CREATE_FIELDS = { ...COMMON_FIELDS, api_version: apiVersion, connect: boolean }
const UPDATE_FIELDS = { ...COMMON_FIELDS, disabled: boolean }

export function endpointRoutes(account: Account): Route[] {
  const find = (id: string) => requireRow(account.endpoints, id, 'webhook endpoint', 'webhook_endpoint')

  return [
    route('POST', BASE, CREATE_FIELDS, NOTHING, ({ params }) => {
      if (params.url === undefined) throw REFUSALS.missing('url')
      if (params.enabled_events === undefined) throw REFUSALS.missing('enabled_events')
      if (account.endpoints.size >= MAX_ENDPOINTS) throw REFUSALS.maxEndpoints(MAX_ENDPOINTS)
      const secret = newWebhookSecret()
      const endpoint: Endpoint = {
        id: newId('we'),
        created: account.clock.seconds(),
        url: params.url,
        enabled_events: params.enabled_events,
        api_version: params.api_version ?? null,
        connect: params.connect ?? false,
        description: params.description || null,
        metadata: mergeMetadata({}, params.metadata),
        disabled: false,
        secrets: [{ value: secret, expires: null }],
      }
      account.endpoints.add(endpoint)
      return { ...presentEndpoint(endpoint), secret }
    }),

    listRoute(BASE, {}, NOTHING, ({ params }) => {
      const page = readPage(params, account.endpoints, 'webhook endpoint')
      return presentList(page, BASE, presentEndpoint)
    }),

    route('GET', `${BASE}/:id`, {}, NOTHING, ({ id }) => presentEndpoint(find(id))),

    route('POST', `${BASE}/:id`, UPDATE_FIELDS, NOTHING, ({ params, id }) => {
      const endpoint = find(id)
      const updated: Endpoint = {
        ...endpoint,
        url: params.url ?? endpoint.url,
        enabled_events: params.enabled_events ?? endpoint.enabled_events,
        description: params.description === undefined ? endpoint.description : params.description || null,
        disabled: params.disabled ?? endpoint.disabled,
        metadata: mergeMetadata(endpoint.metadata, params.metadata),
      }
      account.endpoints.replace(updated)
      return presentEndpoint(updated)
    }),

    route('DELETE', `${BASE}/:id`, {}, null, ({ id }) => {
      account.endpoints.delete(find(id).id)
      return { id, object: 'webhook_endpoint', deleted: true }
    }),
  ]
}
