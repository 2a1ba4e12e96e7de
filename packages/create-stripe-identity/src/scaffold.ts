import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Template } from './arguments.js'
import type { Packages } from './packages.js'

const TEMPLATES: Record<Template, string> = {
  express: fileURLToPath(new URL('../template/', import.meta.url)),
  next: fileURLToPath(new URL('../template-next/', import.meta.url)),
}

/** Writes the project. Never overwrites: an existing file is an error. */
export async function scaffold(
  folder: string,
  name: string,
  template: Template,
  packages: Packages,
): Promise<void> {
  const source = TEMPLATES[template]
  for (const entry of await readdir(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const from = join(entry.parentPath, entry.name)
    // npm does not pack .gitignore and similar files, so the template contains _gitignore.
    const to = join(folder, relative(source, entry.parentPath), entry.name.replace(/^_/, '.'))
    await mkdir(dirname(to), { recursive: true })
    if (entry.name === 'package.json') {
      await writeFile(to, manifest(await readFile(from, 'utf8'), name, packages.versions), { flag: 'wx' })
    } else await copyFile(from, to, constants.COPYFILE_EXCL)
  }
  for (const tarball of packages.tarballs) {
    const to = join(folder, 'vendor', basename(tarball))
    await mkdir(dirname(to), { recursive: true })
    await copyFile(tarball, to, constants.COPYFILE_EXCL)
  }
}

/** Throws unless the folder is free: missing, empty, or a repository without files. */
export async function refuseOccupied(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null)
  if (found === null) return
  if (!found.isDirectory()) throw new Error(`${folder} is a file: name a folder that is new or empty.`)
  const inside = (await readdir(folder)).filter((entry) => entry !== '.git')
  if (inside.length === 0) return
  throw new Error(`${folder} is not empty (${inside[0]}, …): name a folder that is new or empty.`)
}

function manifest(template: string, name: string, versions: Packages['versions']): string {
  const project = JSON.parse(template)
  const real = (needs: Record<string, string>) =>
    Object.fromEntries(Object.entries(needs).map(([each, version]) => [each, versions[each] ?? version]))
  project.name = name
  project.dependencies = real(project.dependencies)
  project.devDependencies = real(project.devDependencies)
  return `${JSON.stringify(project, null, 2)}\n`
}
