import { Core, type Start } from './core.js'
import { accountOfKey } from './stripe/auth.js'

/** The account that every key opens, and the default if a call names no other. */
export const OWN_ACCOUNT = '1IdentitySandbox'

export function isAccountName(name: string): boolean {
  return /^[0-9A-Za-z]{1,64}$/.test(name)
}

export function isAccountId(id: string): boolean {
  return /^acct_[0-9A-Za-z]{1,64}$/.test(id)
}

/** The account names in a call: the key's, and a connected account's in `Stripe-Account` or `Stripe-Context`. */
export interface Named {
  readonly key: string
  readonly connected?: string | undefined
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

  constructor(start: Start, many: boolean) {
    this.#start = start
    this.many = many
    this.own = new Core(start, `acct_${OWN_ACCOUNT}`)
    this.#opened.set(OWN_ACCOUNT, this.own)
  }

  /** Returns the account with this name, creating it if it is missing. */
  open(name: string): Core {
    const known = this.#opened.get(name)
    if (known) return known
    const account = new Core(this.#start, `acct_${name}`)
    this.#opened.set(name, account)
    return account
  }

  /** The account that a call acts on. For an invalid name it is the platform's, and the API refuses the call. */
  find({ key, connected }: Named): Core {
    const name = this.many ? accountOfKey(key) : undefined
    if (name === undefined) return this.own
    const platform = this.open(name)
    const isOther = connected !== undefined && connected !== platform.account.id
    return isOther && isAccountId(connected) ? platform.connect(connected) : platform
  }

  /** The account whose session a client secret or url token belongs to; the sandbox's own if there is none. */
  holding(credential: string): Core {
    const [, secret, token] = /^(?:(vs_[0-9A-Za-z]+)_|test_([0-9A-Za-z]+)_)/.exec(credential) ?? []
    return this.having(({ sessions }) => sessions.get(secret ?? `vs_${token}`) !== undefined)
  }

  /** The first account that passes the test; the sandbox's own if none does. */
  having(test: (account: Core['account']) => boolean): Core {
    for (const core of this.all()) if (test(core.account)) return core
    return this.own
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
