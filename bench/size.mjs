// What a page downloads: the single file, as served compressed.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { printTable } from './lib/figures.mjs'

const dist = new URL('.', import.meta.resolve('stripe-identity-widget'))
const file = readFileSync(fileURLToPath(new URL('identity-verification.js', dist)))
const bytes = gzipSync(file, { level: 9 }).length

printTable('Size', [
  {
    figure: 'identity-verification.js, gzip, with Lit and English',
    value: bytes,
    unit: 'bytes',
    peer: 'budget of 10,000 bytes',
    ratio: bytes / 10_000,
  },
])
