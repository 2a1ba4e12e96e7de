import { describe, expect, it } from 'vitest'
import { chooseReturnUrl } from '../src/routes/return-url.js'

const ALLOWED = ['https://shop.example/done', 'https://shop.example/account', 'http://localhost:3000/back']

describe('return_url', () => {
  it.each([
    [undefined, ALLOWED[0]],
    ['https://shop.example/account', 'https://shop.example/account'],
    ['https://shop.example/account?tab=1#end', 'https://shop.example/account?tab=1#end'],
    ['http://localhost:3000/back', 'http://localhost:3000/back'],
    ['https://shop.example/other', ALLOWED[0]],
    ['https://shop.example.evil.example/account', ALLOWED[0]],
    ['https://shop.example:8443/account', ALLOWED[0]],
    ['http://shop.example/account', ALLOWED[0]],
    ['https://shop.example/account/../admin', ALLOWED[0]],
    ['javascript:alert(1)', ALLOWED[0]],
  ])('%s becomes %s', (asked, chosen) => {
    expect(chooseReturnUrl(asked, ALLOWED)).toBe(chosen)
  })

  it('is null if no URL is allowed', () => {
    expect(chooseReturnUrl('https://shop.example/done', [])).toBeNull()
  })

  it.each(['done', '//shop.example/done', '', 'https://ada:secret@shop.example/done'])(
    '%s is refused',
    (asked) => {
      expect(() => chooseReturnUrl(asked, ALLOWED)).toThrow(
        expect.objectContaining({ code: 'return_url_invalid' }),
      )
    },
  )
})
