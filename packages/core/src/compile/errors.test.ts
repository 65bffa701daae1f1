// Programs that parse and are refused all the same: the places and messages are CPython 3.13's.
import { describe, expect, it } from "vitest";
import { parseModule } from "../syntax/parse.ts";
import { Source } from "../syntax/source.ts";
import { PythonSyntaxError } from "../syntax/syntax-error.ts";
import { compileModule } from "./module.ts";

/** Source, range, message. */
const REFUSED: readonly (readonly [source: string, range: string, message: string])[] = [
  ["def f():\n    async for x in y: pass", "2:5-2:27", "'async for' outside async function"],
  ["def f():\n    async with x: pass", "2:5-2:23", "'async with' outside async function"],
  ["def f():\n    await x", "2:5-2:12", "'await' outside async function"],
  ["await x", "1:1-1:8", "'await' outside function"],
  ["break", "1:1-1:6", "'break' outside loop"],
  ["if x:\n    break", "2:5-2:10", "'break' outside loop"],
  [
    "for x in y:\n    try: pass\n    except* E: break",
    "3:16-3:21",
    "'break', 'continue' and 'return' cannot appear in an except* block",
  ],
  [
    "def f():\n    try: pass\n    except* E: return",
    "3:16-3:22",
    "'break', 'continue' and 'return' cannot appear in an except* block",
  ],
  ["continue", "1:1-1:9", "'continue' not properly in loop"],
  ["for x in y:\n    def f(): continue", "2:14-2:22", "'continue' not properly in loop"],
  ["return", "1:1-1:7", "'return' outside function"],
  ["async def f():\n    yield\n    return 1", "3:5-3:13", "'return' with value in async generator"],
  ["async def f():\n    yield from x", "2:5-2:17", "'yield from' inside async function"],
  ["def spell():\n    pass\nyield from spell()", "3:1-3:19", "'yield from' outside function"],
  ["def cast(): return {(yield m): m for m in spells}", "1:22-1:29", "'yield' inside dict comprehension"],
  ["def cast(): return ((yield m) for m in spells)", "1:22-1:29", "'yield' inside generator expression"],
  ["[(yield x) for x in y]", "1:3-1:10", "'yield' inside list comprehension"],
  ["def cast(): return {(yield m) for m in spells}", "1:22-1:29", "'yield' inside set comprehension"],
  ["yield x", "1:1-1:8", "'yield' outside function"],
  ["(x for x in [(yield)])", "1:15-1:20", "'yield' outside function"],
  ["match hero:\n    case 1 | name: pass", "2:10-2:18", "alternative patterns bind different names"],
  ["def cast():\n    mana: int\n    global mana", "3:5-3:16", "annotated name 'mana' can't be global"],
  ["def f():\n    x: int\n    nonlocal x", "3:5-3:15", "annotated name 'x' can't be nonlocal"],
  ["[x for x in (y := z)]", "1:14-1:20", "assignment expression cannot be used in a comprehension iterable expression"],
  ["[x := 1 for x in y]", "1:2-1:3", "assignment expression cannot rebind comprehension iteration variable 'x'"],
  [
    "def cast[M: [(level := m) for m in spells]](): pass",
    "1:15-1:20",
    "assignment expression within a comprehension cannot be used in a TypeVar bound",
  ],
  [
    "class C:\n    [x := 1 for y in z]",
    "2:6-2:7",
    "assignment expression within a comprehension cannot be used in a class body",
  ],
  [
    "type Mana = [(level := m) for m in spells]",
    "1:15-1:20",
    "assignment expression within a comprehension cannot be used in a type alias",
  ],
  [
    "class Hero[M]([(level := m) for m in spells]): pass",
    "1:17-1:22",
    "assignment expression within a comprehension cannot be used within the definition of a generic",
  ],
  ["def f():\n    [x async for x in y]", "2:5-2:25", "asynchronous comprehension outside of an asynchronous function"],
  ["match x:\n    case C(a=1, a=2): pass", "2:19-2:20", "attribute name repeated in class pattern: a"],
  [
    "class C[T]:\n    def f[U: (await x)](self): pass",
    "2:15-2:22",
    "await expression cannot be used within a TypeVar bound",
  ],
  ["type Mana = (await regen)", "1:14-1:25", "await expression cannot be used within a type alias"],
  [
    "class Hero[M]((await regen)): pass",
    "1:16-1:27",
    "await expression cannot be used within the definition of a generic",
  ],
  ["x = *a", "1:5-1:7", "can't use starred expression here"],
  ["__debug__ = 1", "1:1-1:10", "cannot assign to __debug__"],
  ["def f(__debug__): pass", "1:7-1:16", "cannot assign to __debug__"],
  ["x.__debug__ = 1", "1:1-1:12", "cannot assign to __debug__"],
  ["f(__debug__=1)", "1:3-1:14", "cannot assign to __debug__"],
  ["del __debug__", "1:5-1:14", "cannot delete __debug__"],
  [
    "[m for m in spells if (n := m) for n in m]",
    "1:36-1:37",
    "comprehension inner loop cannot rebind assignment expression target 'n'",
  ],
  ["try: pass\nexcept: pass\nexcept A: pass", "2:1-2:13", "default 'except:' must be last"],
  ["def f(x, x): pass", "1:10-1:11", "duplicate argument 'x' in function definition"],
  ["def f[T, T](): pass", "1:10-1:11", "duplicate type parameter 'T'"],
  [
    "from __future__ import annotations\nx\nfrom __future__ import division",
    "3:1-3:32",
    "from __future__ imports must occur at the beginning of the file",
  ],
  ["from __future__ import *", "1:1-1:0", "future feature * is not defined"],
  ["from __future__ import teleportation", "1:1-1:0", "future feature teleportation is not defined"],
  ["def f():\n    from x import *", "2:19-2:20", "import * only allowed at module level"],
  ["class C(a=1, a=2): pass", "1:14-1:17", "keyword argument repeated: a"],
  ["heal(hero, by=1, *more, by=2)", "1:25-1:29", "keyword argument repeated: by"],
  ["class Hero(metaclass=A, metaclass=B): pass", "1:25-1:36", "keyword argument repeated: metaclass"],
  ["f(x=1, x=2)", "1:8-1:11", "keyword argument repeated: x"],
  ["match hero:\n    case {'hp': 1, \"hp\": 2}: pass", "2:10-2:28", "mapping pattern checks duplicate key ('hp')"],
  ["match hero:\n    case {0: a, -0: b}: pass", "2:10-2:23", "mapping pattern checks duplicate key (0)"],
  ["match x:\n    case {1: a, 1: b}: pass", "2:10-2:22", "mapping pattern checks duplicate key (1)"],
  ["match hero:\n    case {2: a, 2.0: b}: pass", "2:10-2:24", "mapping pattern checks duplicate key (2.0)"],
  ["match hero:\n    case {1: a, True: b}: pass", "2:10-2:25", "mapping pattern checks duplicate key (True)"],
  ["match hero:\n    case {b'k': a, b\"k\": b}: pass", "2:10-2:28", "mapping pattern checks duplicate key (b'k')"],
  [
    "match hero:\n    case {f'{key}': value}: pass",
    "2:10-2:27",
    "mapping pattern keys may only match literals and attribute lookups",
  ],
  ["match x:\n    case [a, a]: pass", "2:14-2:15", "multiple assignments to name 'a' in pattern"],
  ["*a, *b = c", "1:1-1:7", "multiple starred expressions in assignment"],
  ["match x:\n    case [*a, *b]: pass", "2:10-2:18", "multiple starred names in sequence pattern"],
  [
    "def outer():\n    mana = 1\n    def inner():\n        mana = 2\n        nonlocal mana",
    "5:9-5:22",
    "name 'mana' is assigned to before nonlocal declaration",
  ],
  ["def cast(mana):\n    nonlocal mana", "2:5-2:18", "name 'mana' is parameter and nonlocal"],
  [
    "def outer():\n    mana = 1\n    def inner():\n        print(mana)\n        nonlocal mana",
    "5:9-5:22",
    "name 'mana' is used prior to nonlocal declaration",
  ],
  ["def f():\n    x = 1\n    global x", "3:5-3:13", "name 'x' is assigned to before global declaration"],
  ["def f():\n    global x\n    nonlocal x", "2:5-2:13", "name 'x' is nonlocal and global"],
  [
    "def f():\n    x = 0\n    def g():\n        nonlocal x\n        global x",
    "4:9-4:19",
    "name 'x' is nonlocal and global",
  ],
  ["def f(x):\n    global x", "2:5-2:13", "name 'x' is parameter and global"],
  ["def f():\n    print(x)\n    global x", "3:5-3:13", "name 'x' is used prior to global declaration"],
  [
    "match x:\n    case a: pass\n    case b: pass",
    "2:10-2:11",
    "name capture 'a' makes remaining patterns unreachable",
  ],
  ["match x:\n    case a | [b]: pass", "2:10-2:11", "name capture 'a' makes remaining patterns unreachable"],
  ["def cast[M: (level := 9)](): pass", "1:14-1:24", "named expression cannot be used within a TypeVar bound"],
  [
    "def cast[M: (int, (level := 9))](): pass",
    "1:20-1:30",
    "named expression cannot be used within a TypeVar constraint",
  ],
  ["def cast[M = (level := 9)](): pass", "1:15-1:25", "named expression cannot be used within a TypeVar default"],
  ["type X = (y := 1)", "1:11-1:17", "named expression cannot be used within a type alias"],
  [
    "class Hero[M](level := 9): pass",
    "1:15-1:25",
    "named expression cannot be used within the definition of a generic",
  ],
  ["def f():\n    nonlocal x", "2:5-2:15", "no binding for nonlocal 'x' found"],
  ["def f[T=int, U](): pass", "1:14-1:15", "non-default type parameter 'U' follows default type parameter"],
  ["def f[T]():\n    nonlocal T", "2:5-2:15", "nonlocal binding not allowed for type parameter 'T'"],
  ["nonlocal x", "1:1-1:11", "nonlocal declaration not allowed at module level"],
  ["from __future__ import division, braces", "1:1-1:0", "not a chance"],
  ["match hero:\n    case f'{name}': pass", "2:10-2:19", "patterns may only match literals and attribute lookups"],
  ["*a = b", "1:1-1:3", "starred assignment target must be in a list or tuple"],
  [
    "for i in x:\n for i in x:\n  for i in x:\n   for i in x:\n    for i in x:\n     for i in x:\n      for i in x:\n       for i in x:\n        for i in x:\n         for i in x:\n          for i in x:\n           for i in x:\n            for i in x:\n             for i in x:\n              for i in x:\n               for i in x:\n                for i in x:\n                 for i in x:\n                  for i in x:\n                   for i in x:\n                    for i in x:\n                     for i in x:\n                      pass",
    "22:22-23:27",
    "too many statically nested blocks",
  ],
  ["match x:\n    case _ | 1: pass", "2:10-2:11", "wildcard makes remaining patterns unreachable"],
  ["def cast[**M = (yield)](): pass", "1:17-1:22", "yield expression cannot be used within a ParamSpec default"],
  ["type X[T: (yield)] = T", "1:12-1:17", "yield expression cannot be used within a TypeVar bound"],
  ["def cast[M: (int, (yield))](): pass", "1:20-1:25", "yield expression cannot be used within a TypeVar constraint"],
  ["def cast[M = (yield)](): pass", "1:15-1:20", "yield expression cannot be used within a TypeVar default"],
  ["def cast[*M = (yield)](): pass", "1:16-1:21", "yield expression cannot be used within a TypeVarTuple default"],
  [
    "from __future__ import annotations\ndef f(x: (yield)): pass",
    "2:11-2:16",
    "yield expression cannot be used within an annotation",
  ],
  ["def f[T](x: (yield)): pass", "1:14-1:19", "yield expression cannot be used within the definition of a generic"],
];

function refusal(text: string): readonly [range: string, message: string] | null {
  const source = new Source("<string>", text);
  const { tree } = parseModule(source);
  try {
    compileModule(tree, source, { mode: "exec" });
    return null;
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return [`${error.line}:${error.column}-${error.endLine}:${error.endColumn}`, error.message];
  }
}

describe("semantic syntax errors", () => {
  it.each(REFUSED)("%j", (source, range, message) => {
    expect(refusal(source)).toEqual([range, message]);
  });
});
