import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../src/store/sqlite.js'
import { storeSuite } from './suite.js'

storeSuite('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'identity-store-'))
  return {
    open: (livemode = false) => openSqliteStore(join(folder, 'identity.db'), livemode),
    bytes: async () =>
      Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))),
    cleanUp: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  }
})
