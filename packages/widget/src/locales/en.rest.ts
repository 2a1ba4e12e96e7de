import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'You didn’t finish verifying',
  detail: 'Pick up where you left off whenever you’re ready.',
}
const noCamera: Advice = {
  title: 'We couldn’t use your camera',
  detail: 'Allow camera access for this page, or switch to a device with a camera.',
}
const phoneDeclined: Advice = {
  title: 'You didn’t verify your phone number',
  detail: 'Try again and enter the code we send to it.',
}

export const messages: RestTexts = {
  attempts_left: 'Attempts left: {count}',
  processing_long: {
    title: 'Still checking…',
    detail: 'You can leave this page. The result will be here when you come back.',
  },
  open: { title: 'Continue in the window that opened' },
  requires_input: {
    title: 'We couldn’t verify your identity',
    detail: 'Try again, or use a different document.',
  },
  taken_back: {
    title: 'This verification needs to be repeated',
    detail: 'Your earlier verification is no longer valid. Please verify your identity again.',
  },
  canceled: {
    title: 'This verification was canceled',
    detail: 'You can start a new one whenever you’re ready.',
  },
  redacted: {
    title: 'Your verification data was deleted',
    detail: 'You can verify your identity again whenever you’re ready.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'You didn’t agree to the verification',
    detail: 'Try again to agree, or contact us for another way to verify.',
  },
  country_not_supported: {
    title: 'Verification isn’t available in your country',
    detail: 'Contact us for another way to verify.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Your document has expired',
    detail: 'Use one that’s still valid.',
  },
  document_type_not_supported: {
    title: 'We can’t accept this type of document',
    detail: 'Try again with one of the accepted documents.',
  },
  document_unverified_other: {
    title: 'We couldn’t verify your document',
    detail: 'Take the photo in good light with all four edges visible.',
  },
  email_unverified_other: {
    title: 'We couldn’t verify your email address',
    detail: 'Check the address and enter the code we send to it.',
  },
  email_verification_declined: {
    title: 'You didn’t verify your email address',
    detail: 'Try again and enter the code we send to it.',
  },
  id_number_insufficient_document_data: {
    title: 'Your document doesn’t show enough information to check your ID number',
    detail: 'Use one that shows your full name and date of birth.',
  },
  id_number_mismatch: {
    title: 'Your ID number doesn’t match your details',
    detail: 'Check the number, your name and your date of birth, then try again.',
  },
  id_number_unverified_other: {
    title: 'We couldn’t verify your ID number',
    detail: 'Check the number, then try again.',
  },
  phone_unverified_other: {
    title: 'We couldn’t verify your phone number',
    detail: 'Check the number and enter the code we send to it.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Your document has no photo of you',
    detail: 'Use a document with a photo.',
  },
  selfie_face_mismatch: {
    title: 'Your selfie doesn’t match the photo on your document',
    detail: 'Take a new selfie, and use a document of your own.',
  },
  selfie_manipulated: {
    title: 'Your selfie looks edited',
    detail: 'Take a new one with your camera, without filters.',
  },
  selfie_unverified_other: {
    title: 'We couldn’t verify your selfie',
    detail: 'Take it in good light with your whole face visible.',
  },
  under_supported_age: {
    title: 'You’re below the minimum age',
    detail: 'Contact us for another way to verify.',
  },

  offline: { title: 'You’re offline', detail: 'Connect to the internet, then try again.' },
  network_error: {
    title: 'We couldn’t connect',
    detail: 'Check your internet connection, then try again.',
  },
  unauthenticated: { title: 'You’re not signed in', detail: 'Sign in, then try again.' },
  identity_verification_required: {
    title: 'Please verify your identity first',
    detail: 'You need to do this before you can continue.',
  },
  attempts_exhausted: {
    title: 'You have no attempts left',
    detail: 'Contact us for another way to verify.',
  },
  rate_limited: { title: 'Too many attempts', detail: 'Try again in a minute.' },
  user_limit_reached: {
    title: 'You’ve reached today’s limit',
    detail: 'Try again tomorrow.',
  },
  daily_limit_reached: {
    title: 'No more verifications are possible today',
    detail: 'Try again tomorrow.',
  },
  not_found: {
    title: 'We couldn’t find your verification',
    detail: 'Reload the page, then try again.',
  },
  not_cancelable: {
    title: 'This verification can’t be canceled now',
    detail: 'Reload the page to see where it stands.',
  },
  invalid_state: {
    title: 'That isn’t possible right now',
    detail: 'Reload the page to see where your verification stands.',
  },
  modal_already_open: {
    title: 'Another verification is already open',
    detail: 'Finish that one first.',
  },
  stripe_load_failed: {
    title: 'The verification didn’t load',
    detail: 'Turn off any ad blocker for this page, then try again.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: { title: 'Something went wrong', detail: 'Try again in a minute.' },
  setup: {
    title: 'Verification isn’t set up on this page',
    detail: 'Contact us for another way to verify.',
  },
}
