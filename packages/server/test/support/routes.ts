import type { Identity } from '../../src/index.js'

interface Layer {
  route?: { path: string; stack: { method?: string }[] }
  handle: { stack?: Layer[] }
  name: string
}

/** Lists every method and path of a router, such as `GET /sessions/:id`, from the router itself. */
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
    // Express does not expose the path of a mounted router. Only the operators' router has a summary.
    const nested = handle.stack.some(({ route: inner }) => inner?.path === '/summary')
    return walk(handle.stack, nested ? '/operator' : base)
  })
}
