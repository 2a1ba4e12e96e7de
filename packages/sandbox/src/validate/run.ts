import type { BrowserPage, Turn } from './browser.js'
import { cleanUp } from './clean-up.js'
import { type Call, createClient, Stopped } from './client.js'
import { compare, type Difference } from './compare.js'
import type { Hands } from './hands.js'
import { normalise } from './normalise.js'
import { SCENARIOS } from './scenarios/index.js'
import { type Scenario, SESSIONS, type Side, Skipped, Stage } from './stage.js'

/** An account that is called, with whoever clicks for it. */
export interface Account {
  readonly base: string
  readonly key: string
  readonly restrictedKey?: string | undefined
  readonly hands: Hands
  /** How its Stripe.js is loaded; undefined where no page is opened. */
  readonly stripeJs?: Pick<Turn, 'stripeJs' | 'publishableKey' | 'byItself'> | undefined
}

export interface Findings {
  readonly differences: readonly Difference[]
  /** `scenario: step` of everything that was compared. */
  readonly compared: readonly string[]
  /** What could not be played, and why. */
  readonly skipped: readonly { readonly what: string; readonly why: string }[]
  /** What could not be cleaned away of what was made. */
  readonly left: readonly string[]
}

interface Settings {
  readonly mark: string
  readonly eventsWithinMs: number
  readonly say: (line: string) => void
  /** Ends the run early; what was made is cleaned away all the same. */
  readonly signal: AbortSignal
  /** Open in a browser, for what only Stripe.js can do. */
  readonly page?: BrowserPage | undefined
  /** The name of the one scenario that is played; all of them where it is left out. */
  readonly only?: string | undefined
}

/** Plays every scenario on both sides and compares what they answered; cleans away what it made, whatever happens. */
export async function validate(theirs: Account, ours: Account, settings: Settings): Promise<Findings> {
  const version = await versionOf(ours)
  const [them, us] = [theirs, ours].map((account) => side(account, version, theirs, settings)) as [Side, Side]
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
      // What was skipped before its first answer has nothing to be compared with.
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
    if (settings.signal.aborted) for (const id of left) settings.say(`Left behind: ${id}`)
  }
  return { differences, compared, skipped, left }
}

function side(
  account: Account,
  version: string,
  theirs: Account,
  { mark, eventsWithinMs, signal, page }: Settings,
): Side {
  const { stripeJs } = account
  return {
    call: createClient(account.base, account.key, version),
    hands: account.hands,
    // Both sides play what the other one can.
    restrictedKey: theirs.restrictedKey === undefined ? undefined : account.restrictedKey,
    page: page && stripeJs && { play: (cases) => page.play({ ...stripeJs, cases }) },
    mark,
    made: { sessions: new Set(), endpoints: new Set() },
    eventsWithinMs,
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

/** The version of which the own sandbox's answers are. */
async function versionOf({ base, key }: Account): Promise<string> {
  const response = await fetch(`${base}${SESSIONS}`, { headers: { authorization: `Bearer ${key}` } })
  return response.headers.get('stripe-version') ?? ''
}

/** The first call of all, so that a key that is no good, or an account without Identity, is one sentence. */
async function requireIdentity(call: Call, mark: string): Promise<void> {
  const { status, body } = await call('GET', SESSIONS, { limit: 1 })
  if (status === 200) return
  const message = normalise({ message: body.error?.message ?? `It answered ${status}.` }, mark)
  throw new Stopped((message as { message: string }).message)
}
