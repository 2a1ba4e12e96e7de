import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { DOCUMENT, type DocumentFinding, REPORT } from '../src/objects/report/fields.js'
import { OUTPUTS, SESSION } from '../src/objects/session/fields.js'
import { expandable, type Field, fill, redact, show, type Table } from '../src/objects/table.js'
import { findPerson } from '../src/world/person.js'
import { call, control, createSession, type Json, REPORTS, SESSIONS } from './support/api.js'

/** The value that replaces each kind of field after redaction. */
const PLACEHOLDERS: Record<Field<never>['redact'], (value: unknown) => unknown> = {
  keep: (value) => value,
  text: () => '[redacted]',
  date: () => ({ day: 1, month: 1, year: 1 }),
  address: (value) => ({
    line1: '[redacted]',
    line2: null,
    city: '[redacted]',
    state: '[redacted]',
    postal_code: '[redacted]',
    country: (value as Json).country,
  }),
  entries: () => ({}),
}

/** Every field of a table and its nested tables, by path. */
function pathsOf(table: Table<never>, before = ''): [string, Field<never>][] {
  return table.flatMap((field): [string, Field<never>][] => {
    const path = before + field.name
    return [[path, field], ...(field.fields ? pathsOf(field.fields, `${path}.`) : [])]
  })
}

function at(body: Json, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Json | undefined)?.[name], body)
}

const REPORT_PATHS = pathsOf(REPORT)
const OUTPUT_PATHS = pathsOf(OUTPUTS)

let sandbox: Sandbox
/** One session with all checks except the id number, with a passport and so a place of birth, and one with an id number. */
const sessions: Json[] = []
beforeAll(async () => {
  sandbox = await createSandbox({ clock: 'frozen' })
  for (const form of [
    'verification_flow=vf_1&client_reference_id=user_1',
    'type=id_number&options[document][require_matching_selfie]=true&client_reference_id=user_2',
  ]) {
    const session = await createSession(sandbox, form)
    const person = form.startsWith('verification_flow') ? { document: { type: 'passport' as const } } : {}
    await sandbox.submit(session.id, 'verified', { processing_ms: 0, person })
    sessions.push(session)
  }
})
afterAll(() => sandbox.close())

/** Requests both sessions, or their reports, with these expansions and this key. */
async function ask(kind: 'report' | 'session', expand: string | undefined, key = sandbox.restrictedKey) {
  const query = expand === undefined ? '' : `expand[]=${expand}`
  return Promise.all(
    sessions.map(async ({ id }) => {
      if (kind === 'session') return call(sandbox, 'GET', `${SESSIONS}/${id}`, query, { key })
      const { body } = await call(sandbox, 'GET', REPORTS, `verification_session=${id}`)
      return call(sandbox, 'GET', `${REPORTS}/${body.data[0].id}`, query, { key })
    }),
  )
}

/** The paths to the fields of a table: directly in a report, and through expansions in a session. */
const DOORS = [
  ['report', '', REPORT_PATHS],
  ['session', 'last_verification_report.', REPORT_PATHS],
  ['session', 'verified_outputs.', OUTPUT_PATHS],
] as const
const FIELDS = DOORS.flatMap(([kind, before, paths]) =>
  paths.map(([path, field]) => ({ kind, before, path: before + path, field })),
)
const TO_ASK_FOR = FIELDS.filter(({ field }) => field.expand)

