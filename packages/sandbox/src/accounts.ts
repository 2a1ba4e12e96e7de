import { Core, type Start } from './core.js'
import { accountOfKey, type Named } from './stripe/auth.js'

/** The account that every key opens, and the default if a call names no other. */
export const OWN_ACCOUNT = '1IdentitySandbox'

export function isAccountName(name: string): boolean {
  return /^[0-9A-Za-z]{1,64}$/.test(name)
}

export function isAccountId(id: string): boolean {
  return /^acct_[0-9A-Za-z]{1,64}$/.test(id)
}

/** The ways to name an account. */
export interface Address {
  /** On the page at `/`: the account's id, after its platform's if it is connected to one. */
  readonly path: string
  /** In calls: a key, and the id for `Stripe-Account` if the account is connected. */
  readonly key: string
  readonly connected: string | null
}

/**
 * The accounts of a sandbox. There is only one, unless the sandbox was started with `accounts`. Then each name in a
 * key opens an account, and each id that such a key sends names a connected account. The first call creates the
 * account.
 */
export class Accounts {
  readonly own: Core
  /** True if keys can open other accounts. */
  readonly many: boolean
  readonly #start: Start
  readonly #opened = new Map<string, Core>()
  readonly #listeners = new Set<() => void>()

  constructor(start: Start, many: boolean) {
    this.#start = start
    this.many = many
    this.own = this.open(OWN_ACCOUNT)
  }

  /** Returns the account with this name, creating it if it is missing. */
  open(name: string): Core {
    const known = this.#opened.get(name)
    if (known) return known
    const core = new Core(this.#start, `acct_${name}`)
    core.account.subscribe(() => {
      for (const listener of this.#listeners) listener()
    })
    this.#opened.set(name, core)
    return core
  }

  /** The accounts by name, without the sandbox's own and without connected accounts. */
  get others(): readonly (readonly [name: string, Core])[] {
    return [...this.#opened].filter(([, core]) => core !== this.own)
  }

  /** The account that a call acts on. For an invalid name it is the platform's, and the API refuses the call. */
  find({ key, connected }: Named): Core {
    const name = this.many ? accountOfKey(key) : undefined
    if (name === undefined) return this.own
    const platform = this.open(name)
    const [id = platform.account.id] = connected
    return id !== platform.account.id && isAccountId(id) ? platform.connect(id) : platform
  }

  /** The account whose session a client secret or url token belongs to; the sandbox's own if there is none. */
  holding(credential: string): Core {
    const [, secret, token] = /^(?:(vs_[0-9A-Za-z]+)_|test_([0-9A-Za-z]+)_)/.exec(credential) ?? []
    for (const core of this.all()) if (core.account.sessions.get(secret ?? `vs_${token}`)) return core
    return this.own
  }

  /** The account with this path on the page at `/`; the sandbox's own if there is none. */
  at(path: string | undefined): Core {
    for (const core of this.all()) if (this.addressOf(core).path === path) return core
    return this.own
  }

  addressOf({ account: { id, platform } }: Core): Address {
    const name = (platform?.id ?? id).slice('acct_'.length)
    return {
      path: platform ? `${platform.id}/${id}` : id,
      key: this.many ? `sk_test_${name}_1` : 'sk_test_123',
      connected: platform ? id : null,
    }
  }

  /** Calls `listener` after every change in any account. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    for (const core of this.all()) core.close()
  }

  *all(): Iterable<Core> {
    for (const core of this.#opened.values()) {
      yield core
      yield* core.connected
    }
  }
}
