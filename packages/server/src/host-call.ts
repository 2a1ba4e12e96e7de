import { IdentityError } from './errors.js'

/** Time for a function of the host to settle. */
const SETTLE_MS = 10_000

/**
 * Calls a function of the host. Throws `server_unavailable` if it does not settle in time, so that a promise that
 * stays pending neither locks out a user nor delays shutdown. A later result is dropped.
 */
export async function fromHost(name: string, call: () => unknown): Promise<unknown> {
  const given = call()
  if (!isPromise(given)) return given
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new IdentityError(
          'server_unavailable',
          `${name} did not answer within ${SETTLE_MS / 1000} seconds.`,
          {
            headers: { 'Retry-After': '5' },
          },
        ),
      )
    }, SETTLE_MS)
  })
  try {
    return await Promise.race([given, late])
  } finally {
    clearTimeout(timer)
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof Reflect.get(Object(value), 'then') === 'function'
}
