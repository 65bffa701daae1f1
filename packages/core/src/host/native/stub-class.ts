// A native class as a stub defines it.
import { parameterParts } from "../../objects/signature-text.ts";
import type { ClassTemplate, ContextSpec, MemberSpec, MethodSpec, PropertySpec } from "./class-template.ts";
import { RELEASE_DOC } from "./release-doc.ts";
import type { StubNames } from "./stub-names.ts";
import { type Block, declared, defined, docstring, indented, joined, receivers } from "./stub-text.ts";

/** The definition of a class. One that no module lists is there for the checker alone. */
export function classBlock(names: StubNames, template: ClassTemplate): Block {
  const { name, doc, base, module } = template;
  const blocks: Block[] = [];
  if (doc !== null) blocks.push({ lines: docstring(doc), isApart: true });
  const members = [...template.members];
  const constants = members.filter(([, { kind }]) => kind === "constant");
  const others = members.filter(([, { kind }]) => kind !== "constant");
  for (const [key, member] of constants) blocks.push(...memberBlocks(names, key, member));
  const init = constructorBlock(names, template);
  blocks.push(constants.length > 0 ? { ...init, isApart: true } : init);
  for (const [key, member] of others) blocks.push(...memberBlocks(names, key, member));
  if (template.members.has("__eq__") && !template.members.has("__hash__")) blocks.push(unhashable(names));
  if (template.isReleasable) blocks.push(releaseBlock());
  const lines = [`class ${name}${base === null ? "" : `(${names.class(base)})`}:`, ...indented(joined(blocks))];
  if (module === null) lines.unshift(`@${names.known("type_check_only")}`);
  return { lines, isApart: true };
}

function constructorBlock(names: StubNames, { construction }: ClassTemplate): Block {
  // Nothing can be passed for the parameter: only the host makes such objects.
  if (construction === null) return initialiser(["self", `made_by_host: ${names.known("Never")}`, "/"], null);
  const { parameters, doc } = construction;
  return initialiser(
    [...receivers("self", parameters), ...parameterParts(parameters, ({ type }) => names.annotation(type))],
    doc,
  );
}

function initialiser(parameters: readonly string[], doc: string | null): Block {
  return defined({ name: "__init__", parameters, returns: "None", doc });
}

/** What compares by value does not hash by identity. */
function unhashable(names: StubNames): Block {
  return { lines: [`__hash__: ${names.known("ClassVar")}[None]  # type: ignore[assignment]`], isApart: false };
}

function releaseBlock(): Block {
  return defined({ name: "release", parameters: ["self"], returns: "None", doc: RELEASE_DOC });
}

function memberBlocks(names: StubNames, name: string, member: MemberSpec): Block[] {
  switch (member.kind) {
    case "method":
      return [methodBlock(names, name, member)];
    case "static":
      return [declared(names, name, member.func, null, [`@${names.known("staticmethod")}`])];
    case "property":
      return [propertyBlock(names, name, member)];
    case "constant":
      return [{ lines: [`${name}: ${names.known("ClassVar")}[${names.annotation(member.type)}]`], isApart: false }];
    default:
      return contextBlocks(names, member);
  }
}

function methodBlock(names: StubNames, name: string, { func, isOperator }: MethodSpec): Block {
  // What Python compares with is any object: an operand of another type is never equal.
  if (isOperator && (name === "__eq__" || name === "__ne__")) {
    const parameters = ["self", `other: ${names.known("object")}`, "/"];
    return defined({ name, parameters, returns: names.annotation(func.returns), doc: func.doc });
  }
  return declared(names, name, func, "self");
}

function propertyBlock(names: StubNames, name: string, { type, set, doc }: PropertySpec): Block {
  const annotation = names.annotation(type);
  const getter = defined({
    name,
    decorators: [`@${names.known("property")}`],
    parameters: ["self"],
    returns: annotation,
    doc,
  });
  if (set === null) return getter;
  const parameters = ["self", `value: ${annotation}`];
  const setter = defined({ name, decorators: [`@${name}.setter`], parameters, returns: "None", doc: null });
  return { lines: joined([getter, setter]), isApart: getter.isApart };
}

function contextBlocks(names: StubNames, { returns }: ContextSpec): Block[] {
  const error = names.known("BaseException");
  const parameters = [
    "self",
    `exc_type: ${names.known("type")}[${error}] | None`,
    `exc_value: ${error} | None`,
    `traceback: ${names.known("TracebackType")} | None`,
    "/",
  ];
  const entered = returns === null ? names.known("Self") : names.annotation(returns);
  return [
    defined({ name: "__enter__", parameters: ["self"], returns: entered, doc: null }),
    defined({ name: "__exit__", parameters, returns: `${names.known("bool")} | None`, doc: null }),
  ];
}
