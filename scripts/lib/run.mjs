import { spawn } from 'node:child_process'

/** The exact pnpm that made the lockfile; nobody has to install it. */
const PNPM = 'pnpm@12.21.0'

/** Runs a program to its end, with our own input and output; rejects where it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    // npm's programs are .cmd files on Windows, which only a shell starts.
    const shell = process.platform === 'win32' && !command.endsWith('.exe')
    const child = spawn(command, args, { stdio: 'inherit', shell, ...options })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
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
