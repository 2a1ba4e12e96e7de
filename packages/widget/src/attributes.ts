import type { IdentityVerification } from './identity-verification.js'
import type { VerificationEventMap } from './verification.js'

/** The attributes of the tag in a template of any framework. */
export interface IdentityVerificationAttributes {
  endpoint?: string | undefined
  flow?: 'auto' | 'modal' | 'redirect' | undefined
  'return-url'?: string | undefined
  locale?: string | undefined
  preload?: 'intent' | 'visible' | 'eager' | 'none' | undefined
  name?: string | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  appearance?: 'card' | 'plain' | 'button' | undefined
}

/** The additional properties for frameworks that set properties. */
export type IdentityVerificationProperties = Partial<
  Pick<IdentityVerification, 'stripe' | 'fetch' | 'messages' | 'returnUrl'>
>

/** Listeners named `<prefix><event>`, such as `onidentity-verified`. */
export type IdentityVerificationListeners<Prefix extends string> = {
  [Type in keyof VerificationEventMap as `${Prefix}${Type}`]?:
    | ((event: VerificationEventMap[Type]) => unknown)
    | undefined
}
