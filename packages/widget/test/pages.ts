import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export { launchChromium as launch } from '../../../scripts/lib/browser.mjs'

export interface Site {
  url: string
  close(): Promise<void>
}

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'"

/** Serves texts by path with a strict CSP. */
export async function serve(files: Record<string, string>, policy = STRICT): Promise<Site> {
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!
    const text = files[path]
    if (text === undefined) return response.writeHead(path === '/identity/sessions/current' ? 204 : 404).end()
    const kind = /\/$|\.html$/.test(path) ? 'html' : path.endsWith('.css') ? 'css' : 'javascript'
    response.setHeader('content-type', `text/${kind}; charset=utf-8`)
    response.setHeader('content-security-policy', policy)
    return response.end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** The files that the first file loads later, by path. */
export function chunks(): Record<string, string> {
  const folder = new URL('../dist/chunks/', import.meta.url)
  return Object.fromEntries(
    readdirSync(folder).map((name) => [`/chunks/${name}`, readFileSync(new URL(name, folder), 'utf8')]),
  )
}

/** WCAG's contrast of one computed colour on another, painted like in the page. */
export const CONTRAST = `
  const pixel = (...layers) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d')
    for (const color of layers) {
      context.fillStyle = color
      context.fillRect(0, 0, 1, 1)
    }
    return [...context.getImageData(0, 0, 1, 1).data]
  }
  const luminance = (...layers) => {
    const [r, g, b] = pixel(...layers).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  window.contrast = (color, behind) => {
    const [low, high] = [luminance(behind, color), luminance(behind)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  window.opaque = (color) => pixel(color)[3] === 255
`
