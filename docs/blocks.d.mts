export interface Block {
  language: string
  file: string | null
  run: boolean
  text: string
}
export function blocksOf(markdown: string): Block[]
export function filesOf(markdown: string): Record<string, string>
