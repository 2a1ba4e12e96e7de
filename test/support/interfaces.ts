import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/**
 * An interface of a source file as plain data, read by the TypeScript compiler: `{ id: 'string', … }`, with `a | b` for
 * unions in a stable order, nested objects as objects, and `?` after the names of optional fields.
 */
export type Shape = { [field: string]: string | Shape }

export function readInterface(file: URL, name: string): Shape {
  const path = fileURLToPath(file)
  const program = ts.createProgram([path], {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(path)
  const found = source && checker.getSymbolAtLocation(source)?.exports?.get(ts.escapeLeadingUnderscores(name))
  if (found === undefined) throw new Error(`${path} exports no ${name}`)
  return shapeOf(checker.getDeclaredTypeOfSymbol(found), checker)
}

function shapeOf(type: ts.Type, checker: ts.TypeChecker): Shape {
  return Object.fromEntries(
    checker.getPropertiesOfType(type).map((property) => {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0
      const declared = checker.getTypeOfSymbol(property)
      return [property.name + (optional ? '?' : ''), describe(declared, checker)]
    }),
  )
}

function describe(type: ts.Type, checker: ts.TypeChecker): string | Shape {
  const parts = type.isUnion() ? type.types : [type]
  const object = parts.find((part) => isPlainObject(part))
  if (object !== undefined) {
    const shape = shapeOf(object, checker)
    return parts.length === 1 ? shape : { ...shape, '|': others(parts, object, checker) }
  }
  return words(parts.map((part) => checker.typeToString(part)))
}

function others(parts: ts.Type[], object: ts.Type, checker: ts.TypeChecker): string {
  return words(parts.filter((part) => part !== object).map((part) => checker.typeToString(part)))
}

/** `false | true` is a boolean; quotes and order are ignored. */
function words(names: string[]): string {
  const plain = names.map((name) => (name === 'true' || name === 'false' ? 'boolean' : name))
  return [...new Set(plain.map((name) => name.replaceAll(/["']/g, '')))].toSorted().join(' | ')
}

function isPlainObject(type: ts.Type): boolean {
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    type.getCallSignatures().length === 0 &&
    type.getProperties().length > 0 &&
    !/^(Readonly)?Array$/.test(type.symbol?.name ?? '')
  )
}
