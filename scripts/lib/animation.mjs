import { writeFileSync } from 'node:fs'
import gifenc from 'gifenc'
import { PNG } from 'pngjs'

const { GIFEncoder, applyPalette, quantize } = gifenc

/** A GIF of screenshots. Each frame has colours of its own, since text needs more greys than one palette would leave. */
export class Animation {
  #encoder = GIFEncoder()
  #screenshot

  constructor(screenshot) {
    this.#screenshot = screenshot
  }

  /** Adds what is seen now, to be shown for some milliseconds. */
  async take(milliseconds) {
    const { data, width, height } = PNG.sync.read(await this.#screenshot())
    const palette = quantize(data, 256)
    this.#encoder.writeFrame(applyPalette(data, palette), width, height, { palette, delay: milliseconds })
  }

  write(path) {
    this.#encoder.finish()
    writeFileSync(path, this.#encoder.bytes())
  }
}
