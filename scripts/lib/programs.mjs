import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Finds the first acceptable program by its names on the PATH, then in its usual places; null if there is none. */
export function findProgram(names, places, accept = () => true) {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...places].find((path) => existsSync(path) && accept(path)) ?? null
}

export function hasApt() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Installs a Debian package; false on failure. */
export function installByApt(name) {
  return tryAll([
    ['apt-get', ['update', '-qq']],
    ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]],
  ])
}

/** Runs programs one by one until one fails. */
export function tryAll(commands) {
  try {
    for (const [command, args] of commands)
      execFileSync(command, args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    return true
  } catch {
    return false
  }
}
