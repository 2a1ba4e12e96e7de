import { expect, it } from 'vitest'
import { accept } from '../src/accept.js'
import type { Fact, ReplyFact } from '../src/facts.js'
import { type SessionRecord, versioned } from '../src/session.js'
import { judge } from '../src/truth.js'
import { newRecord } from './support/records.js'
import {
  ACTS,
  type Act,
  acted,
  born,
  eventFact,
  later,
  replyFact,
  START,
  type StripeSession,
} from './support/stripe-model.js'

// Every interleaving of up to five facts, over the functions that the server itself runs, against the model of Stripe:
// each history of a session, each second between its events or none, each order, loss and repetition of deliveries,
// thin events, and one pending retrieve. Stripe's history and our deliveries interact only in a retrieve, so a history is
// chosen first, and a retrieve is served at any of its moments after the events that were delivered.

const FACTS_AT_MOST = 4

interface Node {
  record: SessionRecord
  /** The events that were delivered, as bits. */
  delivered: number
  /** The reply to a pending retrieve, with the record at the time of the request. */
  reply: ReplyFact | null
  /** The moment at which that reply, or the last one, was served: later requests are served later. */
  moment: number
  facts: number
  /** The times of the newest "verified" and of the newest signed other status, in seconds; 0 if there is none. */
  yesAt: number
  noAt: number
}

/** The effect of `apply` on a record, without the database. */
function learn(record: SessionRecord, fact: Fact): SessionRecord {
  if (fact.kind === 'nudge' && record.stripeId === null) return record
  if (fact.kind === 'event' && record.stripeId === null && fact.snapshot.mark !== record.id) return record
  const verdict = judge(record, fact)
  if (verdict === 'ask' && fact.kind === 'reply') return record
  const next = versioned(record, accept(record, fact, verdict, 1), 1)
  return { ...next, revision: record.revision + 1 }
}

const factsOf = ({
  status,
  lastError,
  redaction,
}: Pick<SessionRecord, 'status' | 'lastError' | 'redaction'>) =>
  `${status} ${lastError?.code ?? '-'} ${redaction ?? '-'}`

function settled(record: SessionRecord, stripe: StripeSession): SessionRecord {
  return record.doubt === null ? record : learn(record, replyFact(stripe, record))
}

/** All fields of a record that later facts are judged by. */
const keyOf = (record: SessionRecord) =>
  [
    ...[factsOf(record), record.basis, record.stripeId, record.doubt !== null],
    ...[record.lastEventAt, record.lastReplyAt],
  ].join()

interface Counts {
  histories: number
  states: number
  doubts: number
  /** States with a signed other status that is newer than the last "verified". */
  takenBack: number
}

/** Every history of at most `acts` actions, as the moments after each of them. */
function* histories(
  moments: StripeSession[],
  acts: number,
  kinds: readonly Act[],
): Generator<StripeSession[]> {
  yield moments
  if (acts === 0) return
  for (const act of kinds) {
    for (const seconds of [0, 1]) {
      const next = acted(later(moments.at(-1) as StripeSession, seconds), act)
      if (next !== null) yield* histories([...moments, next], acts - 1, kinds)
    }
  }
}

