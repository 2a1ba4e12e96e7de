import type { Row } from '../../world/collection.js'

/** An image that a check examined. Redaction removes its contents; its name reveals nothing. */
export interface FileRecord extends Row {
  readonly purpose: 'identity_document_downloadable' | 'selfie'
  readonly filename: string
  /** True once redaction has removed the contents. */
  readonly redacted: boolean
}

/** An address of a file that opens without a key, for a while. */
export interface FileLink extends Row {
  readonly file: string
  readonly token: string
  /** The second in which the link expires. */
  readonly expires_at: number
  readonly metadata: Readonly<Record<string, string>>
}
