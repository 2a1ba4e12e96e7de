import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { SESSION_ID } from 'stripe-identity-contract'
import { isUserId } from '../user.js'
import { type Line, linesOf } from './lines.js'

/** A row of the file: a session and its user, or a problem. */
export type Row = { line: number; user: string; id: string } | { line: number; problem: string }

export interface CsvFile {
  /** Equal for files with the same content. */
  digest: string
  /** The number of lines, including the first. */
  lines: number
  rows(): AsyncGenerator<Row>
}

interface Layout {
  delimiter: string
  user: number
  session: number
}

/** The delimiters that spreadsheets use. */
const DELIMITERS = [',', ';', '\t']
const UTF8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads the file once to find sessions that occur more than once. Throws if the first line does not name the columns.
 * Keeps a few bytes per row instead of the rows.
 */
export async function openCsv(path: string): Promise<CsvFile> {
  const digest = createHash('sha256')
  const first = new Map<number, { line: number; user: number }>()
  const disputed = new Set<number>()
  let layout: Layout | undefined
  let lines = 0
  for await (const line of linesOf(path)) {
    lines = line.number
    digest.update(line.bytes ?? 'long').update('\n')
    if (layout === undefined) {
      layout = layoutOf(line)
      continue
    }
    const row = rowOf(line, layout)
    if (row === null || 'problem' in row) continue
    const [id, user] = [short(row.id), short(row.user)]
    const before = first.get(id)
    if (before === undefined) first.set(id, { line: row.line, user })
    else if (before.user !== user) disputed.add(id)
  }
  if (layout === undefined) throw new Error(`${path} is empty.`)
  const known = layout
  return {
    digest: digest.digest('base64url'),
    lines,
    async *rows() {
      for await (const line of linesOf(path)) {
        const row = line.number === 1 ? null : rowOf(line, known)
        if (row === null) continue
        if ('problem' in row) yield row
        else if (disputed.has(short(row.id)))
          yield { line: row.line, problem: `${row.id} appears in the file with more than one user` }
        else if (first.get(short(row.id))?.line !== row.line)
          yield { line: row.line, problem: `${row.id} appears earlier in the file` }
        else yield row
      }
    },
  }
}

function layoutOf({ bytes }: Line): Layout {
  const marks = bytes?.subarray(0, 2).toString('hex')
  if (marks === 'fffe' || marks === 'feff') throw new Error('The file is UTF-16: save it as CSV in UTF-8.')
  const text = bytes === null ? '' : (textOf(bytes) ?? '')
  for (const delimiter of DELIMITERS) {
    const names = cellsOf(text, delimiter)?.map((name) => name.trim().toLowerCase()) ?? []
    const [user, session] = [names.indexOf('user'), names.indexOf('session')]
    if (user >= 0 && session >= 0) return { delimiter, user, session }
  }
  throw new Error('The first line of the file must name the columns, including user and session.')
}

/** Parses a row; null for a blank line. */
function rowOf({ number: line, bytes }: Line, layout: Layout): Row | null {
  const wrong = (problem: string) => ({ line, problem })
  if (bytes === null) return wrong('is longer than any row')
  const text = textOf(bytes)
  if (text === null) return wrong('is not UTF-8')
  if (text.trim() === '') return null
  const cells = cellsOf(text, layout.delimiter)
  const [user, id] = [cells?.[layout.user], cells?.[layout.session]?.trim()]
  if (user === undefined || id === undefined) return wrong('does not have the columns of the first line')
  if (!SESSION_ID.test(id)) return wrong('session is not a session id (vs_…)')
  if (!isUserId(user)) return wrong('user is empty or not a valid user id')
  return { line, user, id }
}

function textOf(bytes: Buffer): string | null {
  try {
    return UTF8.decode(bytes).replace(/\r$/, '')
  } catch {
    return null
  }
}

function cellsOf(text: string, delimiter: string): string[] | null {
  try {
    const [cells = []] = parse(text, { delimiter, relax_column_count: true }) as string[][]
    return cells
  } catch {
    return null
  }
}

/** Part of a digest as a number, which distinguishes texts in little memory: a file may have millions of rows. */
function short(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6)
}
