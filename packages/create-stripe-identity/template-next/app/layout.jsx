import { signedInUser } from '../lib/auth.js'

export const metadata = { title: 'Cabin by the lake' }

export default async function Layout({ children }) {
  const user = await signedInUser()
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <a href="/">Lakeside Cabins</a>
          {user === null ? null : (
            <form action="/logout" method="post">
              <span>{user}</span>
              <button type="submit" className="quiet">
                Sign out
              </button>
            </form>
          )}
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}
