import { readFileSync } from 'node:fs'
import type { RequestHandler } from 'express'

const SANDBOX_TAG = /[ \t]*<script src="\/sandbox\.js"[^>]*><\/script>\n?/

/** Answers with a page as it is in its file; with Stripe the one tag that belongs to the sandbox is left out. */
export function htmlFile(path: string | URL, sandboxUrl: string | null): RequestHandler {
  const file = readFileSync(path, 'utf8')
  return html(sandboxUrl === null ? file.replace(SANDBOX_TAG, '') : file)
}

export function html(text: string): RequestHandler {
  return (_req, res) => void res.type('html').set('Cache-Control', 'no-cache').send(text)
}
