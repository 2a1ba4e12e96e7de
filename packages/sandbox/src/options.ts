import { z } from 'zod'
import { problemsOf } from './calls.js'
import type { Preset } from './choices.js'
import type { Forwarding } from './core.js'
import { type Fixture, STATE } from './saving.js'
import { newId, newWebhookSecret } from './stripe/ids.js'
import { isVersion } from './stripe/version.js'
import { readUpstream } from './upstream.js'
import { PERSON_OR_PRESET, type Person } from './world/person.js'

/** How to start a sandbox; every option may be left out. */
export interface SandboxOptions {
  /** Where to listen; 0, the default, takes a free port. */
  readonly port?: number | undefined
  /** Default `127.0.0.1`. */
  readonly host?: string | undefined
  /**
   * `running`, the default, is real time plus what you advance. A `frozen` clock stands still: checks, redaction,
   * expiry and retries wait until you move it, so that a test cannot depend on how fast a machine is.
   */
  readonly clock?: 'running' | 'frozen' | undefined
  /** Whom checks find, where a submission says nothing else: some fields of a person, or a preset. */
  readonly person?: Person | Preset | undefined
  /**
   * What it begins with: an object such as `state()` gives, or written by hand (`{ sessions: [{ id: 'vs_1' }] }`), or the
   * path of a file that is read where it exists, and in which the state is kept, so that it outlives a restart.
   */
  readonly state?: Fixture | string | undefined
  /** Further names, without a port, by which the sandbox may be called. */
  readonly allowHost?: string | readonly string[] | undefined
  /**
   * The origin in what it gives out (`url` of a session, file links, Stripe.js), where browsers reach it by another
   * address than your server does: a tunnel, a published port, a phone.
   */
  readonly publicUrl?: string | undefined
  /**
   * Who answers the paths that are not Identity's, so that one client serves payments and identity: stripe-mock,
   * localstripe, or Stripe's test mode, `https://sk_test_…@api.stripe.com` (without a key, each call's own is passed on).
   */
  readonly upstream?: string | undefined
  /**
   * Off by default: there is one account, which any key opens. With it a key `sk_test_<account>_…` opens an account of its
   * own, and `Stripe-Account` names one that is connected to it.
   */
  readonly accounts?: boolean | undefined
  /** Where events are posted: one endpoint per url, each with all six events. */
  readonly forwardTo?: string | readonly string[] | undefined
  /** Where thin events are posted, of the same six facts. */
  readonly thinTo?: string | readonly string[] | undefined
  /**
   * What signs the webhooks, `whsec_…`; by default one is made up. The first belongs to the first url, and so on, those of
   * `thinTo` after those of `forwardTo`; urls beyond the last secret share it, secrets beyond the last url sign for it too.
   */
  readonly webhookSecret?: string | readonly string[] | undefined
  /**
   * The `api_version` of what is sent to `forwardTo`, one for each url, the last for those beyond. The official clients
   * for Go, Java and .NET accept none but the version that they were made for.
   */
  readonly apiVersion?: string | readonly string[] | undefined
}

const isWeb = (url: string) => /^https?:\/\//i.test(url) && URL.canParse(url)
const many = <T extends z.ZodType<string>>(item: T) =>
  z
    .union([item, z.array(item)])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat()))

const WEB_ADDRESSES = many(z.string().refine(isWeb, 'must be an http or https address'))

const OPTIONS = z
  .strictObject({
    port: z.int().min(0).max(65_535).default(0),
    allowHost: many(
      z.string().regex(/^[^\s/:@]+$|^\[[\da-f:]+\]$/i, 'must be a name, without scheme and port'),
    ),
    publicUrl: z
      .string()
      .refine(
        (url) => isWeb(url) && url.replace(/\/$/, '') === new URL(url).origin,
        'must be an origin, such as https://sandbox.example',
      )
      .transform((url) => new URL(url).origin)
      .optional(),
    person: PERSON_OR_PRESET.optional(),
    upstream: z
      .string()
      .transform((text, context) => {
        try {
          return readUpstream(text)
        } catch (error) {
          context.addIssue({ code: 'custom', message: (error as Error).message })
          return z.NEVER
        }
      })
      .optional(),
    state: z.union([z.string().min(1), STATE]).optional(),
    accounts: z.boolean().default(false),
    clock: z.enum(['running', 'frozen']).default('running'),
    host: z.string().min(1).default('127.0.0.1'),
    forwardTo: WEB_ADDRESSES,
    thinTo: WEB_ADDRESSES,
    apiVersion: many(z.string().refine(isVersion, 'must be a version such as 2026-10-28.endive')),
    webhookSecret: many(z.string().regex(/^whsec_\S+$/, 'must begin with whsec_')),
  })
  .refine(({ accounts, state }) => !(accounts && typeof state === 'string'), {
    path: ['state'],
    message: 'a file keeps one account: with accounts give an object, or none',
  })

const SESSION_EVENTS = ['created', 'processing', 'verified', 'requires_input', 'canceled', 'redacted'].map(
  (name) => `identity.verification_session.${name}`,
)

/** The options as they were meant. */
export type Settings = Pick<
  z.output<typeof OPTIONS>,
  'accounts' | 'host' | 'person' | 'port' | 'publicUrl' | 'state' | 'upstream'
> & {
  readonly allowHosts: readonly string[]
  readonly frozen: boolean
  readonly forwarding: Forwarding
  /** The first secret that signs. */
  readonly webhookSecret: string
}

/** Throws one error that lists every wrong option. */
export function readOptions(options: SandboxOptions): Settings {
  const parsed = OPTIONS.safeParse(options)
  if (!parsed.success) {
    throw new TypeError(`Wrong options for the sandbox: ${problemsOf(parsed.error, 'options')}`)
  }
  const { allowHost, clock, forwardTo, thinTo, webhookSecret, apiVersion, ...rest } = parsed.data
  const secrets = webhookSecret.length > 0 ? webhookSecret : [newWebhookSecret()]
  const urls = [...forwardTo, ...thinTo]
  const secretsOf = (place: number) => {
    const last = place === urls.length - 1
    const own = last
      ? secrets.slice(Math.min(place, secrets.length - 1))
      : [secrets[place] ?? secrets.at(-1)!]
    return own.map((value) => ({ value, expires: null }))
  }
  const endpoints = forwardTo.map((url, place) => ({
    id: newId('we'),
    url,
    enabled_events: SESSION_EVENTS,
    api_version: apiVersion[place] ?? apiVersion.at(-1) ?? null,
    connect: false,
    description: null,
    metadata: {},
    disabled: false,
    secrets: secretsOf(place),
  }))
  const destinations = thinTo.map((url, place) => ({
    id: newId('ed'),
    url,
    secrets: secretsOf(forwardTo.length + place),
  }))
  return {
    ...rest,
    allowHosts: allowHost,
    frozen: clock === 'frozen',
    forwarding: { endpoints, destinations },
    webhookSecret: secrets[0]!,
  }
}
