import { readFileSync } from 'node:fs'
import type { RequestHandler } from 'express'

const SANDBOX_TAG = /[ \t]*<script src="\/sandbox\.js"[^>]*><\/script>\n?/

/** Serves a page from its file. With Stripe the sandbox's tag is left out. */
export function htmlFile(path: string | URL, sandboxUrl: string | null): RequestHandler {
  const file = readFileSync(path, 'utf8')
  return html(sandboxUrl === null ? file.replace(SANDBOX_TAG, '') : file)
}

export function html(text: string): RequestHandler {
  return (_req, res) => void res.type('html').set('Cache-Control', 'no-cache').send(text)
}
