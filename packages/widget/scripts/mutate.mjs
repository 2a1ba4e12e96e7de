import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

// Breaks the flow and its store in known ways, one at a time and in a copy, and sees whether the tests notice.

const MUTATIONS = [
  ['flow.ts', "    canceled: 'starting',\n", ''],
  ['flow.ts', "opened: { starting: 'open' }", "opened: { idle: 'open', starting: 'open' }"],
  ['flow.ts', "    open: 'processing',\n", "    open: 'verified',\n"],
  ['flow.ts', "declined: { open: 'requires_input' }", "declined: { open: 'idle' }"],
  ['flow.ts', "failed: 'error'", "failed: { idle: 'error' }"],
  ['flow.ts', "reset: 'idle'", "reset: { open: 'idle' }"],
  ['flow.ts', "    verified: 'idle',\n", ''],
  ['session.ts', "  if (view.status === 'verified') return 'verified'\n", ''],
  ['session.ts', "view.last_error ? 'requires_input' : 'idle'", "'idle'"],
  ['session.ts', "  return 'processing'\n}", "  return 'verified'\n}"],
  ['flow.ts', 'answer.version > known.version', 'answer.version >= known.version'],
  ['flow.ts', 'if (answer.id !== known?.id) return true', 'if (!known) return true'],
  ['status.ts', "    if (view && isSent(view)) return 'processing'\n", ''],
  ['status.ts', "takenBack && stands === 'idle'", "stands === 'nothing'"],
  ['status.ts', '!!snapshot.long && state === previous', '!!snapshot.long'],
  ['status.ts', '        changed(state)\n', ''],
  ['audience.ts', 'if (state === previous && (!initial || error)) return', 'if (state === previous) return'],
  ['audience.ts', "    if (state === 'verified') to.fire('identity-verified', detail)\n", ''],
  ['question.ts', '    if (signal.aborted) return\n', ''],
  ['question.ts', '      asked?.abort.abort()\n', ''],
  ['conversation.ts', 'isLost(error) ? null : status.get().session', 'status.get().session'],
  ['conversation.ts', 'else audience.report(error, askers)', ''],
  [
    'conversation.ts',
    'if (isLost(error) || !status.get().session) fail(error)',
    'if (isLost(error)) fail(error)',
  ],
  ['conversation.ts', "if (state === 'processing') return Promise.resolve({ outcome: 'submitted' })", ''],
  ['conversation.ts', "if (state === 'verified') return Promise.resolve({ outcome: state })", ''],
  ['conversation.ts', "      if (signal.aborted) return 'aborted'\n", ''],
  ['conversation.ts', '!mine.host.returnUrl && !isModalOpen()', 'true'],
  ['conversation.ts', '      run.starters.add(starter)\n      return run.ended\n', ''],
  ['conversation.ts', '      if (audience.members.size) return\n', ''],
  ['conversation.ts', '      silence()\n      life?.abort()\n', '      life?.abort()\n'],
  ['conversation.ts', 'if (run?.starters.delete(participant) && !run.starters.size) stop()', ''],
  ['conversation.ts', "askers.length > 0 && status.get().state === 'error'", 'askers.length > 0'],
  ['connection.ts', 'isHidden() || awake(true)', 'awake(true)'],
  ['connection.ts', '() => clearInterval(timer)', '() => {}'],
  ['controller.ts', 'return !event.defaultPrevented', 'return true'],
  ['controller.ts', 'if (listeners.size || !isJoined) return', 'if (!isJoined) return'],
  ['run.ts', "if (result.end === 'expired') continue", "if (result.end === 'expired') return 'failed'"],
  ['run.ts', 'openModal(stripe, secret!, isFresh)', 'openModal(stripe, secret!, false)'],
  ['run.ts', 'if (!SECRET.test(secret!))', 'if (!secret)'],
  ['run.ts', '    core.followUntil = Date.now() + ELSEWHERE_MS\n    if', '    if'],
  ['hosted-page.ts', "page?.protocol === 'https:' ||", "page?.protocol !== 'javascript:' ||"],
  ['follow.ts', 'wasHeld || answer.version > session.version ? 0 : backOff(pause)', '0'],
  ['follow.ts', 'Math.max(backOff(pause), retryAfterMs(error))', 'backOff(pause)'],
  ['follow.ts', 'if (isRefusal(error) || strange', 'if (strange'],
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
