import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { REFUSALS } from '../src/stripe/refusals.js'

const SRC = new URL('../src/', import.meta.url)

it('every error message of the API has a source', () => {
  const sources = Object.values(REFUSALS).map(({ source }) => source)
  expect(new Set(sources)).toEqual(new Set(['observed', 'public', 'ours']))
})

it('error messages of the API are only in the catalogue', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^(objects|stripe)\/.*\.ts$/.test(name) && !/^stripe\/(refusals|errors)\.ts$/.test(name),
  )
  expect(files.length).toBeGreaterThan(20)
  for (const file of files)
    expect(readFileSync(new URL(file, SRC), 'utf8'), file).not.toMatch(/new \w*Error\(/)
})
