import type { Session } from '../session.js'

/** Names of what a session asks its user for. */
export function checksOf({ type, options, verification_flow }: Session): string[] {
  if (type === 'verification_flow') return [`verification flow ${verification_flow ?? ''}`.trim()]
  if (type === 'id_number') return ['ID number']
  const { require_matching_selfie, require_id_number, allowed_types } = options.document ?? {}
  return [
    allowed_types?.length ? `document (${allowed_types.join(' or ').replaceAll('_', ' ')})` : 'document',
    ...(require_matching_selfie ? ['selfie'] : []),
    ...(require_id_number ? ['ID number'] : []),
  ]
}
