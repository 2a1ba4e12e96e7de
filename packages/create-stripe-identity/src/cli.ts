#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { type Arguments, HELP, readArguments } from './arguments.js'
import { packed, published } from './packages.js'
import { projectName } from './project-name.js'
import { refuseOccupied, scaffold } from './scaffold.js'

const STANDARD_FOLDER = 'my-app'

try {
  const args = readArguments(process.argv.slice(2))
  if (args.help) console.log(HELP)
  else if (args.version) console.log(ownVersion())
  else await create(args)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function create(args: Arguments): Promise<void> {
  const folder = args.folder ?? (args.yes ? STANDARD_FOLDER : await ask())
  const name = projectName(folder)
  await refuseOccupied(folder)
  const packages = args.packages ? await packed(args.packages) : published(ownVersion())
  await scaffold(folder, name, args.template, packages)
  const steps = [`cd ${quoted(relative('', folder))}`, 'npm install', 'npm run dev']
  if (relative('', folder) === '') steps.shift()
  console.log(`\n${name} is ready. Next:\n\n${steps.map((step) => `  ${step}`).join('\n')}\n`)
}

/** Quotes a path for a shell. */
function quoted(path: string): string {
  return /^[\w./\\:-]+$/.test(path) ? path : `"${path}"`
}

async function ask(): Promise<string> {
  if (!process.stdin.isTTY) throw new Error('Name a folder for the new project, my-app for example.')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  terminal.once('SIGINT', () => process.exit(130))
  const answer = await terminal.question(`Folder of the new project (${STANDARD_FOLDER}): `)
  terminal.close()
  return answer.trim() || STANDARD_FOLDER
}

function ownVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}
