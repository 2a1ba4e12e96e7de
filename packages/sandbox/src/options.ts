import { z } from 'zod'
import { problemsOf } from './calls.js'
import type { Preset } from './choices.js'
import { SESSION_EVENTS } from './objects/session/machine.js'
import { type Fixture, STATE } from './saving.js'
import { newId, newWebhookSecret } from './stripe/ids.js'
import { isVersion } from './stripe/version.js'
import { readUpstream } from './upstream.js'
import { PERSON_OR_PRESET, type Person } from './world/person.js'

/** The start options of a sandbox; all are optional. */
export interface SandboxOptions {
  /** The port to listen on; 0, the default, takes a free one. */
  readonly port?: number | undefined
  /** The address to listen on. Default: `127.0.0.1`. */
  readonly host?: string | undefined
  /**
   * `running`, the default, is real time plus every advance. A `frozen` clock moves only by calls: checks, redaction,
   * expiry and retries wait for them, so that a test does not depend on the speed of the machine.
   */
  readonly clock?: 'running' | 'frozen' | undefined
  /** The person that checks find if a submission names no other: some fields of a person, or a preset. */
  readonly person?: Person | Preset | undefined
  /**
   * The initial state: an object from `state()`, one written by hand (`{ sessions: [{ id: 'vs_1' }] }`), or the path
   * of a file. The file is read if it exists, and kept up to date, so that the state of all accounts survives a
   * restart.
   */
  readonly state?: Fixture | string | undefined
  /** Additional host names, without a port, under which the sandbox answers. */
  readonly allowHost?: string | readonly string[] | undefined
  /**
   * The origin in returned addresses (`url` of a session, file links, Stripe.js), for browsers that reach the sandbox
   * by another address than your server does: a tunnel, a published port, a phone.
   */
  readonly publicUrl?: string | undefined
  /**
   * The server for all paths outside Identity, so that one client can use payments and identity: stripe-mock,
   * localstripe, or Stripe's test mode, `https://sk_test_…@api.stripe.com`. Without a key in the address, the key of
   * each call is passed on.
   */
  readonly upstream?: string | undefined
  /**
   * Enables several accounts. Off by default: every key opens the same account. If on, a key `sk_test_<account>_…`
   * opens an account of its own, and `Stripe-Account` names an account connected to it.
   */
  readonly accounts?: boolean | undefined
  /** The addresses for events: one endpoint for each, with all six event types. */
  readonly forwardTo?: string | readonly string[] | undefined
  /** The addresses for thin events of the same six types. */
  readonly thinTo?: string | readonly string[] | undefined
  /**
   * The signing secrets of the webhooks, `whsec_…`; by default one is generated. The first secret belongs to the
   * first url, and so on, with `thinTo` after `forwardTo`. Urls beyond the last secret share it. Secrets beyond the
   * last url sign for the last url too.
   */
  readonly webhookSecret?: string | readonly string[] | undefined
  /**
   * The `api_version` of events to `forwardTo`, one for each url; urls beyond the last version share it. The official
   * clients for Go, Java and .NET accept only the version that they were built for.
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

const OPTIONS = z.strictObject({
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

/** The options with all defaults applied. */
export type Settings = ReturnType<typeof readOptions>

/** Parses the options. Throws one error that lists all invalid ones. */
export function readOptions(options: SandboxOptions) {
  const parsed = OPTIONS.safeParse(options)
  if (!parsed.success) {
    throw new TypeError(`Invalid options for the sandbox: ${problemsOf(parsed.error, 'options')}`)
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
    /** The first signing secret. */
    webhookSecret: secrets[0]!,
  }
}
