import type { Row } from '../../world/collection.js'
import type { Table } from '../table.js'
import { fakeImage } from './image.js'

export interface FileRecord extends Row {
  readonly purpose: 'identity_document_downloadable' | 'selfie'
  readonly filename: string
  /** Its contents are gone. */
  readonly redacted: boolean
}

export interface FileView {
  readonly file: FileRecord
  /** Where its contents are. */
  readonly url: string
  readonly links: object
}

/** Redaction marks the whole file: its contents are gone, its name says nothing. */
export const FILE = [
  { name: 'id', from: ({ file }) => file.id, redact: 'keep' },
  { name: 'object', from: () => 'file', redact: 'keep' },
  { name: 'created', from: ({ file }) => file.created, redact: 'keep' },
  { name: 'expires_at', from: () => null, redact: 'keep' },
  { name: 'filename', from: ({ file }) => file.filename, redact: 'keep' },
  { name: 'links', from: ({ links }) => links, redact: 'keep' },
  { name: 'purpose', from: ({ file }) => file.purpose, redact: 'keep' },
  { name: 'size', from: ({ file }) => (file.redacted ? 0 : fakeImage(file.purpose).length), redact: 'keep' },
  { name: 'type', from: () => 'png', redact: 'keep' },
  { name: 'url', from: ({ file, url }) => (file.redacted ? null : url), redact: 'keep' },
] as const satisfies Table<FileView>
