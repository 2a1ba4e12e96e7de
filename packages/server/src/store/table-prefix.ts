import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  TableNode,
  type UnknownRow,
} from 'kysely'
import type { Schema } from './schema.js'

/** All tables of the schema. The type ensures that new tables are added here. */
const OURS: Record<keyof Schema, true> = {
  sessions: true,
  events: true,
  attempts: true,
  transitions: true,
  effects: true,
  deliveries: true,
  acts: true,
  ceilings: true,
  leases: true,
  settings: true,
}

/** Prefixes the names of our tables. Does not change raw text in `sql`: name tables by `sql.table` and `sql.ref`. */
export function tablePrefix(prefix: string): KyselyPlugin {
  const transformer = new Prefixing(prefix)
  return {
    transformQuery: ({ node }: PluginTransformQueryArgs): RootOperationNode =>
      transformer.transformNode(node),
    transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> =>
      result,
  }
}

class Prefixing extends OperationNodeTransformer {
  readonly #prefix: string

  constructor(prefix: string) {
    super()
    this.#prefix = prefix
  }

  protected override transformTable(node: TableNode): TableNode {
    const { name } = node.table.identifier
    return Object.hasOwn(OURS, name) ? TableNode.create(this.#prefix + name) : node
  }
}
