import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ERRORS } from '../packages/contract/src/index.js'

const page = readFileSync(new URL('../docs/error-codes.md', import.meta.url), 'utf8')
const entries = [...page.matchAll(/^### (\w+)\n\n(?:HTTP (\d{3})\.)?/gm)].map(([, code, status]) => ({
  code,
  status,
}))

describe('docs/error-codes.md', () => {
  it('has one heading for each code of the contract, and no other', () => {
    expect(entries.map(({ code }) => code).toSorted()).toEqual(Object.keys(ERRORS).toSorted())
  })

  it('states the HTTP status of codes in responses', () => {
    const documented = Object.fromEntries(
      entries.map(({ code, status }) => [code, status ? Number(status) : null]),
    )
    expect(documented).toEqual(ERRORS)
  })
})
