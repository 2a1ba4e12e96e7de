import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Lists files below a folder in a stable order, without generated ones. */
function filesBelow(folder, skip) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (skip.includes(entry.name)) return []
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path, skip) : [path]
    })
}

/** Hashes the content of all files together with the Node major version. */
export function hashOf(
  folders,
  files = [],
  skip = ['node_modules', 'dist', 'test', '.cache', '.stryker-tmp', 'examples', 'coverage'],
) {
  const hash = createHash('sha256').update(process.versions.modules)
  for (const path of [
    ...files.filter(existsSync),
    ...folders.flatMap((folder) => filesBelow(folder, skip)),
  ]) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** True if work with this hash was done before and its `results` still exist. */
export function isDone(stampFile, hash, results) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash && results.every(existsSync)
}

export function setDone(stampFile, hash) {
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, hash)
}
