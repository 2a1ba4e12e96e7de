import type { DefineComponent } from 'vue'
import type { IdentityVerificationAttributes, IdentityVerificationProperties } from '../attributes.js'
import type { VerificationEventMap } from '../verification.js'

type Emits = {
  [Type in keyof VerificationEventMap]: (event: VerificationEventMap[Type]) => void
}

declare module 'vue' {
  interface GlobalComponents {
    'identity-verification': DefineComponent<
      IdentityVerificationAttributes & IdentityVerificationProperties,
      object,
      object,
      object,
      object,
      object,
      object,
      Emits
    >
  }
}
