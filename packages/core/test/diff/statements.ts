// Generated statements: assignments, changes of containers, control flow with bounded loops, exceptions, match and with.
import fc from "fast-check";
import { type Code, code, maybe, one, some, word } from "./code.ts";
import type { Expressions, Names } from "./expressions.ts";
import { slice } from "./format-specs.ts";

/** What statements may do where they stand. */
export interface Place {
  readonly names: Names;
  readonly values: Expressions;
  /** Expressions that call what the program has defined, or the like. */
  readonly calls: Code;
  readonly isFunction: boolean;
}

const EXCEPTIONS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "Oops", "LookupError"];

function choose(...choices: readonly Code[]): Code {
  return fc.oneof({ withCrossShrink: true, maxDepth: 3, depthIdentifier: "statement" }, ...choices);
}

/** One statement; simple ones come first. */
export function statement(place: Place): Code {
  const { names, values } = place;
  const { int, float, str, bool, list, dict, tuple, set, any } = values;
  const value = one(int, float, str, bool, list, dict, tuple, any, place.calls);
  const I = word(...names.int);
  const L = word(...names.list);
  const D = word(...names.dict);
  const S = word(...names.str);
  const Z = word(...names.set);
  const T = word(...names.tuple);

  const simple = one(
    code`show(${value})`,
    code`${I} = fit(${int})`,
    code`${word(...names.float)} = fit(${float})`,
    code`${S} = fit(${str})`,
    code`${L} = fit(${list})`,
    code`${D} = ${dict}`,
    code`${T} = fit(${tuple})`,
    code`${Z} = set(${set})`,
    code`show(${one(set, place.calls, bool, float, str, list, dict, tuple)})`,
    code`${I} ${word("+=", "-=", "*=", "//=", "%=", "&=", "|=", "^=", ">>=")} fit(${int})`,
    code`${word(...names.float)} ${word("+=", "-=", "*=", "/=")} ${one(float, int, any)}`,
    code`${S} += fit(${one(str, any)})`,
    code`${L} += fit(${one(list, tuple, str, any)})`,
    code`${D} |= ${one(dict, any)}`,
    code`${Z} ${word("|=", "&=", "-=", "^=")} ${set}`,
    code`${L}.${word("append", "extend", "remove")}(fit(${one(int, str, any)}))`,
    code`${L}.insert(${int}, ${value})`,
    code`show(${L}.pop(${maybe(int)}))`,
    code`${L}.${word("sort()", "reverse()", "clear()", "sort(reverse=True)", "sort(key=str)", "copy()")}`,
    code`${L}[${int}] = ${value}`,
    code`${L}[${slice(int)}] = fit(${one(list, tuple, str, any)})`,
    code`del ${L}[${one(int, slice(int))}]`,
    code`${D}[${one(str, int, any)}] = ${value}`,
    code`del ${D}[${str}]`,
    code`show(${D}.pop(${str}${maybe(code`, ${value}`)}))`,
    code`show(${D}.setdefault(${str}, ${value}))`,
    code`${D}.update(${one(dict, list, any)})`,
    code`show(${D}.popitem())`,
    code`${Z}.${word("add", "discard", "remove", "update")}(${one(int, str, list)})`,
    code`show(${D}.${word("keys()", "values()", "items()")})`,
    code`${I}, ${I} = ${one(tuple, list, str, code`${int}, ${int}`)}`,
    code`${L}[${int}], ${I} = ${int}, ${int}`,
    code`${I}, *${L} = ${one(list, tuple, str)}`,
    code`*${L}, ${I} = ${one(list, tuple, str)}`,
    code`(${I}, (${S}, *${L})) = (${int}, ${one(str, list)})`,
    code`${I} = ${I} = ${int}`,
    code`assert ${bool}${maybe(code`, ${str}`)}`,
    code`raise ${word(...EXCEPTIONS)}(${some(value, 0, 2, ", ")})`,
    code`del ${I}`,
    word("pass"),
  );

  const head = one(
    code`if ${one(bool, int, str, list)}:`,
    code`if (${I} := ${int}) ${word(">", "==", "!=")} ${int}:`,
    code`with Manager(${str}, ${word("False", "True", "None", "ValueError")})${maybe(code` as ${S}`)}:`,
    code`with (Manager("a"${maybe(word(", True"))}) as ${I}, Manager("b"${maybe(word(", True"))})):`,
  );

  const loop = one(
    code`for ${I} in fit(${one(list, tuple, str, code`range(${int} % 5)`)}):`,
    code`for ${one(I, code`${I}, ${S}`, code`${I}, *${L}`)} in ${one(code`enumerate(fit(${str}))`, code`${dict}.items()`, code`fit(${list})`)}:`,
    code`for ${I} in (x for x in fit(${one(list, tuple)})):`,
    code`for step in range(${word("3", "2", "0", "5")}):`,
    code`while (${I} := bounded(${int})) ${word(">", "!=")} 0:`,
  );

  const pattern: Code = one(
    word("0", "1", "'a'", "None", "True", "-1", "1.5"),
    word("[_]", "[p]", "int()", "str()", "float()", "list()", "[]", "{}", "bool()"),
    word("[p]", "[p, *q]", "[p, r]", "(p, r)", "[*_, p]", "[1, *_]", "[p, [r, *q]]", "[[], *_]"),
    word(
      "{'a': p}",
      "{'a': 1}",
      "{'a': p, **q}",
      "{**q}",
      "{0: p}",
      "int(p)",
      "str(p)",
      "int() | float()",
      "0 | 1 | 'a'",
    ),
    word(
      "(int() | str()) as p",
      "[int(p), *q]",
      "[(1 | 2) as p, r]",
      "Error(args=p)",
      "int(real=p)",
      "int(x=p)",
      "str(p, r)",
    ),
  );
  const finals = code`case _:
    show('no case')`;
  const block = (body: Code): Code =>
    choose(
      code`${head}
    ${body}`,
      code`${loop}
    ${body}`,
      code`${loop}
    if ${bool}: ${word("continue", "break")}
    ${body}
    ${word("continue", "break", "pass")}`,
      code`${loop}
    ${head}
        ${body}
        ${word("continue", "break", "pass")}
    ${body}`,
      code`if ${bool}:
    ${body}
elif ${bool}:
    ${body}
else:
    ${body}`,
      code`for ${I} in fit(${one(list, tuple)}):
    ${body}
    if ${bool}: ${word("break", "continue")}
else:
    ${body}`,
      code`try:
    ${body}
except ${one(word(...EXCEPTIONS, "Exception"), code`(${word(...EXCEPTIONS)}, ${word(...EXCEPTIONS)})`)} as error:
    show(error)
    ${one(word("pass", "raise", "raise error", "raise Oops from error", "raise Oops(1) from None", "raise Oops('again')"), body)}${maybe(
      code`
else:
    ${body}`,
    )}${maybe(
      code`
finally:
    ${body}`,
    )}`,
      code`try:
    ${body}
finally:
    ${body}`,
      code`try:
    ${body}
except* ${word(...EXCEPTIONS, "Exception")} as error:
    show(error)
    ${one(word("pass", "raise"), body)}`,
      code`for step in range(3):
    try:
        ${body}
        ${word("pass", "continue", "break", "raise Oops(step)")}
    ${one(
      code`except ${word(...EXCEPTIONS)}:
    ${word("pass", "continue", "break", "raise")}
finally:
    show(step)
    ${word("pass", "continue", "break")}`,
      code`finally:
    ${body}
    ${word("pass", "continue", "break")}`,
    )}`,
      code`match ${one(value, list, tuple, dict, int, str)}:
    case ${pattern}${maybe(code` if ${bool}`)}:
        ${body}
        show_bound(locals().get('p'), locals().get('q'))
    case ${pattern} if ${bool}:
        ${body}
    ${finals}`,
    );

  const returns = place.isFunction ? [code`return ${value}`, code`return ${value}`] : [];
  const line = one(simple, simple, simple, ...returns);
  const inner = some(line, 1, 2, "\n");
  const middle = some(choose(line, line, block(inner)), 1, 2, "\n");
  return choose(simple, simple, simple, simple, block(middle));
}
