import type { BrowserPage, Turn } from './browser.js'
import { type Call, createClient, DESTINATIONS, ENDPOINTS, SESSIONS, Stopped } from './client.js'
import { compare, type Difference } from './compare.js'
import type { Hands } from './hands.js'
import type { Inbox } from './inbox.js'
import { normalise } from './normalise.js'
import { SCENARIOS } from './scenarios/index.js'
import { type Scenario, type Side, Skipped, Stage } from './stage.js'

/** An account to call, with the hands that click for it. */
export interface Account {
  readonly base: string
  readonly key: string
  readonly restrictedKey?: string | undefined
  readonly hands: Hands
  /** The way to load its Stripe.js; undefined if no page is opened. */
  readonly stripeJs?: Omit<Turn, 'cases'> | undefined
  /** The webhooks of the account; undefined if none can arrive. */
  readonly inbox?: Inbox | undefined
}

export interface Findings {
  readonly differences: readonly Difference[]
  /** `scenario: step` of every comparison. */
  readonly compared: readonly string[]
  /** The skipped steps, with reasons. */
  readonly skipped: readonly { readonly what: string; readonly why: string }[]
  /** The created objects that could not be removed. */
  readonly left: readonly string[]
  /** The sessions that were left for a later run. */
  readonly kept: readonly string[]
}

interface Settings {
  readonly mark: string
  readonly eventsWithinMs: number
  /** The longest time for steps that take Stripe hours or days. Default: 0, which skips them. */
  readonly waitMs?: number | undefined
  /** Leaves a verified session for a later run. */
  readonly keepOne?: boolean | undefined
  readonly say: (line: string) => void
  /** Ends the run early. Created objects are still removed. */
  readonly signal: AbortSignal
  /** A page open in a browser, for calls that need Stripe.js. */
  readonly page?: BrowserPage | undefined
  /** The name of the only scenario to play. Default: all. */
  readonly only?: string | undefined
}

/** Plays every scenario on both sides, compares the answers, and always removes the created objects. */
export async function validate(theirs: Account, ours: Account, settings: Settings): Promise<Findings> {
  const version = await versionOf(ours)
  const kept = new Set<string>()
  const them = side(theirs, version, theirs, settings, settings.keepOne ? kept : undefined)
  const us = side(ours, version, theirs, settings)
  const differences: Difference[] = []
  const compared: string[] = []
  const skipped: { what: string; why: string }[] = []
  let left: string[] = []
  try {
    await requireIdentity(them.call, settings.mark)
    for (const scenario of SCENARIOS) {
      if (settings.only !== undefined && scenario.name !== settings.only) continue
      settings.say(`… ${scenario.name}`)
      const a = await play(scenario, them)
      // A scenario skipped before its first answer has nothing to compare.
      const b = a.notes.size > 0 ? await play(scenario, us) : new Stage(us)
      const whole = a.skips.size === 0 && b.skips.size === 0
      for (const [what, why] of a.skips)
        skipped.push({ what: [scenario.name, what].filter(Boolean).join(': '), why })
      for (const name of new Set([...a.notes.keys(), ...b.notes.keys()])) {
        const [noteA, noteB] = [a.notes.get(name), b.notes.get(name)]
        const step = `${scenario.name}: ${name}`
        if (noteA !== undefined && noteB !== undefined) {
          compared.push(step)
          differences.push(...compare(step, noteA, noteB))
        } else if (whole) differences.push({ step, field: 'answer', theirs: noteA, ours: noteB })
      }
    }
  } finally {
    left = await cleanUp(them)
    if (settings.signal.aborted) for (const id of [...left, ...kept]) settings.say(`Left behind: ${id}`)
  }
  return { differences, compared, skipped, left, kept: [...kept] }
}

function side(
  account: Account,
  version: string,
  theirs: Account,
  { mark, eventsWithinMs, waitMs = 0, signal, page }: Settings,
  kept?: Set<string>,
): Side {
  const { stripeJs } = account
  return {
    call: createClient(account.base, account.key, version),
    hands: account.hands,
    // Each side plays only what the other can play too.
    restrictedKey: theirs.restrictedKey === undefined ? undefined : account.restrictedKey,
    page: page && stripeJs && { play: (cases) => page.play({ ...stripeJs, cases }) },
    inbox: theirs.inbox && account.inbox,
    mark,
    made: { sessions: new Set(), endpoints: new Set(), destinations: new Set() },
    kept,
    eventsWithinMs,
    waitMs,
    signal,
  }
}

async function play(scenario: Scenario, on: Side): Promise<Stage> {
  const stage = new Stage(on)
  try {
    await scenario.run(stage)
  } catch (error) {
    if (!(error instanceof Skipped)) throw error
    stage.skip('', error.message)
  }
  return stage
}

/** The API version of the sandbox's answers. */
async function versionOf({ base, key }: Account): Promise<string> {
  const response = await fetch(`${base}${SESSIONS}`, { headers: { authorization: `Bearer ${key}` } })
  return response.headers.get('stripe-version') ?? ''
}

/** Makes the first call, so that an invalid key, or an account without Identity, leads to a clear message. */
async function requireIdentity(call: Call, mark: string): Promise<void> {
  const { status, body } = await call('GET', SESSIONS, { limit: 1 })
  if (status === 200) return
  const message = normalise({ message: body.error?.message ?? `It answered ${status}.` }, mark)
  throw new Stopped((message as { message: string }).message)
}

/** Redacts the created sessions, and deletes the created endpoints. Returns the ids of those that remain. */
async function cleanUp({ call, made }: Side): Promise<string[]> {
  const left: string[] = []
  for (const [ids, path] of [
    [made.endpoints, ENDPOINTS],
    [made.destinations, DESTINATIONS],
  ] as const) {
    for (const id of ids) {
      const { status } = await call('DELETE', `${path}/${id}`)
      if (status !== 200) left.push(id)
    }
  }
  for (const id of made.sessions) {
    // Redaction cancels an open session.
    const { status, body } = await call('POST', `${SESSIONS}/${id}/redact`)
    if (status !== 200 && !(await isRedacted(call, id))) left.push(`${id} (${body.error?.code ?? status})`)
  }
  return left
}

async function isRedacted(call: Side['call'], id: string): Promise<boolean> {
  const { body } = await call('GET', `${SESSIONS}/${id}`)
  return body.redaction !== null && body.redaction !== undefined
}
