import type { Row } from '../../world/collection.js'
import type { Table } from '../table.js'

export interface FileLink extends Row {
  readonly file: string
  readonly token: string
  /** Second from which it no longer opens. */
  readonly expires_at: number
  readonly metadata: Readonly<Record<string, string>>
}

/** A link, and how it looks to whoever asks. */
export interface LinkView {
  readonly link: FileLink
  readonly expired: boolean
  /** Undefined for a key that may not see the image: the address opens without a key. */
  readonly url: string | undefined
  readonly file?: () => unknown
}

export const FILE_LINK = [
  { name: 'id', from: ({ link }) => link.id, redact: 'keep' },
  { name: 'object', from: () => 'file_link', redact: 'keep' },
  { name: 'created', from: ({ link }) => link.created, redact: 'keep' },
  { name: 'expired', from: ({ expired }) => expired, redact: 'keep' },
  { name: 'expires_at', from: ({ link }) => link.expires_at, redact: 'keep' },
  { name: 'file', from: ({ link }) => link.file, expand: ({ file }) => file?.(), redact: 'keep' },
  { name: 'livemode', from: () => false, redact: 'keep' },
  { name: 'metadata', from: ({ link }) => link.metadata, redact: 'keep' },
  { name: 'url', from: ({ url = null }) => url, redact: 'keep' },
] as const satisfies Table<LinkView>
