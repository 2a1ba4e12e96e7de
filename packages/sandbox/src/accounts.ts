import { Core, type Start } from './core.js'
import { accountOfKey } from './stripe/auth.js'

/** The account that every key opens, and that is meant where no other is named. */
export const OWN_ACCOUNT = '1IdentitySandbox'

export function isAccountName(name: string): boolean {
  return /^[0-9A-Za-z]{1,64}$/.test(name)
}

export function isAccountId(id: string): boolean {
  return /^acct_[0-9A-Za-z]{1,64}$/.test(id)
}

/** How a call names an account: by its key, and by `Stripe-Account` or `Stripe-Context` one that is connected to it. */
export interface Named {
  readonly key: string
  readonly connected?: string | undefined
}

/**
 * The accounts of a sandbox. There is one, unless it was started with `accounts`: then each name in a key opens an
 * account, and each id that such a key names one that is connected to it, the first call being what makes it.
 */
export class Accounts {
  readonly own: Core
  /** Whether there may be others. */
  readonly many: boolean
  readonly #start: Start
  readonly #opened = new Map<string, Core>()

  constructor(start: Start, many: boolean) {
    this.#start = start
    this.many = many
    this.own = new Core(start, `acct_${OWN_ACCOUNT}`)
    this.#opened.set(OWN_ACCOUNT, this.own)
  }

  /** The account of a name. */
  open(name: string): Core {
    const known = this.#opened.get(name)
    if (known) return known
    const account = new Core(this.#start, `acct_${name}`)
    this.#opened.set(name, account)
    return account
  }

  /** The account that a call is about. What it names wrongly is for the API to refuse: it is the platform's call then. */
  find({ key, connected }: Named): Core {
    const name = this.many ? accountOfKey(key) : undefined
    if (name === undefined) return this.own
    const platform = this.open(name)
    const isOther = connected !== undefined && connected !== platform.account.id
    return isOther && isAccountId(connected) ? platform.connect(connected) : platform
  }

  /** The account of a client secret or url token, by the session that is in it; the sandbox's own where no session is. */
  holding(credential: string): Core {
    const [, secret, token] = /^(?:(vs_[0-9A-Za-z]+)_|test_([0-9A-Za-z]+)_)/.exec(credential) ?? []
    return this.having(({ sessions }) => sessions.get(secret ?? `vs_${token}`) !== undefined)
  }

  /** The first account for which something holds; the sandbox's own where it holds for none. */
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
