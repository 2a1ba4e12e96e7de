#!/usr/bin/env node
import { createRequire } from 'node:module'
import { submitSession, trigger } from './cli/commands.js'
import { fail, serve, USAGE } from './cli/serve.js'
import { validateCommand } from './cli/validate.js'

const [command = '', ...rest] = process.argv.slice(2)
const COMMANDS: Record<string, (args: string[]) => Promise<void>> = {
  trigger,
  verify: (args) => submitSession('verified', args),
  fail: (args) => submitSession('unverified', args),
  validate: validateCommand,
}

const asksForHelp = rest.some((word) => word === '--help' || word === '-h')

if (command === '--version') console.log(createRequire(import.meta.url)('../package.json').version)
else if (command !== 'validate' && Object.hasOwn(COMMANDS, command) && asksForHelp) console.log(USAGE)
else if (command === '' || command.startsWith('-')) await serve(process.argv.slice(2))
else if (Object.hasOwn(COMMANDS, command)) await COMMANDS[command]!(rest)
else {
  fail(
    `There is no command '${command}'. The commands are trigger, verify, fail and validate; without one, a sandbox starts (--help)`,
  )
}
