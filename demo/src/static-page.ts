import { join } from 'node:path'
import express, { Router } from 'express'
import { buildPage } from './build-page.js'
import { htmlFile } from './html.js'
import type { OpenPage } from './open-page.js'

/** A page that is built to static files: `dist/index.html` and its assets. */
export const staticPage: OpenPage = async ({ folder, sandboxUrl, signal }) => {
  const dist = join(folder, 'dist')
  const index = join(dist, 'index.html')
  await buildPage(folder, index, signal)
  const router = Router()
  router.get('/', htmlFile(index, sandboxUrl))
  router.use(express.static(dist, { index: false, redirect: false }))
  return router
}
