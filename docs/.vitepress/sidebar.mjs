/** Every page, in the order in which somebody new may want it. */
export const sidebar = [
  {
    text: 'Begin',
    items: [
      { text: 'Quick start', link: '/quick-start' },
      { text: 'In an existing Express app', link: '/existing-express' },
      { text: 'Next.js, Hono, Bun and others', link: '/any-server' },
      { text: "Moving from Stripe's sample", link: '/from-stripes-sample' },
    ],
  },
  {
    text: 'On the page',
    items: [
      { text: 'The element', link: '/element' },
      { text: 'Frameworks', link: '/frameworks' },
      { text: 'Theming', link: '/theming' },
      { text: 'Languages', link: '/languages' },
    ],
  },
  {
    text: 'On the server',
    items: [
      { text: 'Server library', link: '/server' },
      { text: 'Configuration', link: '/configuration' },
      { text: 'HTTP API', link: '/http-api' },
      { text: 'Error codes', link: '/error-codes' },
      { text: 'Several purposes per user', link: '/several-purposes' },
      { text: 'Beside PHP or any other site', link: '/beside-php' },
      { text: 'Other back ends', link: '/other-backends' },
    ],
  },
  {
    text: 'Recipes',
    items: [
      { text: 'Age check without a birthday', link: '/age-check' },
      { text: 'Verify again after a year', link: '/verify-again' },
      { text: 'Native apps', link: '/native-apps' },
    ],
  },
  {
    text: 'In test',
    items: [
      { text: 'Testing with the sandbox', link: '/testing' },
      { text: 'Sandbox reference', link: '/sandbox' },
    ],
  },
  {
    text: 'In production',
    items: [
      { text: 'Deploying', link: '/deploy' },
      { text: 'Going live', link: '/going-live' },
      { text: 'Operations', link: '/operations' },
      { text: 'The operator console', link: '/console' },
      { text: 'Security and privacy', link: '/security' },
      { text: 'Stored data', link: '/data' },
    ],
  },
  {
    text: 'Inside',
    items: [
      { text: 'Architecture', link: '/architecture' },
      { text: 'Performance', link: '/performance' },
    ],
  },
]
