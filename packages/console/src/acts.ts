import type { BatchAct, FoundSession } from 'stripe-identity-contract'
import type { Icon } from './icons.js'

/** The acts of operators on sessions, one or several at once. */
export type Act = BatchAct

export interface ActWords {
  label: string
  icon: Icon
  /** Says what it does, and which part cannot be undone. */
  effect: string
  /** Whether it destroys something, so that more than a click is asked for. */
  final: boolean
  done: string
}

export const ACTS: Record<Act, ActWords> = {
  cancel: {
    label: 'Cancel',
    icon: 'clock',
    effect:
      'Ends the session at Stripe. This cannot be undone. The user gets all attempts anew, and the next visit makes a new session.',
    final: false,
    done: 'Canceled',
  },
  attempts: {
    label: 'New attempts',
    icon: 'document',
    effect: 'Forgets the failed attempts of the user, who goes on at the next visit. This cannot be undone.',
    final: false,
    done: 'New attempts given',
  },
  redact: {
    label: 'Redact',
    icon: 'lock',
    effect:
      'Erases the person’s data at Stripe and here: documents, images, results, and this history. This cannot be undone. Stripe takes up to four days. Who was verified stays verified.',
    final: true,
    done: 'Erased here; Stripe erases its own',
  },
  resend: {
    label: 'Tell host again',
    icon: 'send',
    effect:
      'Sends the newest change of status to your own system once more, with the same id. What your system does about it cannot be undone from here.',
    final: false,
    done: 'Due to be told again',
  },
}

/** Why an act makes no sense for a session as it is; null where it does. The server decides in the end. */
export function hindrance(act: Act, session: FoundSession): string | null {
  if (session.id === null) return 'Stripe has not made the session yet.'
  if (session.redaction !== null) return 'It is erased.'
  const final = session.status === 'verified' || session.status === 'processing'
  if (act === 'cancel') return final ? `A session that is ${session.status} cannot be canceled.` : null
  if (act === 'attempts') {
    if (session.superseded) return 'A newer session of this user counts.'
    if (session.status === 'verified') return 'Who is verified needs no attempts.'
    return session.attempts === 0 ? 'No attempt was counted.' : null
  }
  if (act === 'redact') {
    return session.status === 'processing' ? 'Stripe redacts nothing that it is checking.' : null
  }
  return null
}
