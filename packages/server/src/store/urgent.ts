import { sql } from 'kysely'

/** The condition for urgent rows: a doubt, a redaction, a closing at the limit, or an interrupted create. */
export const URGENT = sql<boolean>`(doubt is not null or redact_requested_by is not null or (redaction is not null and redaction = 'processing') or stripe_id is null or (canceled_by is not null and canceled_by = 'limit' and open = 1))`
