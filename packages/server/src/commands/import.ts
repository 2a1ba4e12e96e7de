import type { Env } from '../env.js'
import { openImporter } from '../identity.js'
import type { Batch, Candidate, Importer, ImportOptions, UserOf } from '../services/import.js'
import { isUserId } from '../user.js'
import type { ImportArguments } from './arguments.js'
import { type CsvFile, openCsv, type Row } from './csv.js'
import { createProgress, sentence } from './progress.js'
import { readStoreConfig } from './store-config.js'

/** The number of rows that are retrieved and committed together. */
const ROWS = 20

/**
 * Imports sessions that were created elsewhere. Prints a line to stdout for each session left out, with the reason,
 * and the progress to stderr. Resolves to the exit code.
 */
export async function runImport({ source, dryRun }: ImportArguments, env: Env): Promise<number> {
  const config = readStoreConfig(env)
  const file = 'csv' in source ? await openCsv(source.csv) : null
  const progress = createProgress(process.stderr)
  const { importer, close } = openImporter(config)
  try {
    const { counts, resumed } = await importer.run({
      dryRun,
      name: file === null ? JSON.stringify(source) : file.digest,
      read: file === null ? importer.bySession(userBy(source)) : byRow(file, importer),
      onLeft: ({ what, reason }) => console.log(`${what}: ${reason}`),
      onProgress: (counts, cursor) => progress.show(counts, file && Number(cursor) / file.lines),
    })
    progress.end()
    const how = [dryRun && 'nothing was written', resumed && 'continued from an earlier run'].filter(Boolean)
    console.error([sentence(counts), ...how].join('; '))
    return 0
  } finally {
    progress.end()
    await close()
  }
}

/** Determines the user by a field of the session. */
function userBy(source: ImportArguments['source']): UserOf {
  const field = 'metadata' in source ? `metadata.${source.metadata}` : 'client_reference_id'
  return (session) => {
    const metadata = Object(session.metadata) as Record<string, unknown>
    const value = 'metadata' in source ? own(metadata, source.metadata) : session.client_reference_id
    if (value === undefined || value === null || value === '') return { reason: `${field} is empty` }
    if (typeof value === 'string' && isUserId(value)) return { user: value }
    return { reason: `${field} is not a valid user id` }
  }
}

function own(object: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** Retrieves the session of each row. The cursor is the number of the last finished line. */
function byRow(file: CsvFile, importer: Importer): ImportOptions['read'] {
  return async function* (cursor) {
    let rows: Row[] = []
    const batch = async (): Promise<Batch> => ({
      candidates: await Promise.all(rows.map((row) => candidateOf(row, importer))),
      cursor: String(rows.at(-1)?.line),
    })
    for await (const row of file.rows()) {
      if (row.line <= Number(cursor ?? 0)) continue
      rows.push(row)
      if (rows.length < ROWS) continue
      yield await batch()
      rows = []
    }
    if (rows.length > 0) yield await batch()
  }
}

async function candidateOf(row: Row, importer: Importer): Promise<Candidate> {
  const left = (reason: string) => ({ left: { what: `line ${row.line}`, reason } })
  if ('problem' in row) return left(row.problem)
  const reply = await importer.retrieve(row.id)
  if (reply !== null) return { reply, user: row.user }
  return left(
    `Stripe does not know ${row.id} with this key: it may belong to the other mode, or to another account`,
  )
}
