import type { Snapshot } from '../../src/session.js'
import type { Reply, StripeApi, StripeFailure } from '../../src/stripe.js'
import { someId } from './sqlite-store.js'

const CREATED = 1_700_000_000

/**
 * Stripe as the services call it: its sessions are in memory, and a test writes what a call gives. `calls` lists each
 * call with its arguments.
 */
export class ScriptedStripe {
  readonly sessions = new Map<string, Snapshot>()
  readonly calls: [name: string, ...args: unknown[]][] = []
  /** The next calls with these names fail. */
  readonly failures: { name: string; failure: StripeFailure }[] = []
  /** Changes each session that is created from now on. */
  born: Partial<Snapshot> = {}

  get api(): StripeApi {
    const api: Partial<StripeApi> = {
      livemode: false,
      create: async (owner, params, returnUrl, key) => {
        this.#call('create', owner, params, returnUrl, key)
        return this.#reply(this.add({ mark: owner.id, ...this.born }))
      },
      retrieve: async (id) => {
        this.#call('retrieve', id)
        return this.#reply(this.#known(id))
      },
      cancel: async (id) => {
        this.#call('cancel', id)
        return this.#reply(this.change(id, { status: 'canceled', lastError: null }))
      },
      findByMark: async (user, mark) => {
        this.#call('findByMark', user, mark)
        const found = [...this.sessions.values()].find((session) => session.mark === mark)
        return found === undefined ? null : this.#reply(found)
      },
    }
    return api as StripeApi
  }

  /** The names of the calls so far. */
  get names(): string[] {
    return this.calls.map(([name]) => name)
  }

  add(snapshot: Partial<Snapshot>): Snapshot {
    const session: Snapshot = {
      ...{ stripeId: someId('vs_'), mark: null, status: 'requires_input', lastError: null, redaction: null },
      ...{ type: 'document', livemode: false, created: CREATED, report: null, ...snapshot },
    }
    this.sessions.set(session.stripeId, session)
    return session
  }

  change(id: string, change: Partial<Snapshot>): Snapshot {
    const session = { ...this.#known(id), ...change }
    this.sessions.set(id, session)
    return session
  }

  fail(name: string, failure: StripeFailure): void {
    this.failures.push({ name, failure })
  }

  #call(name: string, ...args: unknown[]): void {
    this.calls.push([name, ...args])
    const index = this.failures.findIndex((each) => each.name === name)
    const [due] = index < 0 ? [] : this.failures.splice(index, 1)
    if (due !== undefined) throw due.failure
  }

  #known(id: string): Snapshot {
    const session = this.sessions.get(id)
    if (session === undefined) throw new Error(`a test asks for ${id}, which it did not add`)
    return session
  }

  #reply(snapshot: Snapshot): Reply {
    const { stripeId } = snapshot
    return {
      snapshot,
      date: CREATED + 100,
      // Real replies have none for a session that takes no input. Here it is left to the services to pass none on.
      clientSecret: `${stripeId}_secret_${this.calls.length}`,
      url: `https://verify.stripe.com/${stripeId}`,
      operatorView: {},
    }
  }
}
