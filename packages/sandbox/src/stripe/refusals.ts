import { type ErrorDetails, NotAllowed, StripeError } from './errors.js'

/**
 * How a sentence is known: recorded from Stripe's own answers; found in its documents, or in public code and reports; or
 * ours, in Stripe's manner.
 */
export type Source = 'observed' | 'public' | 'ours'

function known<Args extends unknown[]>(source: Source, refuse: (...args: Args) => StripeError) {
  return Object.assign(refuse, { source })
}

const refuse = (status: number, message: string, details?: ErrorDetails) =>
  new StripeError(status, message, details)

/** A parameter that is not as it should be. */
const param = (name: string, message: string, code?: string) =>
  refuse(400, message, { param: name, ...(code !== undefined && { code }) })

const unauthorized = (message: string, code?: string) =>
  refuse(401, message, {
    ...(code !== undefined && { code }),
    headers: { 'www-authenticate': 'Basic realm="Stripe"' },
  })

const idempotency = (status: number, message: string, code?: string) =>
  refuse(status, message, { type: 'idempotency_error', ...(code !== undefined && { code }) })

const notAllowed = (message: string) => new NotAllowed(message)

const LEARN_MORE = 'Learn more here: https://stripe.com/docs/identity/access-verification-results.'
const SUPPORT = 'we can help at https://support.stripe.com/.'

