import { checksOf } from '../objects/report/checks.js'
import type { Session } from '../objects/session/record.js'

/** The names of the checks that a session requests, and that its reports will contain. */
export function namesOfChecks(session: Session): string[] {
  const allowed = session.options.document?.allowed_types
  return Array.from(checksOf(session), (check) => {
    if (check === 'id_number') return 'ID number'
    return check === 'document' && allowed?.length
      ? `document (${allowed.join(' or ').replaceAll('_', ' ')})`
      : check
  })
}
