/** The result of painting the colours over each other, as red, green and blue. */
function paint(colors: string[]): number[] {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')!
  for (const color of colors) {
    context.fillStyle = resolved(color)
    context.fillRect(0, 0, 1, 1)
  }
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
}

/** A canvas does not support the system colours of a colour scheme. */
function resolved(color: string): string {
  const probe = document.createElement('span')
  probe.style.color = color
  document.documentElement.append(probe)
  const found = getComputedStyle(probe).color
  probe.remove()
  return found
}

function luminance(colors: string[]): number {
  const [r, g, b] = paint(colors).map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

/** WCAG's contrast of a colour with the colours behind it. */
export function contrast(color: string, ...behind: string[]): number {
  const [low, high] = [luminance([...behind, color]), luminance(behind)].sort((one, other) => one - other)
  return (high! + 0.05) / (low! + 0.05)
}
