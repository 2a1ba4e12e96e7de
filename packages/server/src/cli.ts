#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { config as readDotenv } from 'dotenv'
import { type Arguments, HELP, readArguments } from './commands/arguments.js'
import { ConfigurationError } from './errors.js'

readDotenv({ quiet: true })

try {
  await run(readArguments(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : plain(error))
  process.exitCode = 1
}

/** Loads the modules of a command when it is called: those of the server take a second, and help needs none. */
async function run(args: Arguments): Promise<void> {
  if (args.command === 'help') console.log(HELP)
  else if (args.command === 'version') console.log(ownVersion())
  else if (args.command === 'import') {
    const { runImport } = await import('./commands/import.js')
    process.exitCode = await runImport(args, process.env)
  } else if (args.command === 'setup') {
    const { runSetup } = await import('./commands/setup.js')
    process.exitCode = await runSetup(args, process.env)
  } else if (args.command === 'doctor') {
    const { runDoctor } = await import('./commands/doctor.js')
    process.exitCode = await runDoctor(args, process.env, ownVersion())
  } else {
    const { start } = await import('./commands/start.js')
    await start(process.env)
  }
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
