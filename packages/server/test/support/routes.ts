import type { Express } from 'express'
import type { Identity } from '../../src/index.js'

interface Layer {
  route?: { path: string; methods: Record<string, boolean>; stack: { method?: string }[] }
  handle: { stack?: Layer[] }
  name: string
}

/** Every method and path that a router answers, as `POST /sessions`, read from the router itself. */
export function routesOf({ router }: Identity): string[] {
  return walk((router as Express & { router: { stack: Layer[] } }).router.stack, '')
}

function walk(stack: Layer[], base: string): string[] {
  return stack.flatMap(({ route, handle, name }) => {
    if (route !== undefined) {
      const methods = new Set(
        route.stack.map(({ method }) => method).filter((method) => method !== undefined),
      )
      return [...methods].map((method) => `${method.toUpperCase()} ${base}${route.path}`)
    }
    if (name !== 'router' || handle.stack === undefined) return []
    const nested = handle.stack.some(({ route: inner }) => inner?.path === '/summary')
    return walk(handle.stack, nested ? '/operator' : base)
  })
}
