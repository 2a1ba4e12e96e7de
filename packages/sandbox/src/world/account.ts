import type { Preset } from '../choices.js'
import type { EventRecord, ThinEvent } from '../objects/event/fields.js'
import type { FileRecord } from '../objects/file/fields.js'
import type { FileLink } from '../objects/file-link/fields.js'
import type { Report } from '../objects/report/fields.js'
import type { Session } from '../objects/session/record.js'
import type { Destination, Endpoint } from '../objects/webhook-endpoint/fields.js'
import type { Clock } from './clock.js'
import { Collection, type Row } from './collection.js'
import { Credentials } from './credentials.js'
import type { Person } from './person.js'

export interface EphemeralKey extends Row {
  readonly expires: number
}

/** Something that a page may want to show anew; `id` names the record. */
export interface Change {
  readonly kind: 'session' | 'event' | 'delivery' | 'call' | 'reset'
  readonly id: string
}

type Listener = (change: Change) => void

/** Everything that one Stripe account holds, in memory. Who changes it says so through `changed`. */
export class Account {
  readonly id: string
  readonly clock: Clock
  /** The account that it is connected to. */
  readonly platform: Account | undefined
  /** By their ids, those that are connected to it. */
  readonly connected = new Map<string, Account>()
  readonly created: number
  readonly sessions = new Collection<
    Session,
    'status' | 'client_reference_id' | 'related_customer' | 'related_customer_account'
  >({
    status: (session) => session.status,
    client_reference_id: (session) => session.client_reference_id,
    related_customer: (session) => session.related_customer,
    related_customer_account: (session) => session.related_customer_account,
  })
  readonly reports = new Collection<Report, 'type' | 'client_reference_id' | 'verification_session'>({
    type: (report) => report.type,
    client_reference_id: (report) => report.client_reference_id,
    verification_session: (report) => report.verification_session,
  })
  readonly events = new Collection<EventRecord, 'type' | 'session'>({
    type: (event) => event.type,
    session: (event) => event.session,
  })
  readonly thinEvents = new Collection<ThinEvent, 'event'>({ event: (thin) => thin.event })
  readonly endpoints = new Collection<Endpoint>({})
  readonly destinations = new Collection<Destination>({})
  readonly ephemeralKeys = new Collection<EphemeralKey>({})
  readonly files = new Collection<FileRecord, 'purpose'>({ purpose: (file) => file.purpose })
  readonly links = new Collection<FileLink, 'file' | 'token'>({
    file: (link) => link.file,
    token: (link) => link.token,
  })
  credentials: Credentials
  /** Whom checks find where a submission says nothing else. */
  person: Person | Preset | undefined
  readonly #firstPerson: Person | Preset | undefined
  readonly #listeners = new Set<Listener>()

  constructor(id: string, clock: Clock, person?: Person | Preset, platform?: Account) {
    this.id = id
    this.clock = clock
    this.platform = platform
    this.created = clock.seconds()
    platform?.connected.set(id, this)
    this.#firstPerson = person
    this.person = person
    this.credentials = new Credentials(clock)
  }

  /** All that is kept in tables, by the names that they have in a saved state. */
  get tables() {
    const { sessions, reports, events, endpoints, destinations, files, links } = this
    const { thinEvents: thin_events, ephemeralKeys: ephemeral_keys } = this
    return { sessions, reports, events, thin_events, endpoints, destinations, files, links, ephemeral_keys }
  }

  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  changed(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }

  reportOf(session: Session): Report | undefined {
    return session.last_verification_report === null
      ? undefined
      : this.reports.get(session.last_verification_report)
  }

  /** Forgets everything, also what was given out: old secrets are unknown afterwards. */
  reset(): void {
    for (const table of Object.values(this.tables)) table.clear()
    this.credentials = new Credentials(this.clock)
    this.person = this.#firstPerson
    this.changed({ kind: 'reset', id: '' })
  }
}
