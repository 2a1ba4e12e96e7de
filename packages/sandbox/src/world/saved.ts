import { z } from 'zod'
import { SESSION_RECORD } from '../objects/session/record.js'
import { PERSON_OR_PRESET } from './person.js'

/** A record of any kind, as it was saved: trusted but for what every record has. */
const ROW = z.looseObject({ id: z.string().min(1), created: z.int().min(0) })
const rows = z.array(ROW).default([])

/** All that a sandbox holds, as JSON. What is left out is empty, so that it can be written by hand. */
export const STATE = z.strictObject({
  version: z.literal(1).default(1),
  clock: z
    .union([z.strictObject({ offset_ms: z.number() }), z.strictObject({ frozen_at: z.number().min(0) })])
    .optional(),
  person: PERSON_OR_PRESET.optional(),
  sessions: z.array(SESSION_RECORD).default([]),
  reports: rows,
  events: rows,
  thin_events: rows,
  endpoints: rows,
  destinations: rows,
  files: rows,
  links: rows,
  ephemeral_keys: rows,
  under_way: z
    .array(z.looseObject({ kind: z.enum(['checks', 'redaction']), session: z.string(), due: z.number() }))
    .default([]),
  deliveries: z
    .array(
      z.strictObject({
        event: z.string(),
        endpoint: z.string(),
        begun: z.number(),
        counted: z.boolean(),
        attempts: z.int(),
        retries: z.int().min(0).max(10),
        waiting: z.boolean(),
        delivered: z.boolean(),
      }),
    )
    .default([]),
  credentials: z
    .strictObject({
      seal: z.string(),
      count: z.int(),
      used: z.array(z.string()),
      void_up_to: z.record(z.string(), z.int()),
    })
    .optional(),
})

export type State = z.output<typeof STATE>
/** As it may be written by hand. */
export type Fixture = z.input<typeof STATE>
