// Generated expressions, by the type they mostly have: names of the right type, operators, methods and built-ins.
import fc from "fast-check";
import { type Code, code, maybe, one, some, word } from "./code.ts";
import { formatSpec, printfTemplate, slice, templateField } from "./format-specs.ts";

/** The names that an expression may use, by type. */
export interface Names {
  readonly int: readonly string[];
  readonly float: readonly string[];
  readonly str: readonly string[];
  readonly list: readonly string[];
  readonly dict: readonly string[];
  readonly tuple: readonly string[];
  readonly set: readonly string[];
}

export interface Expressions {
  readonly int: Code;
  readonly float: Code;
  readonly str: Code;
  readonly bool: Code;
  readonly list: Code;
  readonly dict: Code;
  readonly tuple: Code;
  readonly set: Code;
  /** Anything but a set, whose order is not CPython's. */
  readonly any: Code;
}

const INTS = ["0", "1", "2", "-1", "3", "7", "10", "-13", "255", "1000003"];
const BIG_INTS = [
  "2**31",
  "-2**31",
  "2**53",
  "2**53 + 1",
  "-2**53 - 1",
  "2**64",
  "10**18",
  "123456789012345678901234567890",
];
const FLOATS = ["0.0", "1.0", "0.5", "-1.5", "2.675", "0.1", "1e16", "1e-7", "123456.789", "-0.0", "1e100", "3.0"];
const STRINGS = [
  "''",
  "'a'",
  "'abc'",
  "'Hello World'",
  "'  x y '",
  "'12'",
  "'-3.5'",
  "'été'",
  "'😀x'",
  '"it\'s"',
  "'a,b,,c'",
];
const MORE_STRINGS = [
  "'\\n\\t'",
  "'ßIi'",
  "'x' * 3",
  "'ab-ab'",
  "'\\x00\\u0301'",
  "'1_000'",
  "'ǅ'",
  "'a\\nb\\r\\nc'",
  "'0x1f'",
];

