import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, type Json } from './support/api.js'

const sockets = new Set<net.Socket>()
const servers: net.Server[] = []
let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await createSandbox()
})
afterEach(async () => {
  await sandbox.close()
  for (const socket of sockets) socket.destroy()
  for (const server of servers.splice(0)) server.close()
})

/** Starts a receiver of any behaviour; returns its address. */
async function receive(server: net.Server): Promise<string> {
  servers.push(server)
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function deliveryTo(url: string): Promise<Json> {
  const form = new URLSearchParams({ url, 'enabled_events[]': '*' }).toString()
  expect((await call(sandbox, 'POST', '/v1/webhook_endpoints', form)).status).toBe(200)
  await createSession(sandbox)
  const list = async () => (await control(sandbox, 'GET', 'deliveries')).body.data
  await expect.poll(async () => (await list()).length).toBeGreaterThan(0)
  return (await list())[0]
}

it.each([
  ['%zz@', '%zz:'],
  ['hook:50%off@', 'hook:50%off'],
  ['hook:p%40ss@', 'hook:p@ss'],
])('an address with the credentials %s is posted to with them', async (user, expected) => {
  let authorization: string | undefined
  const place = await receive(
    http.createServer((request, response) => {
      authorization = request.headers.authorization
      response.end()
    }),
  )
  expect(await deliveryTo(`http://${user}${place}/`)).toMatchObject({ status: 200 })
  expect(Buffer.from(authorization!.slice(6), 'base64').toString()).toBe(expected)
})

it('an invalid address is a failed attempt, also at the start', async () => {
  const other = await createSandbox({ forwardTo: ['http://hook:50%off@127.0.0.1:9/', 'http://[::1]:9/%'] })
  await createSession(other)
  await other.advance(0)
  const { data } = (await control(other, 'GET', 'deliveries')).body
  expect(data).toHaveLength(2)
  for (const { status, error } of data) {
    expect(status).toBeNull()
    expect(error).toBeTruthy()
  }
  await other.close()
})

it('a receiver that switches protocols counts as a response', async () => {
  const place = await receive(
    net.createServer((socket) =>
      socket.once('data', () =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
      ),
    ),
  )
  expect(await deliveryTo(`http://${place}/`)).toMatchObject({ status: 101 })
  await expect.poll(() => sockets.size).toBe(0)
})

it.each([
  ['closes without a response', (socket: net.Socket) => socket.end()],
  ['uses another protocol', (socket: net.Socket) => socket.end('SSH-2.0-nothing\r\n')],
])('a receiver that %s is a failed attempt', async (_, answer) => {
  const place = await receive(net.createServer((socket) => socket.once('data', () => answer(socket))))
  expect(await deliveryTo(`http://${place}/`)).toMatchObject({ status: null, error: expect.any(String) })
})

it('a receiver with an endless response counts as a response, and closing ends the connection', async () => {
  const place = await receive(
    http.createServer((_request, response) => {
      response.writeHead(200).write('…')
    }),
  )
  expect(await deliveryTo(`http://${place}/`)).toMatchObject({ status: 200 })
  expect(sockets.size).toBe(1)
  await sandbox.close()
  await expect.poll(() => sockets.size).toBe(0)
})