function search(moments: StripeSession[], counts: Counts, problems: string[]): void {
  const end = moments.at(-1) as StripeSession
  const truth = factsOf(end.snapshot)
  // Stripe emits no event for a closed session before its redaction is complete.
  const isTold = end.events.at(-1)?.snapshot === end.snapshot
  const seen = new Set<string>()
  const checked = new Set<string>()

  function check({ record, delivered, yesAt, noAt }: Node, path: string): void {
    const wrong = (what: string) =>
      problems.push(`${what}: ${path} · ours ${factsOf(record)} · Stripe ${truth}`)
    if (record.status === 'verified' && noAt > yesAt) wrong('verified after a newer "no"')
    const ours = `${keyOf(record)} ${delivered}`
    if (record.stripeId === null || checked.has(ours)) return
    checked.add(ours)
    const missed = end.events.filter(({ index }) => !(delivered & (1 << index)))
    // No delivery is left: the record is correct without a doubt, and a retrieve corrects it with one.
    if (missed.length === 0 && isTold && factsOf(settled(record, end)) !== truth)
      wrong('not the truth at the end')
    // One retrieve recovers any lost event, and late events do not change the result.
    const asked = learn(record, replyFact(end, record))
    if (factsOf(asked) !== truth) wrong('not the truth after a retrieve')
    for (const order of [missed, missed.toReversed()]) {
      let late = asked
      for (const event of order) late = settled(learn(late, eventFact(event)), end)
      if (factsOf(late) !== truth) wrong('not the truth after late events')
    }
  }

  function explore(node: Node, path: string): void {
    const { record, delivered, reply, moment, facts, yesAt, noAt } = node
    const key = [
      ...[keyOf(record), delivered, moment, facts, yesAt, noAt, reply?.record.revision === record.revision],
      reply && `${reply.date} ${factsOf(reply.snapshot)} ${reply.snapshot.report}`,
    ].join()
    if (seen.has(key)) return
    seen.add(key)
    counts.states++
    if (record.doubt !== null) counts.doubts++
    if (noAt > yesAt && yesAt > 0) counts.takenBack++
    check(node, path)
    if (problems.length > 0) return

    if (reply === null) {
      for (const [served, stripe] of moments.entries()) {
        const isPast = served < moment || delivered >> stripe.events.length !== 0
        if (isPast) continue
        explore({ ...node, reply: replyFact(stripe, record), moment: served }, `${path} ask-${served}`)
      }
    }
    if (facts === FACTS_AT_MOST) return
    const go = (change: Partial<Node>, step: string) =>
      explore({ ...node, facts: facts + 1, ...change }, `${path} ${step}`)
    for (const event of end.events) {
      const bit = 1 << event.index
      const fact = eventFact(event, delivered & bit ? '_again' : '')
      const { status } = event.snapshot
      const yes = status === 'verified' ? Math.max(yesAt, event.created) : yesAt
      const no = status === 'requires_input' && !event.birth ? Math.max(noAt, event.created) : noAt
      const next = learn(record, fact)
      // An event without our mark is ignored before the session is known, so it is lost.
      if (next !== record) {
        go({ record: next, delivered: delivered | bit, yesAt: yes, noAt: no }, `deliver-${event.index}`)
      }
    }
    if (record.doubt === null) go({ record: learn(record, NUDGE) }, 'nudge')
    if (reply !== null) {
      const yes = reply.snapshot.status === 'verified' ? Math.max(yesAt, reply.date) : yesAt
      go({ record: learn(record, reply), reply: null, yesAt: yes }, 'answer')
    }
  }

  const name = moments.map(({ snapshot, now }) => `${factsOf(snapshot)} @${now - START}`).join(' → ')
  explore(
    { record: newRecord(), delivered: 0, reply: null, moment: 0, facts: 0, yesAt: 0, noAt: 0 },
    `[${name}]`,
  )
}

const NUDGE: Fact = { kind: 'nudge', id: 'evt_thin', stripeId: 'vs_1', cause: 'webhook' }

it.each<[string, number, readonly Act[]]>([
  ['three actions of every kind', 3, ACTS],
  ['four actions of submission and review', 4, ['submit', 'pass', 'fail', 'take_back', 'pass_review']],
])(
  "no interleaving of five facts after %s ends in a state other than Stripe's",
  (_name, acts, kinds) => {
    const counts: Counts = { histories: 0, states: 0, doubts: 0, takenBack: 0 }
    const started = performance.now()
    const problems: string[] = []
    for (const moments of histories([born('vs_1', 'record')], acts, kinds)) {
      counts.histories++
      search(moments, counts, problems)
      if (problems.length > 0) break
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.info(
      `truth-search.test.ts: ${counts.states} states of ${counts.histories} histories in ${seconds} s`,
    )
    expect(problems).toEqual([])
    expect(counts.doubts).toBeGreaterThan(1_000)
    expect(counts.takenBack).toBeGreaterThan(100)
  },
  180_000,
)