/** Every refusal of the API, once, with the source of its words. */
export const REFUSALS = {
  noKey: known('public', () =>
    unauthorized(
      `You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or ${SUPPORT}`,
    ),
  ),
  publishableKey: known('public', () =>
    unauthorized(
      'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
      'secret_key_required',
    ),
  ),
  invalidKey: known('public', (shown: string, hint = '') =>
    unauthorized(`Invalid API Key provided: ${shown}.${hint}`),
  ),
  otherAccount: known('public', (shown: string, account: string) =>
    refuse(
      403,
      `The provided key '${shown}' does not have access to account '${account.slice(0, 100)}' (or that account does not exist). Application access may have been revoked.`,
      { code: 'account_invalid' },
    ),
  ),
  version: known('public', (name: string, parameter?: string) =>
    refuse(
      400,
      `Invalid Stripe API version: ${name.slice(0, 100)}`,
      parameter === undefined ? {} : { param: parameter },
    ),
  ),
  /** A slash at the end is what an empty id leaves. */
  unknownUrl: known('public', (method: string, path: string) =>
    refuse(
      404,
      `Unrecognized request URL (${method}: ${path}).${
        path.endsWith('/')
          ? ' If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.'
          : ''
      } Please see https://stripe.com/docs or ${SUPPORT}`,
    ),
  ),
  rateLimit: known('public', () =>
    refuse(
      429,
      'Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.',
      { code: 'rate_limit', headers: { 'stripe-rate-limited-reason': 'endpoint-rate' } },
    ),
  ),
  otherSite: known('ours', (why: string) =>
    refuse(403, why, {
      code: 'cross_site_request',
      isOurs: true,
      headers: { 'cache-control': 'no-store' },
    }),
  ),
  liveKeyPassedOn: known('ours', () =>
    refuse(
      401,
      'Invalid API Key provided. This is a sandbox: it takes test keys only, and passes no other on.',
    ),
  ),
  upstream: known('ours', (origin: string) =>
    refuse(502, `The upstream ${origin} did not answer. Is it running?`, { type: 'api_error' }),
  ),
  tooLarge: known('ours', () =>
    refuse(413, 'The request is too large.', { headers: { connection: 'close' } }),
  ),
  bug: known('ours', () => refuse(500, 'The sandbox failed; this is a bug in it.', { type: 'api_error' })),
  contentType: known('public', () =>
    refuse(
      400,
      `Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, ${SUPPORT}`,
    ),
  ),
  tooDeep: known('ours', () =>
    refuse(400, 'Invalid request: the parameters are nested too deeply, or there are too many of them.'),
  ),

  /** `status` is 404 where the id stands in the path, 400 where it came as a parameter. */
  noSuch: known('observed', (noun: string, id: string, name: string, status: 400 | 404 = 404) =>
    refuse(status, `No such ${noun}: '${id}'`, { code: 'resource_missing', param: name }),
  ),
  noSuchThinEvent: known('ours', (id: string) =>
    refuse(404, `No such event: '${id}'`, { code: 'not_found' }),
  ),
  unknownParams: known('public', (names: readonly string[]) =>
    param(
      shorten(names[0]!),
      `Received unknown parameter${names.length > 1 ? 's' : ''}: ${shorten(names.join(', '))}`,
      'parameter_unknown',
    ),
  ),
  missing: known('public', (name: string) =>
    param(name, `Missing required param: ${name}.`, 'parameter_missing'),
  ),
  empty: known('public', (name: string) =>
    param(
      name,
      `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`,
      'parameter_invalid_empty',
    ),
  ),
  notText: known('public', (name: string, raw: unknown) => param(name, `Invalid string: ${shown(raw)}`)),
  tooLong: known('public', (name: string, text: string, max: number) =>
    param(
      name,
      `Invalid string: ${text.slice(0, 10)}...${text.slice(-10)}; must be at most ${max} characters`,
    ),
  ),
  notOneOf: known('public', (name: string, values: string) =>
    param(name, `Invalid ${name}: must be one of ${values}`),
  ),
  notBoolean: known('public', (name: string, raw: unknown) => param(name, `Invalid boolean: ${shown(raw)}`)),
  notInteger: known('public', (name: string, raw: unknown) =>
    param(name, `Invalid integer: ${shown(raw)}`, 'parameter_invalid_integer'),
  ),
  tooSmall: known('public', (name: string, min: number) =>
    param(name, `This value must be greater than or equal to ${min}.`, 'parameter_invalid_integer'),
  ),
  tooBig: known('public', (name: string, max: number, value: number) =>
    param(
      name,
      `This value must be less than or equal to ${max} (it currently is '${value}').`,
      'parameter_invalid_integer',
    ),
  ),
  notArray: known('public', (name: string) => param(name, 'Invalid array')),
  tooMany: known('ours', (name: string, max: number) =>
    param(name, `Invalid array: at most ${max} items are allowed`),
  ),
  notObject: known('public', (name: string) => param(name, 'Invalid object')),
  notUrl: known('public', (name: string) => param(name, 'Not a valid URL', 'url_invalid')),
  notEmail: known('public', (name: string, value: string) =>
    param(name, `Invalid email address: ${shorten(value)}`, 'email_invalid'),
  ),
  notEventType: known('ours', (name: string, value: string) =>
    param(
      name,
      `Invalid ${name}: '${value.slice(0, 100)}' is no event that Stripe sends; must be * or a name such as identity.verification_session.verified`,
    ),
  ),
  exclusive: known('public', (name: string, names: string) =>
    param(name, `You may only specify one of these parameters: ${names}.`, 'parameters_exclusive'),
  ),
  bothCursors: known('public', () =>
    param(
      'ending_before',
      'You cannot parameterize both starting_after and ending_before.',
      'parameters_exclusive',
    ),
  ),

  notMetadata: known('ours', (name: string) =>
    param(name, `Invalid ${name}: must be a set of key-value pairs, or an empty string`),
  ),
  metadataNotText: known('public', (name: string) => param(name, 'Metadata values must be strings')),
  metadataKey: known('ours', (name: string, max: number, length: number) =>
    param(name, `Metadata keys must be at most ${max} characters long; one has ${length}.`),
  ),
  metadataValue: known('ours', (name: string, max: number, length: number) =>
    param(name, `Metadata values must be at most ${max} characters long; this one has ${length}.`),
  ),
  metadataKeys: known('ours', (max: number, count: number) =>
    param('metadata', `Metadata can hold at most ${max} keys; this would be ${count}.`),
  ),

  expandTooDeep: known('public', (name: string, max: number, path: string) =>
    param(name, `You cannot expand more than ${max} levels of a property. Property: ${path.slice(0, 200)}`),
  ),
  notExpandable: known('public', (name: string, path: string, hint = '') =>
    param(name, `This property cannot be expanded (${path.slice(0, 200)}).${hint}`),
  ),
  sensitive: known('public', () =>
    refuse(
      403,
      `To access sensitive verification results, configure a restricted API key with appropriate permissions. ${LEARN_MORE}`,
    ),
  ),
  tooOld: known('ours', () =>
    refuse(
      403,
      `This key may access the sensitive results of verifications that were processed in the last 48 hours only. ${LEARN_MORE}`,
    ),
  ),

  keyTooLong: known('ours', (max: number, length: number) =>
    idempotency(400, `Idempotency keys can be at most ${max} characters long; yours has ${length}.`),
  ),
  keyOfOtherEndpoint: known('public', (key: string, now: string, first: string) =>
    idempotency(
      400,
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${now}' vs '${first}'). Try using a key other than '${key}' if you meant to execute a different request.`,
    ),
  ),
  keyOfOtherParams: known('public', (key: string) =>
    idempotency(
      400,
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    ),
  ),
  keyInUse: known('public', () =>
    idempotency(
      409,
      'There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through). Please try again later.',
      'idempotency_key_in_use',
    ),
  ),

  cancelNotOpen: known('observed', (status: string) => notOpen('cancel', 'canceled', status)),
  updateNotOpen: known('ours', (status: string) => notOpen('update', 'updated', status)),
  submitNotOpen: known('ours', (status: string) => notOpen('submit', 'submitted', status)),
  redactProcessing: known('ours', () =>
    notAllowed(
      'You cannot redact this VerificationSession because it has a status of "processing". You must wait until it finishes processing before you redact it.',
    ),
  ),
  nothingToSettle: known('ours', (status: string) =>
    notAllowed(
      `This VerificationSession is neither being processed nor redacted: its status is "${status}".`,
    ),
  ),
  notReviewed: known('ours', (why: string) =>
    notAllowed(`You cannot override the status of this VerificationSession: ${why}.`),
  ),
  typeOfFlow: known('ours', () =>
    param('type', 'The type of a VerificationSession with a verification_flow cannot be changed.'),
  ),
  optionsOfFlow: known('ours', () =>
    param('options', 'The options of a VerificationSession with a verification_flow are those of the flow.'),
  ),

  maxEndpoints: known('public', (max: number) =>
    refuse(400, `You have reached the maximum of ${max} test webhook endpoints.`),
  ),
  linkExpired: known('ours', () =>
    param('expires_at', 'This file link has expired; expired links can no longer be updated.'),
  ),
  linkTooLong: known('ours', (seconds: number) =>
    param(
      'expires_at',
      `Links to files with this purpose must expire within ${seconds} seconds: set expires_at.`,
    ),
  ),
  linkInPast: known('ours', () => param('expires_at', 'expires_at must be in the future.')),
  linkGone: known('ours', () => refuse(404, 'This file link has expired, or never was.')),
  fileRedacted: known('ours', () => refuse(400, 'This file has been redacted; its contents are gone.')),
  ephemeralVersion: known('public', () =>
    refuse(400, 'You must pass Stripe-Version when creating an ephemeral key.'),
  ),
  ephemeralOther: known('ours', (name: string) =>
    param(name, 'The sandbox makes ephemeral keys for a verification_session only.'),
  ),
} as const

function notOpen(verb: string, participle: string, status: string): NotAllowed {
  return notAllowed(
    `You cannot ${verb} this VerificationSession because it has a status of "${status}". Only a VerificationSession in "requires_input" status may be ${participle}.`,
  )
}

function shown(raw: unknown): string {
  return shorten(typeof raw === 'string' ? raw : JSON.stringify(raw))
}

function shorten(value: string): string {
  return value.length > 200 ? `${value.slice(0, 200)}...` : value
}
