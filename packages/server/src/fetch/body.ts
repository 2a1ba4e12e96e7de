import { IdentityError } from '../errors.js'

/** One byte above the largest limit of any route; each route enforces its own. */
const MAX_BYTES = 1024 * 1024 + 1
/** Time for a body to arrive. */
const BODY_MS = 10_000

/**
 * Reads the raw body. Rejects if the body was already read, breaks off, or takes longer than ten seconds. A body
 * above the limit of every route is cut, and the route then refuses it.
 */
export async function bodyOf(request: Request): Promise<Buffer> {
  if (request.bodyUsed) {
    throw new IdentityError(
      'webhook_body_parsed',
      'The body of this request was read before identity.fetch. Pass the unread request, or a clone of it.',
    )
  }
  if (request.body === null) return Buffer.alloc(0)
  let reader: ReadableStreamDefaultReader<Uint8Array>
  try {
    reader = request.body.getReader()
  } catch (cause) {
    throw new IdentityError('webhook_body_parsed', 'Another reader has locked the body of this request.', {
      cause,
    })
  }
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new Error('The body takes too long.')), BODY_MS)
  try {
    return await readAll(reader, AbortSignal.any([request.signal, late.signal]))
  } catch (cause) {
    throw new IdentityError('invalid_request', 'The body did not arrive completely.', { cause })
  } finally {
    clearTimeout(timer)
    // The rest after the limit or a failure is not needed.
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
    if (!(value instanceof Uint8Array)) throw new TypeError('The body is not a stream of bytes.')
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
