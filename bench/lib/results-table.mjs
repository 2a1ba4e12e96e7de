import { told } from './report.mjs'

/** The tables of docs/performance.md, made of bench/results.json. */
export function resultTables(results) {
  return Object.entries(results).map(partOf).join('\n\n')
}

function partOf([name, { command, at, machine, sections }]) {
  const { processor, threads, memoryGb, system, node } = machine
  return [
    `### ${name}`,
    `Repeat it with \`${command}\`. Measured on ${at}: ${processor}, ${threads} threads, ${memoryGb} GB, ${system}, Node ${node}.`,
    ...sections.flatMap(({ title, lines }) => [`**${title}**`, tableOf(lines)]),
  ].join('\n\n')
}

function tableOf(lines) {
  const rows = lines.map(({ what, unit, ours, rounds, against, peer, ratio, aim }) => [
    what,
    `${told(ours)} ${unit}`,
    against ?? '',
    peer === undefined ? '' : `${told(peer)} ${unit}`,
    ratio === undefined ? '' : told(ratio),
    aim ?? '',
    String(rounds),
  ])
  const head = ['what', 'ours', 'beside', 'that', 'ratio', 'aim', 'rounds']
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
}
