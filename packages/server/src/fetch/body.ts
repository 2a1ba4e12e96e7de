import { IdentityError } from '../errors.js'

/** Beyond what any route takes; each route has its own, smaller limit. */
const MAX_BYTES = 1024 * 1024 + 1
/** A body has this long to arrive. */
const BODY_MS = 10_000

/**
 * The body, byte for byte. Rejects where somebody has read it, where it breaks off or takes longer than ten seconds.
 * One that is longer than any route takes is cut there: the route refuses it.
 */
export async function bodyOf(request: Request): Promise<Buffer> {
  if (request.bodyUsed) {
    throw new IdentityError(
      'webhook_body_parsed',
      'The body of this request was read before identity.fetch got it. Hand the request over first, or a clone of it.',
    )
  }
  if (request.body === null) return Buffer.alloc(0)
  let reader: ReadableStreamDefaultReader<Uint8Array>
  try {
    reader = request.body.getReader()
  } catch (cause) {
    throw new IdentityError('webhook_body_parsed', 'Something else reads the body of this request.', {
      cause,
    })
  }
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new Error('The body takes too long.')), BODY_MS)
  try {
    return await readAll(reader, AbortSignal.any([request.signal, late.signal]))
  } catch (cause) {
    throw new IdentityError('invalid_request', 'The body did not arrive as a whole.', { cause })
  } finally {
    clearTimeout(timer)
    // What comes after the limit or a failure is of no use; its source may end.
    reader.cancel().catch(() => {})
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  while (bytes < MAX_BYTES) {
    const { done, value } = await unlessAborted(reader.read(), signal)
    if (done) break
    if (!(value instanceof Uint8Array)) throw new TypeError('The body is no stream of bytes.')
    chunks.push(value)
    bytes += value.length
  }
  return Buffer.concat(chunks).subarray(0, MAX_BYTES)
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
