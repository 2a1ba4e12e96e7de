import { createReadStream } from 'node:fs'

export interface Line {
  /** Counted from 1. */
  number: number
  /** Null if the line is too long to be valid; its content is dropped. */
  bytes: Buffer | null
}

const MAX_BYTES = 64 * 1024
const LINE_FEED = 0x0a

/** Reads the lines of a file of any encoding and length, keeping one line at a time in memory. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  let number = 0
  let kept: Buffer[] = []
  let length = 0
  const keep = (piece: Buffer) => {
    length += piece.length
    if (length <= MAX_BYTES) kept.push(piece)
    else kept = []
  }
  const take = (): Line => {
    const bytes = length > MAX_BYTES ? null : Buffer.concat(kept)
    kept = []
    length = 0
    return { number: ++number, bytes }
  }
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, end))
      yield take()
      from = end + 1
    }
    keep(chunk.subarray(from))
  }
  if (length > 0) yield take()
}
