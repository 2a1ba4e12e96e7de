import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Verify your identity',
  retry: 'Try again',

  idle: {
    title: 'Identity verification',
    detail: 'You’ll need a government-issued ID, a camera and about two minutes.',
  },
  privacy: 'Stripe collects your document and photos and shares the results with us.',
  starting: { title: 'One moment…' },
  processing: { title: 'Checking your details…', detail: 'This usually takes less than a minute.' },
  verified: { title: 'Your identity is verified' },
  unavailable: {
    title: 'Verification isn’t available right now',
    detail: 'Check your connection, then reload the page.',
  },
}
