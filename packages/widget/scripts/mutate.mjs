import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

// Breaks the flow and its store in known ways, one at a time and in a copy, and sees whether the tests notice.

const MUTATIONS = [
  ['flow.ts', "start: /*     */ 'ssspvssss'", "start: /*     */ 'ssspsssss'"],
  ['flow.ts', "opened: /*    */ 'ioopvrcxe'", "opened: /*    */ 'ooopvrcxe'"],
  ['flow.ts', "submitted: /* */ 'isppvrcxe'", "submitted: /* */ 'isvpvrcxe'"],
  ['flow.ts', "declined: /*  */ 'isrpvrcxe'", "declined: /*  */ 'isipvrcxe'"],
  ['flow.ts', "failed: /*    */ 'eeeeeeeee'", "failed: /*    */ 'eeeeveeee'"],
  ['flow.ts', "reset: /*     */ 'iiiiiiiii'", "reset: /*     */ 'iiiivrcxe'"],
  ['flow.ts', "idle: /*      */ 'isoiiiiii'", "idle: /*      */ 'iiiiiiiii'"],
  [
    'flow.ts',
    "if (status === 'verified') return status\n  if (redaction) return 'redacted'",
    "if (redaction) return 'redacted'\n  if (status === 'verified') return status",
  ],
  ['flow.ts', "return last_error ? status : 'idle'", "return 'idle'"],
  ['flow.ts', "return 'processing'\n}", "return 'verified'\n}"],
  [
    'flow.ts',
    'answer.version > known.version - Number(again)',
    'answer.version >= known.version - Number(again)',
  ],
  ['flow.ts', 'answer.id !== known?.id || ', ''],
  ['controller.ts', '    work.abort()\n    work =', '    work ='],
  ['controller.ts', 'if (state === previous && !initial)', 'if (state === previous)'],
  ['controller.ts', "if (state === 'verified') fire('identity-verified', detail)", ''],
  ['controller.ts', 'session: isLost(error) ? null : snapshot.session', 'session: snapshot.session'],
  ['controller.ts', 'else if (explicit) report(error)', ''],
  ['controller.ts', 'if (isLost(error) || !snapshot.session) fail(error)', 'fail(error)'],
  ['controller.ts', 'return !event.defaultPrevented', 'return true'],
  ['controller.ts', "if (state === 'processing') return 'submitted'", ''],
  ['controller.ts', "if (state === 'verified') return state", ''],
  ['controller.ts', "if (signal.aborted) return 'aborted'\n      work", 'work'],
  ['controller.ts', '      work.abort()\n      return fail', '      return fail'],
  ['controller.ts', 'options.returnUrl || isModalOpen() ? undefined : ', ''],
  ['controller.ts', 'if (listeners.size || !connection) return', 'if (!connection) return'],
  ['controller.ts', '          halt()\n        })', '        })'],
  ['controller.ts', 'if (running) return running\n      let end', 'let end'],
  ['controller.ts', "explicit && snapshot.state === 'error'", 'explicit'],
  ['run.ts', "if (result.end === 'expired') continue", "if (result.end === 'expired') return 'failed'"],
  ['run.ts', 'openModal(stripe, secret!, fresh)', 'openModal(stripe, secret!, false)'],
  ['run.ts', 'if (!SECRET.test(secret!))', 'if (!secret)'],
  ['run.ts', "if (protocol === 'https:' || (protocol === 'http:' && ", "if (protocol !== 'javascript:' || ("],
  ['run.ts', 'pause = held || answer.version > session.version ? 0 : backOff(pause)', 'pause = 0'],
  ['run.ts', 'Math.max(backOff(pause), retryAfter(error))', 'backOff(pause)'],
  ['run.ts', 'if (isLost(error)) return void core.fail(error)', ''],
  ['modal.ts', '  page[LOCK] = false\n', ''],
  ['modal.ts', ".replaceAll(secret, '…')", ''],
  ['modal.ts', "if (code === 'session_cancelled') return { end: 'dismissed' }", ''],
]

const widget = resolve(new URL('..', import.meta.url).pathname)
const root = resolve(widget, '../..')
const house = mkdtempSync(join(tmpdir(), 'mutate-'))
const copy = join(house, 'packages/widget')
mkdirSync(copy, { recursive: true })
for (const name of ['src', 'test', 'package.json', 'tsconfig.json'])
  cpSync(join(widget, name), join(copy, name), { recursive: true })
symlinkSync(join(widget, 'node_modules'), join(copy, 'node_modules'))
symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
symlinkSync(join(root, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'))

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
function passes() {
  try {
    const tests = ['test/flow.test.ts', 'test/controller.test.ts']
    execFileSync(process.execPath, [vitest, 'run', '--root', copy, '--bail', '1', ...tests], {
      cwd: copy,
      stdio: 'pipe',
      timeout: 120_000,
    })
    return true
  } catch {
    return false
  }
}

let survived = 0
try {
  if (!passes()) throw new Error('the tests fail before anything is broken')
  for (const [file, from, to] of MUTATIONS) {
    const path = join(copy, 'src', file)
    const source = readFileSync(path, 'utf8')
    if (source.split(from).length !== 2) throw new Error(`${file}: not there exactly once: ${from}`)
    writeFileSync(
      path,
      source.replace(from, () => to),
    )
    const noticed = !passes()
    writeFileSync(path, source)
    if (!noticed) survived++
    console.log(`${noticed ? 'noticed ' : 'SURVIVED'}  ${file}: ${from.trim().split('\n')[0]}`)
  }
} finally {
  rmSync(house, { recursive: true, force: true })
}
console.log(`${MUTATIONS.length - survived} of ${MUTATIONS.length} noticed`)
process.exitCode = survived ? 1 : 0
