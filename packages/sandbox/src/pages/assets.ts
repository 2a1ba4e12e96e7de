import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import express, { type Router } from 'express'
import { bare } from './headers.js'

/** The folder of the browser files. Resolved by the package's own name, which works from `dist` and from `src`. */
function folder(): string {
  const manifest = createRequire(import.meta.url).resolve('stripe-identity-sandbox/package.json')
  return join(dirname(manifest), 'dist', 'browser')
}

/** Returns a compiled browser file as text. */
export function browserFile(name: string): string {
  const path = join(folder(), name)
  if (!existsSync(path))
    throw new Error(`The sandbox's browser code is not built: ${path} is missing. Run its build.`)
  return readFileSync(path, 'utf8')
}

const TYPES: Record<string, string> = { js: 'text/javascript', svg: 'image/svg+xml' }

/** Serves the scripts and the icon of the sandbox's own pages. Only files made by the build are served. */
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
