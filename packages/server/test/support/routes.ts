import type { Identity } from '../../src/index.js'

interface Layer {
  route?: { path: string; stack: { method?: string }[] }
  handle: { stack?: Layer[] }
  name: string
}

/** Every method and path that a router answers, as `GET /sessions/:id`, read from the router itself. */
export function routesOf({ router }: Identity): string[] {
  return walk(router.stack as unknown as Layer[], '')
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
    // Express keeps a mounted router's path to itself; only the operators' one has a summary.
    const nested = handle.stack.some(({ route: inner }) => inner?.path === '/summary')
    return walk(handle.stack, nested ? '/operator' : base)
  })
}
