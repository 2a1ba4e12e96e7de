import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import express, { type Router } from 'express'
import { bare } from './headers.js'

/** Where the build puts what browsers load; found through the package's own name, from `dist` and from `src` alike. */
function folder(): string {
  const manifest = createRequire(import.meta.url).resolve('stripe-identity-sandbox/package.json')
  return join(dirname(manifest), 'dist', 'browser')
}

/** One of the compiled browser files, as text. */
export function browserFile(name: string): string {
  const path = join(folder(), name)
  if (!existsSync(path))
    throw new Error(`The sandbox's browser code is not built: ${path} is missing. Run its build.`)
  return readFileSync(path, 'utf8')
}

const TYPES: Record<string, string> = { js: 'text/javascript', svg: 'image/svg+xml' }

/** The scripts and the icon of the sandbox's own pages. Only names that the build made are served. */
export function assets(): Router {
  const router = express.Router()
  router.get('/:name', (req, res, next) => {
    const { name } = req.params
    const type = TYPES[name.split('.').at(-1) ?? '']
    if (!type || !existsSync(folder()) || !readdirSync(folder()).includes(name)) return next()
    bare(res).type(`${type}; charset=utf-8`).send(browserFile(name))
  })
  return router
}
