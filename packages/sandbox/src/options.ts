import { z } from 'zod'
import type { Forwarding } from './core.js'
import { problemsOf } from './problems.js'
import { newId, newWebhookSecret } from './wire/ids.js'

/** How to start a sandbox; every option may be left out. */
export interface SandboxOptions {
  /** Where to listen; 0, the default, takes a free port. */
  readonly port?: number | undefined
  /** Default `127.0.0.1`. */
  readonly host?: string | undefined
  /** Where events are posted: one endpoint per url, each with all six events. */
  readonly forwardTo?: string | readonly string[] | undefined
  /** Where thin events are posted, of the same six facts. */
  readonly thinTo?: string | readonly string[] | undefined
  /**
   * What signs the webhooks, `whsec_…`; by default one is made up. The first belongs to the first url, and so on, those of
   * `thinTo` after those of `forwardTo`; urls beyond the last secret share it, secrets beyond the last url sign for it too.
   */
  readonly webhookSecret?: string | readonly string[] | undefined
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
  host: z.string().min(1).default('127.0.0.1'),
  forwardTo: WEB_ADDRESSES,
  thinTo: WEB_ADDRESSES,
  webhookSecret: many(z.string().regex(/^whsec_\S+$/, 'must begin with whsec_')),
})

const SESSION_EVENTS = ['created', 'processing', 'verified', 'requires_input', 'canceled', 'redacted'].map(
  (name) => `identity.verification_session.${name}`,
)

export interface Settings {
  readonly port: number
  readonly host: string
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
  const { port, host, forwardTo, thinTo, webhookSecret } = parsed.data
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
    api_version: null,
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
  return { port, host, forwarding: { endpoints, destinations }, webhookSecret: secrets[0]! }
}
