import http from 'node:http'

/**
 * The application under test: a page with one button, and a server that believes only signed webhooks.
 * Nothing in it knows about the sandbox. `use` gives it its Stripe client, keys, and where Stripe.js comes from.
 */
export async function startApp() {
  const state = { status: 'not started' }
  let config
  const server = http.createServer(async (request, response) => {
    const { method, url } = request
    if (method === 'POST' && url === '/webhook') {
      let body = ''
      for await (const chunk of request) body += chunk
      const event = config.stripe.webhooks.constructEvent(
        body,
        request.headers['stripe-signature'],
        config.webhookSecret,
      )
      state.status = event.data.object.status
      response.end()
    } else if (method === 'POST' && url === '/verify') {
      const session = await config.stripe.identity.verificationSessions.create({ type: 'document' })
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ id: session.id, client_secret: session.client_secret }))
    } else if (url === '/status') {
      response.end(state.status)
    } else {
      response.setHeader('content-type', 'text/html')
      response.end(page(config.publishableKey, config.stripeJs))
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    state,
    use: (given) => {
      config = given
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

const page = (publishableKey, stripeJs) => `<!doctype html>
<title>Booking</title>
<script src="${stripeJs}"></script>
<button>Verify me</button> <output></output>
<script type="module">
  const stripe = Stripe('${publishableKey}')
  const output = document.querySelector('output')
  document.querySelector('button').onclick = async () => {
    const { client_secret } = await (await fetch('/verify', { method: 'POST' })).json()
    const { error } = await stripe.verifyIdentity(client_secret)
    output.value = error ? error.code : 'submitted'
  }
</script>`
