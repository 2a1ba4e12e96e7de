import type { Clock } from '../clock.js'
import { type Outputs, outputsOf } from '../outputs.js'
import type { Person } from '../person.js'
import type { Preset } from '../preset.js'
import type { Report } from '../report.js'
import type { Session } from '../session.js'
import { Collection } from './collection.js'
import { Credentials } from './credentials.js'
import type {
  Destination,
  Endpoint,
  EphemeralKey,
  EventRecord,
  FileLink,
  FileRecord,
  ThinEvent,
} from './records.js'

/** Something that a page may want to show anew; `id` names the record. */
export interface Change {
  readonly kind: 'session' | 'event' | 'delivery' | 'call' | 'reset'
  readonly id: string
}

type Listener = (change: Change) => void

/** Everything that one Stripe account holds, in memory. Who changes it tells so through `changed`. */
export class Account {
  readonly clock: Clock
  sessions = sessions()
  reports = reports()
  events = events()
  thinEvents = thinEvents()
  endpoints = new Collection<Endpoint>({})
  destinations = new Collection<Destination>({})
  ephemeralKeys = new Collection<EphemeralKey>({})
  files = new Collection<FileRecord, 'purpose'>({ purpose: (file) => file.purpose })
  links = new Collection<FileLink, 'file' | 'token'>({
    file: (link) => link.file,
    token: (link) => link.token,
  })
  credentials: Credentials
  /** Whom checks find where a submission says nothing else. */
  person: Person | Preset | undefined
  readonly #listeners = new Set<Listener>()

  /** Whom it was started with. */
  readonly #person: Person | Preset | undefined

  constructor(clock: Clock, person?: Person | Preset) {
    this.clock = clock
    this.#person = person
    this.person = person
    this.credentials = new Credentials(clock)
  }

  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  changed(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }

  /** The outputs of a verified session; null for any other. */
  outputsOf(session: Session): Outputs | null {
    const report = session.status === 'verified' ? this.reportOf(session) : undefined
    return report ? outputsOf(report) : null
  }

  reportOf(session: Session): Report | undefined {
    return session.last_verification_report === null
      ? undefined
      : this.reports.get(session.last_verification_report)
  }

  /** Forgets everything, also what was given out: old secrets are unknown afterwards. */
  reset(): void {
    this.clock.reset()
    this.sessions = sessions()
    this.reports = reports()
    this.events = events()
    this.thinEvents = thinEvents()
    this.endpoints = new Collection<Endpoint>({})
    this.destinations = new Collection<Destination>({})
    this.ephemeralKeys = new Collection<EphemeralKey>({})
    this.files = new Collection({ purpose: (file) => file.purpose })
    this.links = new Collection({ file: (link) => link.file, token: (link) => link.token })
    this.credentials = new Credentials(this.clock)
    this.person = this.#person
    this.changed({ kind: 'reset', id: '' })
  }
}

type SessionIndex = 'status' | 'client_reference_id' | 'related_customer' | 'related_customer_account'
type ReportIndex = 'type' | 'client_reference_id' | 'verification_session'
type EventIndex = 'type' | 'session'

function sessions() {
  return new Collection<Session, SessionIndex>({
    status: (session) => session.status,
    client_reference_id: (session) => session.client_reference_id,
    related_customer: (session) => session.related_customer,
    related_customer_account: (session) => session.related_customer_account,
  })
}

function reports() {
  return new Collection<Report, ReportIndex>({
    type: (report) => report.type,
    client_reference_id: (report) => report.client_reference_id,
    verification_session: (report) => report.verification_session,
  })
}

function events() {
  return new Collection<EventRecord, EventIndex>({
    type: (event) => event.type,
    session: (event) => event.session,
  })
}

function thinEvents() {
  return new Collection<ThinEvent, 'event'>({ event: (thin) => thin.event })
}
