import { basename, resolve } from 'node:path'

/**
 * Returns the name for package.json: the folder's name. Throws an error with a suggestion if npm does not allow the
 * name.
 */
export function projectName(folder: string): string {
  const name = basename(resolve(folder))
  if (isName(name)) return name
  const likely = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '')
    .replace(/-+$/, '')
  const hint = isName(likely) ? `; ${likely} would do` : ''
  throw new Error(
    `The folder names the project, and npm takes no project named "${name}": lowercase letters, digits, and . _ - inside${hint}.`,
  )
}

function isName(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]*$/.test(name) && name.length <= 214 && name !== 'node_modules'
}
