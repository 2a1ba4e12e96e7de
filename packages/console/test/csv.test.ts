import { describe, expect, it } from 'vitest'
import { toCsv } from '../src/csv.js'

describe('CSV', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    ' =1+1',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '|cmd',
    '%0A=1',
    '=HYPERLINK("http://x","y")',
  ])('contains nothing that a spreadsheet evaluates as a formula: %j', (text) => {
    const csv = toCsv([[text]])
    expect(csv.startsWith(`"'`)).toBe(true)
    expect(csv.slice(2, -3).replaceAll('""', '"')).toBe(text)
  })

  it('keeps numbers and plain text, and quotes field separators', () => {
    expect(toCsv([['ada', 7, '-1.5', null, 'a,"b"\nc']])).toBe('"ada","7","-1.5","","a,""b""\nc"\r\n')
  })
})
