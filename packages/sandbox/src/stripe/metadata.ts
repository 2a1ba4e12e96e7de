import { characters, isObject, type Reader } from './params.js'
import { REFUSALS } from './refusals.js'

const MAX_KEYS = 50
const MAX_KEY = 40
const MAX_VALUE = 500

/** What a request says about metadata: values to set, `''` to unset one, and `''` alone to unset all. */
export type MetadataPatch = Readonly<Record<string, string>> | ''

export const metadata: Reader<MetadataPatch> = (raw, name) => {
  if (raw === '') return ''
  // Keys that are small numbers make an array of it; its entries are the same.
  const entries = Array.isArray(raw) || isObject(raw) ? Object.entries(raw) : []
  if (entries.length === 0) throw REFUSALS.notMetadata(name)
  const patch: Record<string, string> = Object.create(null)
  for (const [key, value] of entries) {
    const param = `${name}[${key.slice(0, MAX_KEY)}]`
    if (typeof value !== 'string') throw REFUSALS.metadataNotText(param)
    const keyLength = characters(key, MAX_KEY)
    if (keyLength > MAX_KEY) throw REFUSALS.metadataKey(param, MAX_KEY, keyLength)
    const length = characters(value, MAX_VALUE)
    if (length > MAX_VALUE) throw REFUSALS.metadataValue(param, MAX_VALUE, length)
    patch[key] = value
  }
  return patch
}

/** The metadata that results from a request; throws where it would hold too many keys. */
export function mergeMetadata(
  current: Readonly<Record<string, string>>,
  patch: MetadataPatch | undefined,
): Readonly<Record<string, string>> {
  if (patch === undefined) return current
  if (patch === '') return {}
  const entries = new Map(Object.entries(current))
  for (const [key, value] of Object.entries(patch)) {
    if (value === '') entries.delete(key)
    else entries.set(key, value)
  }
  if (entries.size > MAX_KEYS) throw REFUSALS.metadataKeys(MAX_KEYS, entries.size)
  return Object.fromEntries(entries)
}
