import { spawn } from 'node:child_process'

/** The exact pnpm version of the lockfile, run by npx. */
const PNPM = 'pnpm@12.21.0'

/** Runs a program with our own input and output; rejects if it fails. */
export function run(command, args, options = {}) {
  return ended(start(command, args, { stdio: 'inherit', ...options }), command, args)
}

/** Runs a program and resolves to its output; an error has the output as `output`. */
export async function capture(command, args, options = {}) {
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  try {
    await ended(child, command, args)
  } catch (error) {
    throw Object.assign(error, { output })
  }
  return output
}

function start(command, args, options) {
  // npm's programs are .cmd files on Windows, which require a shell.
  const shell = process.platform === 'win32' && !command.endsWith('.exe')
  return spawn(command, args, { shell, ...options })
}

function ended(child, command, args) {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}`))
    })
  })
}

export function node(args, options) {
  return run(process.execPath, args, options)
}

export function pnpm(args, options) {
  return run('npx', ['--yes', PNPM, ...args], options)
}
