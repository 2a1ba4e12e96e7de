import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'

/** A key for these tests only: it opens nothing and no other software trusts it. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgIwlIvy3ays/vouN5
cwHa8gvE2dXgsnGpFuH4mtILce+hRANCAASCmx/jMCRz+4RtytQoqft7pg2u26Vl
wh4NMV5AcoSlp08RarS/p8QiZaiCqsD1Mg4Ha6QgcGoJuYJPCwKr9wFv
-----END PRIVATE KEY-----
`
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBZjCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtzdHJpcGUu
dGVzdDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFjEUMBIGA1UE
AwwLc3RyaXBlLnRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASCmx/jMCRz
+4RtytQoqft7pg2u26Vlwh4NMV5AcoSlp08RarS/p8QiZaiCqsD1Mg4Ha6QgcGoJ
uYJPCwKr9wFvo0owSDAWBgNVHREEDzANggtzdHJpcGUudGVzdDAPBgNVHRMBAf8E
BTADAQH/MB0GA1UdDgQWBBSZ6GCmwDTe5Y0U9uEWDiakmHHStDAKBggqhkjOPQQD
AgNHADBEAiBaLTwbcUO8pNDwuOX/j86nUgD7D+ohk093OcDBXGw0XQIgXth9+ooM
b1idlIP5vtWHBkwt3aalfF7xmYicjKrwmwY=
-----END CERTIFICATE-----
`

/** A company network between a server and Stripe: a proxy that requires a password and inspects TLS traffic. */
export interface Company {
  /** The URL with user and password. */
  proxyUrl: string
  /** The https host in place of Stripe's, which is reachable only through the proxy. */
  stripe: string
  /** The file with the certificate authority of its certificate. */
  authority: string
  /** The targets of the CONNECT requests to the proxy. */
  asked: string[]
  close(): void
}

export async function createCompany(sandboxUrl: string, folder: string): Promise<Company> {
  const authority = join(folder, 'company.pem')
  writeFileSync(authority, CERTIFICATE)
  const { port: sandbox } = new URL(sandboxUrl)
  // Terminates TLS in Stripe's name and forwards the plain text.
  const inspecting = createTlsServer({ key: KEY, cert: CERTIFICATE }, (socket) => {
    const upstream = connect(Number(sandbox), '127.0.0.1')
    socket.on('error', () => upstream.destroy()).pipe(upstream)
    upstream.on('error', () => socket.destroy()).pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(inspecting, 'listening')
  const asked: string[] = []
  const proxy: Server = createServer((_req, res) => res.writeHead(405).end())
  proxy.on('connect', (req, socket) => {
    if (req.headers['proxy-authorization'] !== `Basic ${btoa('ada:hunter2')}`) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      return
    }
    asked.push(req.url ?? '')
    const upstream = connect((inspecting.address() as AddressInfo).port, '127.0.0.1')
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    socket.on('error', () => upstream.destroy()).pipe(upstream)
    upstream.on('error', () => socket.destroy()).pipe(socket)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    proxyUrl: `http://ada:hunter2@127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    stripe: 'https://stripe.test',
    authority,
    asked,
    close() {
      inspecting.close()
      proxy.close()
      proxy.closeAllConnections()
    },
  }
}
