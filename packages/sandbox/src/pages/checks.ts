import { checksOf as checksAskedFor } from '../objects/report/checks.js'
import type { Session } from '../objects/session/record.js'

/** Names of what a session asks its user for, which is what its reports will hold. */
export function checksOf(session: Session): string[] {
  const allowed = session.options.document?.allowed_types
  return Array.from(checksAskedFor(session), (check) => {
    if (check === 'id_number') return 'ID number'
    return check === 'document' && allowed?.length
      ? `document (${allowed.join(' or ').replaceAll('_', ' ')})`
      : check
  })
}
