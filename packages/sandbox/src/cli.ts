#!/usr/bin/env node
import { submitSession, trigger } from './cli/commands.js'
import { fail } from './cli/fail.js'
import { serve } from './cli/serve.js'
import { validateCommand } from './cli/validate.js'

const [command = '', ...rest] = process.argv.slice(2)
const COMMANDS: Record<string, (args: string[]) => Promise<void>> = {
  trigger,
  verify: (args) => submitSession('verified', args),
  fail: (args) => submitSession('unverified', args),
  validate: validateCommand,
}

if (command === '' || command.startsWith('-')) await serve(process.argv.slice(2))
else if (Object.hasOwn(COMMANDS, command)) await COMMANDS[command]!(rest)
else {
  fail(
    `There is no command '${command}': without one it starts a sandbox, else trigger, verify, fail or validate (--help)`,
  )
}
