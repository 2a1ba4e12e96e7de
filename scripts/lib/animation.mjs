import { writeFileSync } from 'node:fs'
import gifenc from 'gifenc'
import { PNG } from 'pngjs'

const { GIFEncoder, applyPalette, quantize } = gifenc

/**
 * A GIF of screenshots. Each frame has its own palette, since text needs more greys than a shared palette would
 * contain.
 */
export class Animation {
  #encoder = GIFEncoder()
  #screenshot

  constructor(screenshot) {
    this.#screenshot = screenshot
  }

  /** Adds a screenshot that is shown for some milliseconds. */
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