/** The expressions over some names; deeper ones get rarer. */
export function expressions(names: Names): Expressions {
  return fc.letrec<Record<keyof Expressions, string>>((tie) => {
    const int = tie("int") as Code;
    const float = tie("float") as Code;
    const str = tie("str") as Code;
    const bool = tie("bool") as Code;
    const list = tie("list") as Code;
    const dict = tie("dict") as Code;
    const tuple = tie("tuple") as Code;
    const set = tie("set") as Code;
    const any = tie("any") as Code;
    const number = one(int, float, int, bool);
    const item = one(int, int, int, str, any);
    const sequence = one(list, tuple, str, code`range(${int} % 7)`);
    const constant = word("None", "1", "'a'", "2.5", "...", "(1, None)", "b'a'", "True", "''", "10**20", "1j");
    const hashable = one(int, str, float, bool, code`(${int}, ${str})`);
    const small = code`(${int} % 5)`;
    const comparison = word("==", "!=", "<", "<=", ">", ">=");
    const ofX = one(
      word("x", "x + 1", "x * x", "-x", "str(x)", "(x, 1)", "x % 3"),
      code`(x ${word("+", "*", "-", "%", "//")} ${int})`,
      code`f"{x:${formatSpec}}"`,
    );
    const test = one(word("x", "x % 2", "x > 1", "not x"), code`x ${comparison} ${int}`);
    const clause = code`for x in ${sequence}${maybe(code` if ${test}`)}`;
    return {
      int: one(
        word(...INTS),
        word(...names.int),
        word(...names.int),
        code`(${int} ${word("+", "-", "*", "//", "%", "&", "|", "^")} ${int})`,
        code`(${int} ${word("+", "-", "*", "//", "%", "&", "|", "^")} ${one(int, bool, any)})`,
        word(...BIG_INTS.map((text) => `(${text})`)),
        code`(${int} ${word("<<", ">>", "**")} ${small})`,
        code`(${word("-", "~", "+")}${int})`,
        code`${word("abs", "int", "round", "ord", "len")}(${int})`,
        code`hash(${number})`,
        code`len(${one(sequence, dict, set)})`,
        code`${word("sum", "min", "max", "len")}(${one(list, tuple)})`,
        code`int(${one(str, float)}${maybe(code`, ${word("10", "16", "2", "0", "36")}`)})`,
        code`ord(${str}[${int}])`,
        code`${str}.${word("count", "find", "index", "rfind")}(${str}${maybe(code`, ${int}`)})`,
        code`${sequence}.${word("count", "index")}(${int})`,
        code`(${int} if ${bool} else ${int})`,
        code`round(${float}${maybe(code`, ${word("0", "1", "-1", "2")}`)})`,
        code`divmod(${number}, ${number})[${word("0", "1")}]`,
        code`(${int}).${word("bit_length()", "bit_count()", "real", "numerator", "conjugate()")}`,
        code`${list}[${int}]`,
        code`${dict}.get(${str}, ${int})`,
        code`${dict}[${str}]`,
        code`pow(${int}, ${small}, ${int})`,
        code`(${int} ${word("and", "or")} ${int})`,
        code`(lambda p, q=${int}: p ${word("+", "-", "*")} q)(${int})`,
        code`sum(${ofX} ${clause})`,
      ),
      float: one(
        word(...FLOATS),
        word(...names.float),
        word(...names.float),
        code`(${float} ${word("+", "-", "*", "/", "//", "%")} ${number})`,
        code`(${number} ${word("+", "-", "*", "/", "//", "%")} ${float})`,
        code`(${int} / ${int})`,
        code`(${word("-", "+")}${float})`,
        code`float(${one(number, str)})`,
        code`round(${float}, ${word("0", "1", "2", "-1", "5", "-20")})`,
        code`abs(${float})`,
        code`(${float} ** ${word("2", "3", "-1", "0", "0.5")})`,
        code`(${float} if ${bool} else ${number})`,
        code`${word("max", "min")}(${number}, ${float})`,
      ),
      str: one(
        word(...STRINGS),
        word(...names.str),
        word(...names.str),
        word(...MORE_STRINGS.map((text) => `(${text})`)),
        code`(${str} + ${str})`,
        code`(${str} * ${small})`,
        code`${str}[${int}]`,
        code`${str}[${slice(int)}]`,
        code`${word("str", "repr", "ascii")}(${any})`,
        code`f"{ ${any} ${maybe(word("!r", "!s", "!a"))}}"`,
        code`f"<{ ${one(int, float, str, bool)} :${formatSpec}}>"`,
        code`format(${one(int, float, str, any)}, "${formatSpec}")`,
        code`("${printfTemplate}" % ${one(int, float, str, tuple, code`(${item}, ${item})`, dict)})`,
        code`"${some(templateField, 1, 3, "-")}".format(${item}, ${item}, a=${item})`,
        code`${str}.${word("upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip")}()`,
        code`${str}.${word("strip", "removeprefix", "removesuffix", "lstrip", "join", "expandtabs")}(${one(str, any)})`,
        code`${str}.replace(${str}, ${str}${maybe(code`, ${int}`)})`,
        code`${str}.${word("center", "ljust", "rjust")}(${word("5", "8", "0")}${maybe(word(", '*'", ", 'ab'", ", ''"))})`,
        code`${str}.zfill(${word("5", "2", "10")})`,
        code`${str}.join(map(str, ${sequence}))`,
        code`${word("hex", "bin", "oct", "str")}(${int})`,
        code`chr(${int} % 0x250)`,
        code`(${str} if ${bool} else ${str})`,
        code`type(${any}).__name__`,
        code`${str}.translate({97: ${one(str, int, word("None"))}, 98: "B"})`,
        code`repr(${str}.encode(${maybe(word("'utf-8'", "'ascii'", "'latin-1'", "'utf-16-le'", "'ascii', 'replace'"))}))`,
      ),
      bool: one(
        word("True", "False"),
        code`(${number} ${comparison} ${number})`,
        code`(${int} ${comparison} ${int} ${comparison} ${int})`,
        code`(${any} ${word("==", "!=")} ${any})`,
        code`(${one(str, list, tuple, any)} ${comparison} ${one(str, list, tuple)})`,
        code`(${set} ${comparison} ${set})`,
        code`(not ${any})`,
        code`(${bool} ${word("and", "or")} ${bool})`,
        code`(${item} ${word("in", "not in")} ${one(list, tuple, dict, set, str, any)})`,
        code`(${one(item, constant)} ${word("in", "not in")} {${some(constant, 1, 4, ", ")}})`,
        code`(${one(item, constant)} ${word("in", "not in")} (${some(constant, 1, 4, ", ")},))`,
        code`(${any} is ${maybe(word("not"))} None)`,
        code`isinstance(${any}, ${word("int", "str", "(int, float)", "list", "bool", "object", "dict | tuple", "3")})`,
        code`${word("all", "any", "bool")}(${one(list, tuple, dict)})`,
        code`${word("all", "any")}(${test} ${clause})`,
        code`${str}.${word("startswith", "endswith")}(${one(str, tuple)})`,
        code`${str}.${word("isdigit", "isalpha", "isupper", "islower", "isspace", "isidentifier", "istitle", "isprintable")}()`,
        code`${word("callable", "bool")}(${any})`,
        code`hasattr(${any}, ${word("'real'", "'append'", "'x'", "'upper'")})`,
        code`${float}.is_integer()`,
      ),
      list: one(
        code`[${some(item, 0, 4, ", ")}]`,
        word(...names.list),
        word(...names.list),
        code`[${some(item, 0, 3, ", ")}]`,
        code`[${ofX} ${clause}]`,
        code`[x + y for x in ${list} for y in ${list}${maybe(word(" if x != y", " if x < y"))}]`,
        code`[[x, y] for x, y in ${one(code`zip(${sequence}, ${sequence})`, code`enumerate(${sequence})`, code`${dict}.items()`)}]`,
        code`(${list} + ${one(list, list, any)})`,
        code`(${list} * ${small})`,
        code`${list}[${slice(int)}]`,
        code`sorted(${one(sequence, dict, set)}${maybe(word(", reverse=True", ", key=str", ", key=lambda x: -x", ", key=len", ", key=repr, reverse=True"))})`,
        code`list(${one(sequence, dict, code`reversed(${sequence})`, code`${dict}.${word("items", "keys", "values")}()`)})`,
        code`[*${sequence}, ${item}, *${sequence}]`,
        code`list(map(lambda x: ${ofX}, ${sequence}))`,
        code`list(filter(${one(word("None"), code`lambda x: ${test}`)}, ${sequence}))`,
        code`list(zip(${sequence}, ${sequence}${maybe(word(", strict=True", ", strict=False"))}))`,
        code`list(enumerate(${sequence}${maybe(code`, ${int}`)}))`,
        code`list(range(${int} % 10, ${int} % 20, ${word("1", "2", "-1", "3", "0")}))`,
        code`${str}.${word("split", "rsplit")}(${maybe(code`${one(str, word("None"))}${maybe(word(", 1", ", 0", ", -1"))}`)})`,
        code`${str}.splitlines(${maybe(word("True"))})`,
        code`list(${str}.${word("partition", "rpartition")}(${str}))`,
      ),
      dict: one(
        code`{${some(code`${str}: ${item}`, 0, 3, ", ")}}`,
        word(...names.dict),
        word(...names.dict),
        code`{${some(code`${hashable}: ${item}`, 0, 3, ", ")}}`,
        code`{x: ${ofX} ${clause}}`,
        code`(${dict} | ${dict})`,
        code`{**${dict}, ${str}: ${item}, **${dict}}`,
        code`dict(zip(${sequence}, ${sequence}))`,
        code`dict.fromkeys(${sequence}${maybe(code`, ${item}`)})`,
        code`dict(${dict}, ${word("k", "a", "b")}=${item})`,
        code`dict(${one(list, any)})`,
      ),
      tuple: one(
        code`(${item}, ${some(item, 0, 3, ", ")})`,
        word(...names.tuple),
        word(...names.tuple),
        word("()"),
        code`(${tuple} + ${one(tuple, any)})`,
        code`(${tuple} * ${small})`,
        code`${tuple}[${slice(int)}]`,
        code`tuple(${one(sequence, any)})`,
        code`tuple(${ofX} ${clause})`,
        code`divmod(${number}, ${number})`,
        code`${str}.partition(${str})`,
        code`(*${sequence}, ${item})`,
      ),
      set: one(
        code`{${some(hashable, 1, 4, ", ")}}`,
        word(...names.set),
        word(...names.set),
        word("set()"),
        code`(${set} ${word("|", "&", "-", "^")} ${set})`,
        code`set(${sequence})`,
        code`{${ofX} ${clause}}`,
        code`${set}.${word("union", "intersection", "difference", "symmetric_difference")}(${sequence})`,
        code`frozenset(${sequence})`,
      ),
      any: one(
        int,
        str,
        float,
        bool,
        word(
          "None",
          "...",
          "NotImplemented",
          "int",
          "str",
          "b'ab\\xff'",
          "(1+2j)",
          "range(3)",
          "print",
          "Exception('e', 1)",
        ),
        list,
        tuple,
        dict,
      ),
    };
  });
}
