import { EventEmitter } from 'node:events'
import { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** The parts from which Node's request is built. */
export interface Incoming {
  method: string
  /** Path and query below `baseUrl`. */
  url: string
  /** The path removed from `url`, as in Express. */
  baseUrl: string
  headers: Headers
  body: Buffer
  /** The client's address, as on a socket. */
  address: string | undefined
  secure: boolean
  /** Aborts if the client disconnects before the response. */
  signal: AbortSignal
}

export type NodeHandler = (req: IncomingMessage, res: ServerResponse) => void

/** nginx's status for a client that disconnected; it is never delivered. */
const CLIENT_CLOSED = 499
const WITHOUT_BODY = [204, 205, 304]
/** Headers of a connection, which a `Response` object does not have. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding']

/**
 * Runs a handler written for Node and resolves to its response. Request and response are instances of Node's classes,
 * so that Express can replace their prototypes; only the bytes for the socket are collected instead.
 */
export function exchange(handler: NodeHandler, incoming: Incoming): Promise<Response> {
  const req = requestOf(incoming)
  const res = new ServerResponse(req)
  const chunks: Buffer[] = []
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, encodingOf(encoding)))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  return new Promise((resolve) => {
    const leave = () => {
      if (res.finished) return
      req.emit('close')
      res.emit('close')
      resolve(new Response(null, { status: CLIENT_CLOSED }))
    }
    // Set on the object itself, because Express replaces its prototype and with it the methods of a subclass.
    res.write = (chunk: unknown, encoding?: unknown) => {
      keep(chunk, encoding)
      return true
    }
    res.end = (chunk?: unknown, encoding?: unknown) => {
      if (res.finished) return res
      keep(chunk, encoding)
      if (!res.headersSent) res.writeHead(res.statusCode)
      Object.defineProperty(res, 'finished', { value: true, configurable: true })
      Object.defineProperty(res, 'writableFinished', { value: true, configurable: true })
      incoming.signal.removeEventListener('abort', leave)
      resolve(responseOf(res, incoming.method, Buffer.concat(chunks)))
      queueMicrotask(() => {
        res.emit('finish')
        res.emit('close')
      })
      return res
    }
    incoming.signal.addEventListener('abort', leave, { once: true })
    if (incoming.signal.aborted) return leave()
    handler(req, res)
  })
}

function requestOf({ method, url, baseUrl, headers, body, address, secure }: Incoming): IncomingMessage {
  const req = new IncomingMessage(socketOf(address, secure))
  // There is no socket to read from; the body is complete.
  req._read = () => {}
  Object.assign(req, { method, url, baseUrl, originalUrl: baseUrl + url })
  req.httpVersionMajor = 1
  req.httpVersionMinor = 1
  req.httpVersion = '1.1'
  const entries = [...headers].filter(([name]) => name !== 'transfer-encoding' && name !== 'content-length')
  if (body.length > 0) entries.push(['content-length', String(body.length)])
  req.rawHeaders = entries.flat()
  req.headers = Object.fromEntries(entries)
  if (body.length > 0) req.push(body)
  req.push(null)
  req.complete = true
  return req
}

/** The properties of a socket that Express and its parsers use. */
function socketOf(remoteAddress: string | undefined, encrypted: boolean): Socket {
  const looks = { remoteAddress, encrypted, readable: true, writable: true, destroyed: false, destroy() {} }
  return Object.assign(new EventEmitter(), looks) as unknown as Socket
}

function responseOf(res: ServerResponse, method: string, body: Buffer): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(res.getHeaders())) {
    if (value === undefined || HOP_BY_HOP.includes(name)) continue
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, String(each))
  }
  const empty = method === 'HEAD' || WITHOUT_BODY.includes(res.statusCode)
  return new Response(empty ? null : new Uint8Array(body), { status: res.statusCode, headers })
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'
}
