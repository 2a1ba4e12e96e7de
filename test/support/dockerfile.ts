import { spawn } from 'node:child_process'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { DockerfileParser, type JSONInstruction, type ModifiableInstruction } from 'dockerfile-ast'

export interface Instruction {
  keyword: string
  /** As it stands there, joined over line ends. */
  text: string
  args: string[]
  flags: Record<string, string>
  /** Of the exec form; null for the shell form. */
  exec: string[] | null
}

export interface Stage {
  name: string
  from: string
  instructions: Instruction[]
}

export function readStages(dockerfile: string): Stage[] {
  const stages: Stage[] = []
  for (const each of DockerfileParser.parse(dockerfile).getInstructions()) {
    const keyword = each.getKeyword()
    const words = each.getArguments().map((argument) => argument.getValue())
    if (keyword === 'FROM') {
      stages.push({ name: words[2] ?? String(stages.length), from: words[0] ?? '', instructions: [] })
      continue
    }
    const flags = (each as ModifiableInstruction).getFlags?.() ?? []
    const strings = (each as JSONInstruction).getJSONStrings?.() ?? []
    stages.at(-1)?.instructions.push({
      keyword,
      text: each.getRawArgumentsContent() ?? '',
      args: words,
      flags: Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? ''])),
      exec: strings.length > 0 ? strings.map((string) => JSON.parse(string.getValue()) as string) : null,
    })
  }
  return stages
}

/** Whether .dockerignore keeps a path out of the build: the last pattern that fits it, or a folder above, decides. */
export function isIgnored(patterns: readonly string[], path: string): boolean {
  const parts = path.split('/')
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'))
  let ignored = false
  for (const pattern of patterns) {
    const wanted = pattern.replace(/^!/, '')
    const regex = new RegExp(
      `^${wanted
        .replaceAll(/[.+^$()[\]{}|]/g, '\\$&')
        .replaceAll('**/', '\0')
        .replaceAll('*', '[^/]*')
        .replaceAll('\0', '(.*/)?')}$`,
    )
    if (paths.some((each) => regex.test(each))) ignored = !pattern.startsWith('!')
  }
  return ignored
}

export interface Built {
  root: string
  cwd: string
  env: Record<string, string>
  stage: Stage
}

/** Stages that were made, by their place: two that copy from a third find it made. */
const made = new Map<string, Promise<Built>>()

/**
 * Does by hand what an engine would: each stage is a folder, COPY copies, RUN runs. What it cannot do is to be root in a
 * container, so a stage that runs something with absolute paths does not work here.
 */
export function build(
  context: string,
  stages: Stage[],
  target: string,
  ignore: readonly string[],
  workspace: string,
): Promise<Built> {
  const root = join(workspace, target)
  const making = made.get(root) ?? make(context, stages, target, ignore, workspace)
  made.set(root, making)
  return making
}

async function make(
  context: string,
  stages: Stage[],
  target: string,
  ignore: readonly string[],
  workspace: string,
): Promise<Built> {
  const stage = stages.find(({ name }) => name === target)
  if (stage === undefined) throw new Error(`there is no stage ${target}`)
  const root = join(workspace, target)
  let cwd = root
  const env: Record<string, string> = {}
  if (stages.some(({ name }) => name === stage.from)) {
    const base = await build(context, stages, stage.from, ignore, workspace)
    await cp(base.root, root, { recursive: true, verbatimSymlinks: true })
    cwd = join(root, relative(base.root, base.cwd))
  }
  await mkdir(cwd, { recursive: true })
  for (const { keyword, args, flags, text } of stage.instructions) {
    if (keyword === 'WORKDIR') cwd = join(root, args[0] ?? '')
    if (keyword === 'ENV') for (const pair of args) env[pair.split('=')[0] ?? ''] = pair.replace(/^\w+=/, '')
    if (keyword === 'RUN') await run(text, cwd)
    if (keyword === 'COPY') {
      const to = args.at(-1) ?? ''
      const source =
        flags.from === undefined ? null : await build(context, stages, flags.from, ignore, workspace)
      for (const from of args.slice(0, -1)) {
        const place = to.startsWith('/') ? join(root, to) : join(cwd, to)
        if (source === null)
          await copy(context, from, to.endsWith('/') ? join(place, basename(from)) : place, ignore)
        else await cp(join(source.root, from), place, { recursive: true, verbatimSymlinks: true })
      }
    }
  }
  return { root, cwd, env, stage }
}

async function copy(context: string, from: string, to: string, ignore: readonly string[]): Promise<void> {
  let copied = 0
  await cp(join(context, from), to, {
    recursive: true,
    filter: async (path) => {
      const name = relative(context, path)
      // A folder is walked where something in it may come along.
      const keep = !isIgnored(ignore, name)
      copied += keep ? 1 : 0
      return keep
    },
  })
  if (copied === 0) throw new Error(`COPY ${from}: .dockerignore leaves nothing of it`)
  if ((await readdir(dirname(to))).length === 0) throw new Error(`COPY ${from} copied nothing`)
}

function run(command: string, cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => {
        said += data
      })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command}: ${code}\n${said}`))))
  })
}
