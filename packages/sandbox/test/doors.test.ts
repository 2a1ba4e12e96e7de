import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { History } from '../src/history.js'
import { Instrument } from '../src/instrument.js'

const SRC = new URL('../src/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, SRC), 'utf8')

/** The names of the instrument’s methods, and of those of its history. */
const ABILITIES = [Instrument, History]
  .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))
  .filter((name) => name !== 'constructor')
/** Methods that one interface leaves out: the clock's control route combines three settings, only JavaScript waits, and only a modal takes steps. */
const ONLY = {
  'control.ts': ['advance', 'setTo', 'freeze', 'delivered', 'nextModalStep'],
  'index.ts': [
    'setClock',
    'clearRequests',
    'thinEvents',
    'modal',
    'policy',
    'person',
    'rollSecret',
    'health',
    'nextModalStep',
  ],
}

it.each(Object.entries(ONLY))('%s exposes everything that the instrument can do', (file, others) => {
  const called = new Set(
    [...read(file).matchAll(/\binstrument\.(?:history\.)?(?!js\b)(\w+)/g)].map(([, name]) => name),
  )
  expect([...called].sort()).toEqual(ABILITIES.filter((name) => !others.includes(name)).sort())
})

it('no interface bypasses the instrument', () => {
  const pages = readdirSync(new URL('pages/', SRC), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `pages/${name}`)
  for (const file of ['control.ts', 'index.ts', ...pages]) {
    expect(read(file), file).not.toMatch(
      /\.flow\b|\.(faults|limit|webhooks|clock)\.(add|clear|reset|resend|ping|advance|freeze|unfreeze|set)\(|modalSteps/,
    )
  }
})
