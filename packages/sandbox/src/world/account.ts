import type { Preset } from '../choices.js'
import type { EventRecord, ThinEvent } from '../objects/event/fields.js'
import type { FileLink, FileRecord } from '../objects/file/fields.js'
import type { Report } from '../objects/report/fields.js'
import type { Session } from '../objects/session/record.js'
import type { Destination, Endpoint } from '../objects/webhook-endpoint/fields.js'
import { NotFound } from '../stripe/errors.js'
import type { Clock } from './clock.js'
import { Collection, type Row } from './collection.js'
import { Credentials } from './credentials.js'
import type { Person } from './person.js'

export interface EphemeralKey extends Row {
  readonly expires: number
}

/** Everything that one Stripe account holds, in memory. Code that changes it must call `changed`. */
export class Account {
  readonly id: string
  readonly clock: Clock
  /** The account that this one is connected to. */
  readonly platform: Account | undefined
  /** The accounts connected to this one, by id. */
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
  /** The person that checks find if a submission names no other. */
  person: Person | Preset | undefined
  readonly #firstPerson: Person | Preset | undefined
  readonly #listeners = new Set<() => void>()

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

  /** All tables, by their names in a saved state. */
  get tables() {
    const { sessions, reports, events, endpoints, destinations, files, links } = this
    const { thinEvents: thin_events, ephemeralKeys: ephemeral_keys } = this
    return { sessions, reports, events, thin_events, endpoints, destinations, files, links, ephemeral_keys }
  }

  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Announces a change to the listeners, and to those of the platform. */
  changed(): void {
    for (const listener of this.#listeners) listener()
    this.platform?.changed()
  }

  /** Throws `NotFound` if there is no such session. */
  requireSession(id: string): Session {
    const session = this.sessions.get(id)
    if (!session) throw new NotFound(`No such verification session in the sandbox: '${id}'`)
    return session
  }

  /** The id of the session that an event is about, thin or not. */
  sessionOf(event: string): string | undefined {
    return this.events.get(event)?.session ?? this.thinEvents.get(event)?.related?.id
  }

  reportOf(session: Session): Report | undefined {
    return session.last_verification_report === null
      ? undefined
      : this.reports.get(session.last_verification_report)
  }

  /** Clears everything, including the seal: earlier secrets are unknown afterwards. */
  reset(): void {
    for (const table of Object.values(this.tables)) table.clear()
    this.credentials = new Credentials(this.clock)
    this.person = this.#firstPerson
    this.changed()
  }
}