describe('every row of the field tables', () => {
  it.each(FIELDS)('$path of a $kind is returned', async ({ kind, before, path, field }) => {
    const plain = await ask(kind, before === '' ? undefined : before.slice(0, -1))
    const asked = field.expand ? await ask(kind, path) : plain
    for (const { status } of asked) expect(status).toBe(200)
    expect(asked.filter(({ body }) => at(body, path) !== undefined)).not.toEqual([])
    if (field.expand) for (const { body } of plain) expect(at(body, path)).toBeUndefined()
  })

  it.each(TO_ASK_FOR)('$path of a $kind is refused if it is sensitive', async ({ kind, path, field }) => {
    for (const { status, body } of await ask(kind, path, sandbox.secretKey)) {
      expect(status).toBe(field.sensitive ? 403 : 200)
      if (field.sensitive) expect(body.error.message).toMatch(/^To access sensitive verification results/)
    }
  })

  it('a session contains its own fields', async () => {
    const known = SESSION.map(({ name }) => name)
    for (const { body } of await ask('session', 'provided_details')) {
      expect(Object.keys(body).filter((name) => !known.some((field) => field === name))).toEqual([])
      for (const field of SESSION as Table<never>) {
        const isThere =
          !field.expand || field.name === 'provided_details' || typeof field.expand === 'function'
        if (isThere && !/related_person|verification_flow|options/.test(field.name))
          expect(body).toHaveProperty(field.name)
      }
    }
  })

  it('sensitive fields are refused after 48 hours, and all are redacted as described', async () => {
    const before = new Map<string, unknown[]>()
    for (const { kind, path, field } of FIELDS) {
      const parent = path.split('.').slice(0, -1).join('.')
      const replies = await ask(
        kind,
        field.expand ? path : parent.includes('verified_outputs') ? 'verified_outputs' : undefined,
      )
      before.set(
        `${kind} ${path}`,
        replies.map(({ body }) => at(body, path)),
      )
    }
    await sandbox.advance(48 * 3_600_000 + 1000)
    for (const { kind, path, field } of TO_ASK_FOR) {
      for (const { status } of await ask(kind, path))
        expect(`${path} ${status}`).toBe(`${path} ${field.sensitive ? 403 : 200}`)
    }
    for (const { id } of sessions) {
      await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)
      await control(sandbox, 'POST', `sessions/${id}/settle`)
    }
    const state = sandbox.state()
    for (const [path, field] of REPORT_PATHS) {
      for (const [place, { id }] of sessions.entries()) {
        const report = state.reports.find(({ verification_session }) => verification_session === id)!
        const value = at(report, path)
        if (field.fields || value === undefined || value === null) continue
        const was = field.expand ? before.get(`report ${path}`)![place] : at(report, path)
        expect({ [path]: value }).toEqual({ [path]: PLACEHOLDERS[field.redact](was) })
      }
    }
    for (const { body } of await ask('session', 'verified_outputs')) {
      for (const [path, field] of OUTPUT_PATHS) {
        if (field.expand || at(body.verified_outputs, path) === null) continue
        const was = before.get(`session verified_outputs.${path}`)!.find((value) => value !== null)
        expect({ [path]: at(body.verified_outputs, path) }).toEqual({
          [path]: PLACEHOLDERS[field.redact](was),
        })
      }
    }
  })

  it('no name, number or birth date of the person remains after a redaction', () => {
    const text = JSON.stringify({ ...sandbox.state(), person: undefined })
    for (const trace of [
      'Jenny',
      'Rosen',
      '"0000"',
      'SANDBOX-0000001',
      '1234 Main',
      'jenny.rosen',
      '1990',
      'user_1',
    ]) {
      expect(text).not.toContain(trace)
    }
  })
})

describe('a field with one more row in the tables', () => {
  const field = {
    name: 'personal_number',
    from: ({ person }) => `${person.last_name}-1`,
    expand: true,
    sensitive: true,
    redact: 'text',
  } as const satisfies Field<DocumentFinding>
  const table = [...DOCUMENT, field] as const
  const finding: DocumentFinding = {
    error: null,
    type: 'passport',
    files: [],
    person: findPerson(0),
    expires: null,
  }

  it('is stored, returned on request, sensitive, and redacted', () => {
    const record = fill(table, finding)
    expect(record.personal_number).toBe('Rosen-1')
    expect(show(table, record)).not.toHaveProperty('personal_number')
    expect(show(table, record, { personal_number: {} })).toMatchObject({ personal_number: 'Rosen-1' })
    expect(expandable(table).personal_number).toEqual({ sensitive: true })
    expect(redact(table, record).personal_number).toBe('[redacted]')
  })
})
