import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { IdentityError } from '../errors.js'
import type { Authorize, OperatorSignIn } from '../options.js'
import { type Asset, consoleAsset } from './console-asset.js'
import { consolePage, type PageState } from './console-page.js'
import { methodNotAllowed } from './errors.js'
import { operatorFrom } from './operator-guard.js'

export interface ConsoleRoutes {
  authorize: Authorize
  /** Undefined if the host signs operators in. */
  signIn: OperatorSignIn | undefined
  write: RequestHandler[]
}

/** Allows scripts and styles of this origin only, forbids framing, and restricts the form to this origin. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ')
const YEAR_S = 31_536_000

/** Adds the page of the operator console, with a sign-in form if the host has none. */
export function addConsoleRoutes(router: Router, { authorize, signIn, write }: ConsoleRoutes): void {
  const script = consoleAsset('identity-console.js')
  const style = consoleAsset('page.css')

  const show = (res: Response, state: PageState, status = 200) => {
    res.statusCode = status
    res.setHeader('Content-Security-Policy', POLICY)
    res.setHeader('Content-Type', 'text/html; charset=utf-8')
    // URLs here may identify a person, so they stay within this origin.
    res.setHeader('Referrer-Policy', 'same-origin')
    res.end(consolePage(state, { script: script().version, style: style().version }))
  }
  const answer = (res: Response, { body, gzipped, version }: Asset, type: string, req: Request) => {
    const packed = /\bgzip\b/.test(req.get('Accept-Encoding') ?? '')
    res.setHeader('Content-Type', type)
    res.setHeader('Vary', 'Accept-Encoding')
    if (packed) res.setHeader('Content-Encoding', 'gzip')
    if (req.query.v === version) res.setHeader('Cache-Control', `public, max-age=${YEAR_S}, immutable`)
    res.end(packed ? gzipped : body)
  }

  router
    .route('/console')
    .get(async (req, res) => {
      // A trailing slash would break the page's relative links.
      if (req.path.endsWith('/')) return redirect(res, 308)
      const operator = await operatorFrom(authorize, req)
      if (operator !== null) return show(res, 'console')
      if (signIn !== undefined) return show(res, 'sign-in')
      const anonymous = req.get('Authorization') === undefined && req.get('Cookie') === undefined
      show(res, 'forbidden', anonymous ? 401 : 403)
    })
    .all(methodNotAllowed('GET'))
  router
    .route('/console/identity-console.js')
    .get((req, res) => answer(res, script(), 'text/javascript; charset=utf-8', req))
    .all(methodNotAllowed('GET'))
  router
    .route('/console/page.css')
    .get((req, res) => answer(res, style(), 'text/css; charset=utf-8', req))
    .all(methodNotAllowed('GET'))
  if (signIn === undefined) return

  const form = express.urlencoded({ extended: false, limit: '4kb', inflate: false })
  router
    .route('/console/sign-in')
    .post(...write, form, (req, res) => {
      const token: unknown = Reflect.get(Object(req.body), 'token')
      if (typeof token !== 'string') throw new IdentityError('invalid_request', 'Send the token as a form.')
      if (!signIn.open(req, res, token)) return show(res, 'refused', 401)
      redirect(res, 303)
    })
    .all(methodNotAllowed('POST'))
  router
    .route('/console/sign-out')
    .post(...write, (req, res) => {
      signIn.close(req, res)
      redirect(res, 303)
    })
    .all(methodNotAllowed('POST'))
}

/** Redirects to the page by a relative URL. Express's own redirect would add a body. */
function redirect(res: Response, status: number): void {
  res.statusCode = status
  res.setHeader('Location', '../console')
  res.end()
}
