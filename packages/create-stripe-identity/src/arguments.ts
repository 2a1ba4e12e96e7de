import { parseArgs } from 'node:util'

/** The template of the new app. */
export type Template = 'express' | 'next'

export interface Arguments {
  folder: string | undefined
  yes: boolean
  help: boolean
  version: boolean
  template: Template
  /** A folder with our packages as tarballs, used in place of the published ones. */
  packages: string | undefined
}

export const HELP = `Usage: npm create stripe-identity@latest [folder]
       create-stripe-identity [folder] [options]

Writes a small app with Stripe Identity into a new folder: a sign-in to replace, a page with <identity-verification>, a
route for verified users only. It runs without a Stripe account.

Options:
  -y, --yes              ask nothing; without a folder: my-app
  --template <name>      express (the default; with tests and a Dockerfile) or next
  --packages <folder>    use the tarballs of stripe-identity-* in this folder, not the published packages
  -h, --help             show this
  -v, --version          show the version

Through npm create, options come after --, as in: npm create stripe-identity@latest -- --yes
`

/** Throws an error with a one-line message. */
export function readArguments(args: string[]): Arguments {
  const { values, positionals } = parse(args)
  if (positionals.length > 1) throw new Error(`One folder at a time: ${positionals.join(', ')}`)
  const { template } = values
  if (template !== 'express' && template !== 'next') {
    throw new Error(`There is no template "${template}": express or next.`)
  }
  return { ...values, template, packages: values.packages, folder: positionals[0] }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        yes: { type: 'boolean', short: 'y', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
        template: { type: 'string', default: 'express' },
        packages: { type: 'string' },
      },
    })
  } catch (error) {
    // Node's message without its advice on folders that begin with a dash.
    const [sentence] = (error as Error).message.split('. ')
    throw new Error(`${sentence}. See --help.`)
  }
}
