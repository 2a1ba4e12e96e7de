import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'

export const metadata: Metadata = { title: 'Book a cabin' }

export default async function Layout({ children }: { children: ReactNode }) {
  const sandbox = (await headers()).get('x-sandbox') // set by the demo's server
  return (
    <html lang="en">
      <head>
        <link rel="stylesheet" href="/demo.css" />
        {sandbox ? <script src="/sandbox.js" /> : null}
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  )
}
