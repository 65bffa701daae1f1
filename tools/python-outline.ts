// Cuts a module of the library down to an outline: functions whose bodies stand in a text are compiled when they first run.
import { type Code, CodeKind } from "../packages/core/src/bytecode/code.ts";
import { decodeAll } from "../packages/core/src/bytecode/decode.ts";
import { Op } from "../packages/core/src/bytecode/op.ts";
import { compileModule } from "../packages/core/src/compile/module.ts";
import type { FunctionDef, Statement } from "../packages/core/src/syntax/ast.ts";
import { parseModule } from "../packages/core/src/syntax/parse.ts";
import { Source } from "../packages/core/src/syntax/source.ts";

/** A shorter body is compiled sooner than cut out. */
const LEAST_BODY = 60;

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The module with the bodies of its functions, and of the methods of its classes, replaced by one statement that holds the
 * whole `def` as a text (see packages/core/src/modules/prelude-code.ts, which reads it). All that is left stands where it
 * stood, and each function keeps its kind and docstring.
 */
export function outlineOf(text: string): string {
  // What the future changes, and names of characters, are known to the whole file alone.
  if (text.includes("from __future__") || text.includes("\\N{")) return text;
  const source = new Source("<outline>", text);
  const { tree } = parseModule(source);
  const options = { mode: "exec", topLevelAwait: false, futureAnnotations: false, dropAsserts: false } as const;
  const code = compileModule(tree, source, { ...options, onWarning: () => undefined, isTraced: false });
  const cuts = cutsOf(source, tree.body, code, null);
  let outline = "";
  let at = 0;
  for (const cut of cuts) {
    outline += text.slice(at, cut.start) + cut.text;
    at = cut.end;
  }
  return outline + text.slice(at);
}

/** `attributes` are those that the methods of the class around assign to `self`; null outside of classes. */
function cutsOf(
  source: Source,
  body: readonly Statement[],
  owner: Code,
  attributes: ReadonlySet<string> | null,
): Cut[] {
  const cuts: Cut[] = [];
  for (const statement of body) {
    if (statement.kind === "ClassDef" && statement.typeParameters.length === 0) {
      const inner = innerCode(owner, statement.name);
      if (inner !== null) cuts.push(...cutsOf(source, statement.body, inner, staticAttributes(inner)));
    } else if (statement.kind === "FunctionDef" && statement.typeParameters.length === 0) {
      const inner = innerCode(owner, statement.name);
      const cut = inner === null ? null : cutOf(source, statement, inner, attributes);
      if (cut !== null) cuts.push(cut);
    }
  }
  return cuts;
}

/** The only code of that name in another: null where a name is taken twice. */
function innerCode(owner: Code, name: string): Code | null {
  const found = owner.fields.constants.flatMap((each) =>
    each.type === "code" && each.code.fields.name === name ? [each.code] : [],
  );
  return found.length === 1 ? (found[0] as Code) : null;
}

/** What a class tells by `__static_attributes__`, which it has from the bodies of its methods. */
function staticAttributes({ fields }: Code): ReadonlySet<string> {
  const { names, constants } = fields;
  const instructions = decodeAll(fields.words);
  const at = instructions.findIndex(({ op, bx }) => op === Op.StoreName && names[bx] === "__static_attributes__");
  const value = constants[instructions[at - 1]?.bx ?? -1];
  const items = value?.type === "tuple" ? value.items : [];
  return new Set(items.flatMap((item) => (item.type === "str" ? [item.value] : [])));
}

/** Where a statement begins, with its decorators. */
function startOf(text: string, statement: Statement): number {
  const decorator = "decorators" in statement ? statement.decorators[0] : undefined;
  return decorator === undefined ? statement.start : text.lastIndexOf("@", decorator.start);
}

function cutOf(
  source: Source,
  { nameStart, body, end }: FunctionDef,
  code: Code,
  attributes: ReadonlySet<string> | null,
): Cut | null {
  const { text } = source;
  const { docstring, kind } = code.fields;
  const first = docstring === null ? body[0] : body[1];
  const start = first === undefined ? end : startOf(text, first);
  if (end - start < LEAST_BODY) return null;
  const line = text.lastIndexOf("\n", nameStart) + 1;
  const rest = text.slice(start, end);
  if (source.position(start).line === source.position(nameStart).line) return null;
  // What a function declares global is compiled in another way all through the module.
  if (/\bglobal\b/.test(rest)) return null;
  const held = JSON.stringify(`\0${source.position(nameStart).line}\n${text.slice(line, end)}`);
  const assigned = new Set([...rest.matchAll(/\bself\.(\w+)/g)].map((match) => match[1] as string));
  const stores = [...assigned].filter((name) => attributes?.has(name)).map((name) => `self.${name} = `);
  const uses = code.fields.freeNames.map((name) => `${name}; `).join("");
  const before = uses + (stores.length > 0 ? `${stores.join("")}0; ` : "");
  const isGenerator = kind === CodeKind.Generator || kind === CodeKind.AsyncGenerator;
  const gap = "\n".repeat(source.position(end).line - source.position(start).line);
  return { start, end, text: `${before}${isGenerator ? "yield" : "return"} ${held}${gap}` };
}
