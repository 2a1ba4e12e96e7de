import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** Containers often have 64 MB there, which is too little. */
const ROOM_BYTES = 4 * 2 ** 30

/**
 * Moves the temporary files of this process and its children into memory if the system has room there, so that durable
 * commits and the profiles of browsers do not wait for a disk. The folder is removed when this process ends.
 */
export function useFastTmp() {
  if (process.env.TMPDIR !== undefined || !existsSync(MEMORY)) return
  const { bavail, bsize } = statfsSync(MEMORY)
  if (bavail * bsize < ROOM_BYTES) return
  const folder = mkdtempSync(join(MEMORY, 'identity-'))
  // As open as /tmp: PostgreSQL runs as another user.
  chmodSync(folder, 0o1777)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  if (isExecutable(folder)) process.env.TMPDIR = folder
}

/** False on a file system that runs no programs. Tests install some in temporary folders. */
function isExecutable(folder) {
  const program = join(folder, 'program')
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 })
  return spawnSync(program).status === 0
}
