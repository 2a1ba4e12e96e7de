import { IdentityError } from './errors.js'

/** A function of the host gets this long to settle. */
const SETTLE_MS = 10_000

/**
 * What a function of the host gives; `server_unavailable` where it does not settle in time, so that no user is locked
 * out, and no end held up, by a promise that nobody keeps. What it gives afterwards is dropped.
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
