import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

// Breaks the rules of the truth in known ways, one at a time and in a copy, and sees whether the tests notice.

const MUTATIONS = [
  ['truth.ts', "  if (record.redaction !== null) return 'redacted'\n", ''],
  ['truth.ts', "record.basis === 'guess' ? 'missing' : 'canceled'", "'canceled'"],
  ['truth.ts', "  if (record.status === 'verified') return 'verified'\n", ''],
  ['truth.ts', "  if (record.basis === 'birth') return 'pristine'\n", ''],
  ['truth.ts', "record.status === 'processing' && record.doubt === null", "record.status === 'processing'"],
  ['truth.ts', "    if (!fact.trusted) return 'gone_untrusted'\n", ''],
  ['truth.ts', "    if (fact.redacted) return 'gone_erased'\n", ''],
  ['truth.ts', "isUntouched(record, fact) ? 'gone' : 'gone_overtaken'", "'gone'"],
  [
    'truth.ts',
    'redactionRank(snapshot.redaction) > redactionRank(record.redaction)',
    'redactionRank(snapshot.redaction) >= redactionRank(record.redaction)',
  ],
  ['truth.ts', "  if (snapshot.status === 'canceled') return 'canceled'\n", ''],
  ['truth.ts', "    if (fact.birth) return 'birth'\n", ''],
  ['truth.ts', 'fact.created < record.lastEventAt', 'fact.created <= record.lastEventAt'],
  ['truth.ts', "    if (fact.created < record.lastEventAt) return 'older'\n", ''],
  ['truth.ts', "    if (sameFacts(record, snapshot)) return 'known'\n", ''],
  [
    'truth.ts',
    "  if (sameFacts(record, snapshot)) return 'known'\n  return isUntouched",
    '  return isUntouched',
  ],
  ['truth.ts', 'fact.created > record.lastReplyAt', 'fact.created >= record.lastReplyAt'],
  ['truth.ts', "snapshot.status === 'verified' && ", ''],
  ['truth.ts', 'event.created > record.lastEventAt && ', ''],
  ['truth.ts', 'event.created > record.lastEventAt', 'event.created >= record.lastEventAt'],
  ['truth.ts', ' && event.created > record.lastReplyAt', ''],
  ['truth.ts', 'event.created > record.lastReplyAt', 'event.created >= record.lastReplyAt'],
  ['truth.ts', "isUntouched(record, fact) ? 'untouched' : 'overtaken'", "'untouched'"],
  ['truth.ts', "return redaction === 'redacted' ? 2 : 1", 'return 1'],
  ['truth.ts', '    record.status === snapshot.status &&\n', ''],
  ['truth.ts', '    record.lastError?.code === snapshot.lastError?.code &&\n', ''],
  [
    'accept.ts',
    "verdict === 'write' ? moved(before, fact, nowSeconds) : before",
    'moved(before, fact, nowSeconds)',
  ],
  ['accept.ts', 'record.redaction === null ? snapshot.status : record.status', 'snapshot.status'],
  ['accept.ts', 'redaction === null ? record.user : null', 'record.user'],
  ['accept.ts', "record.basis === 'birth' && isBirth(fact) ? 'birth' : 'word'", "'word'"],
  ['accept.ts', "record.basis === 'birth' && isBirth(fact)", "record.basis === 'birth'"],
  [
    'accept.ts',
    "status === 'verified' ? (record.verifiedAt ?? nowSeconds) : null",
    'record.verifiedAt ?? nowSeconds',
  ],
  [
    'accept.ts',
    "status !== 'verified' && status !== 'canceled' && redaction === null",
    "status !== 'canceled'",
  ],
  ['accept.ts', "record.canceledBy === 'missing' ? null : record.canceledBy", 'record.canceledBy'],
  [
    'accept.ts',
    "status === 'requires_input' || fact.kind === 'event' ? noted : null",
    "status === 'requires_input' ? noted : null",
  ],
  ['accept.ts', "status === 'requires_input' || fact.kind === 'event' ? noted : null", 'noted'],
  ['accept.ts', "isVerified ? record.status : 'canceled'", "'canceled'"],
  ['accept.ts', "isVerified ? record.basis : 'guess'", 'record.basis'],
  ['accept.ts', '      return { ...after, doubt: fact.id }', '      return after'],
  ['accept.ts', "verdict !== 'ask' && after.basis !== 'birth'", "verdict !== 'ask'"],
  ['accept.ts', 'isFinal(after) || isUntouched(before, fact)', 'isFinal(after)'],
  ['accept.ts', "verdict === 'write' && isFinal(after)", "verdict === 'write'"],
  ['accept.ts', "verdict === 'ask' ? fact.id : before.doubt", 'before.doubt'],
  ['accept.ts', 'Math.max(before.lastEventAt, fact.created)', 'fact.created'],
]

const TESTS = ['truth-table', 'accept', 'truth-search'].map((name) => `test/${name}.test.ts`)

const server = resolve(new URL('..', import.meta.url).pathname)
const root = resolve(server, '../..')
const house = mkdtempSync(join(tmpdir(), 'mutate-'))
const copy = join(house, 'packages/server')
mkdirSync(copy, { recursive: true })
for (const name of ['src', 'test', 'package.json', 'tsconfig.json'])
  cpSync(join(server, name), join(copy, name), { recursive: true })
symlinkSync(join(server, 'node_modules'), join(copy, 'node_modules'))
symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
symlinkSync(join(root, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'))

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
function passes() {
  return TESTS.every((test) => {
    try {
      const args = ['run', '--root', copy, '--bail', '1', '--testTimeout', '600000', test]
      execFileSync(process.execPath, [vitest, ...args], { cwd: copy, stdio: 'pipe', timeout: 600_000 })
      return true
    } catch {
      return false
    }
  })
}

let survived = 0
try {
  if (!passes()) throw new Error('the tests fail before anything is broken')
  for (const [file, from, to] of MUTATIONS) {
    const path = join(copy, 'src', file)
    const source = readFileSync(path, 'utf8')
    if (!source.includes(from)) throw new Error(`${file}: not there: ${from}`)
    writeFileSync(
      path,
      source.replace(from, () => to),
    )
    const isNoticed = !passes()
    writeFileSync(path, source)
    if (!isNoticed) survived++
    console.log(`${isNoticed ? 'noticed ' : 'SURVIVED'}  ${file}: ${from.trim().split('\n')[0]} → ${to}`)
  }
} finally {
  rmSync(house, { recursive: true, force: true })
}
console.log(`${MUTATIONS.length - survived} of ${MUTATIONS.length} noticed`)
process.exitCode = survived ? 1 : 0
