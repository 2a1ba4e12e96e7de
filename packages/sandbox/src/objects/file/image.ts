import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 320
const HEIGHT = 200
const COLOURS = { identity_document_downloadable: [0x63, 0x5b, 0xff], selfie: [0x00, 0xa6, 0x86] } as const
const made = new Map<string, Buffer>()

/** A PNG of one colour and a frame: visibly nobody's document, and nobody's face. */
export function fakeImage(purpose: keyof typeof COLOURS): Buffer {
  const known = made.get(purpose)
  if (known) return known
  const image = png(COLOURS[purpose])
  made.set(purpose, image)
  return image
}

function png([red, green, blue]: readonly [number, number, number]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const frame = x < 12 || y < 12 || x >= WIDTH - 12 || y >= HEIGHT - 12
      rows.set(frame ? [0xe3, 0xe8, 0xee] : [red, green, blue], y * (1 + WIDTH * 3) + 1 + x * 3)
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
