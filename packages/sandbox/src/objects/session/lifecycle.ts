import type { Override, Submission } from '../../calls.js'
import { newId } from '../../stripe/ids.js'
import { REFUSALS } from '../../stripe/refusals.js'
import { type Cause, NO_CALL } from '../../stripe/route.js'
import type { Account } from '../../world/account.js'
import type { Cancel } from '../../world/clock.js'
import { type Found, findPerson } from '../../world/person.js'
import type { EventRecord } from '../event/fields.js'
import { type Image, writeReport } from '../report/checks.js'
import { REPORT } from '../report/fields.js'
import { present, redact } from '../table.js'
import { SESSION } from './fields.js'
import type { ErrorCode } from './last-error.js'
import { LAST_ERRORS, USUAL_CODE } from './last-error.js'
import type { Step } from './machine.js'
import * as machine from './machine.js'
import type { Session } from './record.js'

/** The duration of a redaction. Stripe takes up to four days. */
export const REDACTION_MS = 3 * 24 * 3_600_000

/** Checks or a redaction that end when the clock reaches `due` (milliseconds). */
export type UnderWay = { readonly session: string; readonly due: number } & (
  | { readonly kind: 'checks'; readonly error: ErrorCode | null; readonly person: Found }
  | { readonly kind: 'redaction' }
)

/** The lifecycle of sessions: each step goes through the state machine, is stored, and creates its events. */
export class Flow {
  readonly #account: Account
  readonly #publish: (event: EventRecord) => void
  /** Checks and redactions that end by the clock, by session. */
  readonly #underWay = new Map<string, UnderWay & { readonly cancel: Cancel }>()

  constructor(account: Account, publish: (event: EventRecord) => void) {
    this.#account = account
    this.#publish = publish
  }

  create(birth: Omit<machine.Birth, 'id' | 'created'>, cause: Cause): Session {
    const step = machine.create({ ...birth, id: newId('vs'), created: this.#account.clock.seconds() })
    this.#account.sessions.add(step.session)
    return this.#tell(step, cause)
  }

  update(session: Session, patch: Parameters<typeof machine.update>[1]): Session {
    return this.#store(machine.update(session, patch), NO_CALL)
  }

  cancel(session: Session, cause: Cause): Session {
    return this.#store(machine.cancel(session), cause)
  }

  /** Redacts the session itself at once; its report, events and images follow after days. */
  redact(session: Session, cause: Cause): Session {
    const first = session.redaction === null
    const redacted = this.#store(machine.redact(session), cause)
    if (first)
      this.resume({ kind: 'redaction', session: session.id, due: this.#account.clock.now() + REDACTION_MS })
    return redacted
  }

  /**
   * Submits with the client secret or url token of the visit. Without a credential, all credentials of the session
   * issued so far are used up. Throws `NotAllowed` unless the session is in `requires_input`.
   */
  submit(session: Session, submission: Submission, credential?: string): Session {
    const error = submission.outcome === 'verified' ? null : (submission.error_code ?? USUAL_CODE)
    if (error !== null && !LAST_ERRORS[error].submitted) return this.giveUp(session, error)
    const submitted = this.#store(machine.submit(session), NO_CALL)
    if (credential === undefined) this.#account.credentials.useAll(session.id)
    else this.#account.credentials.use(credential)
    const wait = submission.processing_ms
    const person = findPerson(this.#account.clock.now(), submission.person, this.#account.person)
    if (wait <= 0) return this.#settle(session.id, error, person)
    this.resume({ kind: 'checks', session: session.id, due: this.#account.clock.now() + wait, error, person })
    return submitted
  }

  /** Finishes a session's processing or redaction now, with the result that is due. */
  settleNow(session: Session): Session {
    const underWay = this.#underWay.get(session.id)
    if (!underWay) throw REFUSALS.nothingToSettle(session.status)
    underWay.cancel()
    return this.#end(underWay)
  }

  get underWay(): UnderWay[] {
    return Array.from(this.#underWay.values(), ({ cancel: _, ...underWay }) => underWay)
  }

  /** Schedules the end of checks or of a redaction. */
  resume(underWay: UnderWay): void {
    const cancel = this.#account.clock.at(underWay.due, () => this.#end(underWay))
    this.#underWay.set(underWay.session, { ...underWay, cancel })
  }

  #end(underWay: UnderWay): Session {
    this.#underWay.delete(underWay.session)
    return underWay.kind === 'checks'
      ? this.#settle(underWay.session, underWay.error, underWay.person)
      : this.#finishRedaction(underWay.session)
  }

  /** Drops all scheduled work. */
  reset(): void {
    for (const { cancel } of this.#underWay.values()) cancel()
    this.#underWay.clear()
  }

  /**
   * Sets `last_error` for a user who stopped before submitting, for example without consent. No credential is used
   * up.
   */
  giveUp(session: Session, error: ErrorCode): Session {
    return this.#store(machine.giveUp(session, error), NO_CALL)
  }

  /** Overrides a verified session, or a failed one, as a reviewer would. Throws `NotAllowed` for any other session. */
  override(session: Session, { status, error_code }: Override): Session {
    return this.#store(machine.override(session, status, error_code ?? USUAL_CODE), NO_CALL)
  }

  #settle(id: string, error: ErrorCode | null, person: Found): Session {
    const session = this.#account.sessions.get(id)!
    const report = writeReport(session, error, {
      id: newId('vr'),
      created: this.#account.clock.seconds(),
      person,
      keepImage: (image) => this.#keepImage(image),
    })
    this.#account.reports.add(report)
    return this.#store(machine.settle(session, report.id, error), NO_CALL)
  }

  #keepImage(image: Image): string {
    const id = newId('file')
    this.#account.files.add({ ...image, id, created: this.#account.clock.seconds(), redacted: false })
    return id
  }

  #finishRedaction(id: string): Session {
    const { sessions, reports, files, events } = this.#account
    const session = sessions.get(id)!
    for (const report of reports.page({ where: { verification_session: id }, limit: Infinity }).rows) {
      reports.replace(redact(REPORT, report))
      for (const name of [
        ...(report.document?.files ?? []),
        report.selfie?.document,
        report.selfie?.selfie,
      ]) {
        const file = name ? files.get(name) : undefined
        if (file) files.replace({ ...file, redacted: true })
      }
    }
    const step = machine.finishRedaction(session)
    const { redaction } = present(SESSION, step.session)
    for (const event of events.page({ where: { session: id }, limit: Infinity }).rows) {
      events.replace({ ...event, object: { ...redact(SESSION, event.object), redaction } })
    }
    return this.#store(step, NO_CALL)
  }

  #store(step: Step, cause: Cause): Session {
    this.#account.sessions.replace(step.session)
    return this.#tell(step, cause)
  }

  #tell({ session, events }: Step, cause: Cause): Session {
    this.#account.changed()
    for (const type of events) {
      this.#publish({
        id: newId('evt'),
        created: this.#account.clock.seconds(),
        type,
        ...(this.#account.platform && { account: this.#account.id }),
        session: session.id,
        object: present(SESSION, session),
        request: cause,
        pending: 0,
      })
    }
    return session
  }
}
