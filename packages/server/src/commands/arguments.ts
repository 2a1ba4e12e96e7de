import { parseArgs } from 'node:util'

export interface ImportArguments {
  command: 'import'
  /** The source of the users: a field of the session, or a file. */
  source: { field: 'client_reference_id' } | { metadata: string } | { csv: string }
  dryRun: boolean
}

export interface SetupArguments {
  command: 'setup'
  /** The URL of the webhook. */
  url: string
  yes: boolean
}

export interface DoctorArguments {
  command: 'doctor'
  /** The public URL of the routes; null to check only this machine. */
  url: string | null
  /** A page with the element; null for none. */
  page: string | null
  /** Number of servers that run at the same time. */
  instances: number
}

export type Arguments =
  | { command: 'start' | 'help' | 'version' }
  | ImportArguments
  | SetupArguments
  | DoctorArguments

export const HELP = `Usage: stripe-identity-server [command] [options]

Without a command it starts the server. Settings come from the environment, and from a file .env here.

Commands:
  import    adopts sessions that were created elsewhere: in the Dashboard, by a link, by other code
    --by client_reference_id   the session's field that holds your id of the user (the default), or
    --by metadata.<key>        this key of its metadata
    --csv <file>               or a file with the columns user and session
    --dry-run                  shows what would be done, without doing it

  setup     creates the webhook endpoint at Stripe, or compares the existing one
    --url <https://…/identity/webhook>   its public URL
    --yes                                confirms every change

  doctor    finds problems and names the setting to change; exit code 1 if there are any
    --url <https://…/identity>           the public URL of the routes
    --page <https://…>                   a page with the element
    --instances <n>                      number of servers that run at the same time (1)

Options:
  -h, --help      show this
  -v, --version   show the version
`

/** Throws an error with a one-line message. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse([...args])
  if (values.help) return { command: 'help' }
  if (values.version) return { command: 'version' }
  const [command = 'start', ...rest] = positionals
  if (rest.length > 0) throw wrong(`${command} takes no "${rest[0]}"`)
  const allowed = OPTIONS[command]
  if (allowed === undefined) throw wrong(`There is no command "${command}"`)
  for (const option of Object.keys(values)) {
    if (!allowed.includes(option)) throw wrong(`--${option} does not belong to ${command}`)
  }
  if (command === 'import') return importArguments(values)
  if (command === 'setup') {
    if (values.url === undefined)
      throw wrong('setup needs --url, such as https://shop.example/identity/webhook')
    return { command, url: webAddress('url', values.url), yes: values.yes ?? false }
  }
  if (command === 'doctor') {
    const address = (name: 'url' | 'page') => {
      const value = values[name]
      return value === undefined ? null : webAddress(name, value)
    }
    const { instances = '1' } = values
    if (!/^[1-9]\d{0,3}$/.test(instances))
      throw wrong('--instances is not a number of servers, for example 3')
    return { command, url: address('url'), page: address('page'), instances: Number(instances) }
  }
  return { command: 'start' }
}

/** The options of each command. */
const OPTIONS: Record<string, readonly string[]> = {
  start: [],
  import: ['by', 'csv', 'dry-run'],
  setup: ['url', 'yes'],
  doctor: ['url', 'page', 'instances'],
}

function webAddress(name: string, value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/$/, '')
  throw wrong(`--${name} is not a URL such as https://shop.example`)
}

function importArguments(values: ReturnType<typeof parse>['values']): ImportArguments {
  const { by, csv, 'dry-run': dryRun = false } = values
  if (by !== undefined && csv !== undefined) throw wrong('--by and --csv exclude each other')
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
        url: { type: 'string' },
        page: { type: 'string' },
        instances: { type: 'string' },
        yes: { type: 'boolean' },
      },
    })
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ')
    throw wrong(sentence)
  }
}

function wrong(what: string): Error {
  return new Error(`${what}. See --help.`)
}
