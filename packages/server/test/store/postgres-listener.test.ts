import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createListener, type Listener } from '../../src/store/postgres-listener.js'
import { createDatabase, type TestDatabase } from '../support/postgres.js'
import { TcpProxy } from '../support/tcp-proxy.js'

/** Heartbeats and reconnects take seconds, and longer on a busy machine. */
const PATIENT = { timeout: 60_000 }

describe('the listening connection', { timeout: 120_000 }, () => {
  let database: TestDatabase
  let proxy: TcpProxy
  let listener: Listener
  let began: number
  let lost: number
  let received: string[]
  beforeEach(async () => {
    database = await createDatabase()
    proxy = await TcpProxy.before(database.url)
    began = 0
    lost = 0
    received = []
    listener = createListener({
      url: proxy.url,
      channel: 'news',
      onNotification: (payload) => void received.push(payload),
      onListening: () => void began++,
      onLost: () => void lost++,
    })
    listener.start()
    await expect.poll(() => began).toBe(1)
  })
  afterEach(async () => {
    await listener.close()
    await proxy.close()
    await database.drop()
  })

  const notify = (payload: string) => database.ask('select pg_notify($1, $2)', ['news', payload])
  const receives = async (payload: string) => {
    await notify(payload)
    await expect.poll(() => received, PATIENT).toContain(payload)
  }

  it('receives notifications of other instances, and no heartbeats', async () => {
    await receives('one')
    const other = createListener({
      url: proxy.url,
      channel: 'news',
      onNotification: () => {},
      onListening: () => {},
      onLost: () => {},
    })
    other.start()
    const beating = () =>
      database.ask(
        `select pid from pg_stat_activity where datname = current_database()
         and application_name like '%listening' and query like '%pg_notify%'`,
      )
    await expect.poll(async () => (await beating()).length, PATIENT).toBe(2)
    await other.close()
    expect([received, began, lost]).toEqual([['one'], 1, 0])
  })

  it('is reconnected after every cut, also after many', async () => {
    for (let cut = 1; cut <= 3; cut++) {
      await database.ask(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name like '%listening'`,
      )
      await expect.poll(() => began, PATIENT).toBe(cut + 1)
    }
    await receives('after')
    expect(lost).toBe(3)
  })

  it('is reconnected when it silently drops everything', async () => {
    proxy.swallow('listen ')
    await expect.poll(() => began, PATIENT).toBe(2)
    await receives('after')
  })

  it('reconnects once the server accepts connections again', async () => {
    await proxy.bar()
    await expect.poll(() => lost, PATIENT).toBe(1)
    await proxy.open()
    await expect.poll(() => began, PATIENT).toBe(2)
    await receives('after')
  })

  it('closes, also while it cannot connect, and can be closed twice', async () => {
    await proxy.bar()
    await expect.poll(() => lost, PATIENT).toBe(1)
    await Promise.all([listener.close(), listener.close()])
    await proxy.open()
  })
})
