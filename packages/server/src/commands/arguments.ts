import { parseArgs } from 'node:util'

export interface ImportArguments {
  command: 'import'
  /** Where a session tells its user: a field of it, or a file. */
  source: { field: 'client_reference_id' } | { metadata: string } | { csv: string }
  dryRun: boolean
}

export type Arguments = { command: 'start' | 'help' | 'version' } | ImportArguments

export const HELP = `Usage: stripe-identity-server [command] [options]

Without a command it starts the server. Settings come from the environment, and from a file .env here.

Commands:
  import    takes in sessions that were made elsewhere: in the Dashboard, by a link, by other code
    --by client_reference_id   the session's field that holds your id of the user (the default), or
    --by metadata.<key>        this key of its metadata
    --csv <file>               or a file with the columns user and session
    --dry-run                  says what would be done, and does nothing

Options:
  -h, --help      show this
  -v, --version   show the version
`

/** Throws an error with one line that says what is wrong. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse([...args])
  if (values.help) return { command: 'help' }
  if (values.version) return { command: 'version' }
  const [command = 'start', ...rest] = positionals
  if (rest.length > 0) throw wrong(`${command} takes no "${rest[0]}"`)
  if (command === 'import') return importArguments(values)
  if (command !== 'start') throw wrong(`There is no command "${command}"`)
  for (const option of ['by', 'csv', 'dry-run'] as const) {
    if (values[option] !== undefined) throw wrong(`--${option} belongs to import`)
  }
  return { command }
}

function importArguments(values: ReturnType<typeof parse>['values']): ImportArguments {
  const { by, csv, 'dry-run': dryRun = false } = values
  if (by !== undefined && csv !== undefined) throw wrong('--by and --csv are two ways: choose one')
  if (csv !== undefined) return { command: 'import', source: { csv }, dryRun }
  if (by === undefined || by === 'client_reference_id') {
    return { command: 'import', source: { field: 'client_reference_id' }, dryRun }
  }
  const metadata = /^metadata\.(.{1,40})$/.exec(by)?.[1]
  if (metadata === undefined) throw wrong('--by takes client_reference_id or metadata.<key>')
  return { command: 'import', source: { metadata }, dryRun }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
        by: { type: 'string' },
        csv: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    })
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ')
    throw wrong(sentence)
  }
}

function wrong(what: string): Error {
  return new Error(`${what}. --help shows what there is.`)
}
