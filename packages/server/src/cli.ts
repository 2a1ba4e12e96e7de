#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { config as readDotenv } from 'dotenv'
import { HELP, readArguments } from './commands/arguments.js'
import { runDoctor } from './commands/doctor.js'
import { runImport } from './commands/import.js'
import { runSetup } from './commands/setup.js'
import { start } from './commands/start.js'
import { ConfigurationError } from './errors.js'

readDotenv({ quiet: true })

try {
  const args = readArguments(process.argv.slice(2))
  if (args.command === 'help') console.log(HELP)
  else if (args.command === 'version') console.log(ownVersion())
  else if (args.command === 'import') process.exitCode = await runImport(args, process.env)
  else if (args.command === 'setup') process.exitCode = await runSetup(args, process.env)
  else if (args.command === 'doctor') process.exitCode = await runDoctor(args, process.env, ownVersion())
  else await start(process.env)
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : plain(error))
  process.exitCode = 1
}

function plain(error: unknown): string {
  const { code, port } = Object(error) as { code?: string; port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use: stop the program that listens on it, or set PORT to another one.`
  return error instanceof Error ? error.message : String(error)
}

function ownVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}
