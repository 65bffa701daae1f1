// Whole generated programs: a preamble, guarded statements, the state at the end, and a last statement that may fail.
import fc from "fast-check";
import { type Code, word } from "./code.ts";
import { definitions } from "./definitions.ts";
import { expressions, type Names } from "./expressions.ts";
import { statement } from "./statements.ts";

const NAMES: Names = {
  int: ["i0", "i1", "i2"],
  float: ["f0", "f1"],
  str: ["s0", "s1"],
  list: ["l0", "l1"],
  dict: ["d0", "d1"],
  tuple: ["t0", "t1"],
  set: ["z0", "z1"],
};

/** `show` prints any value, sets in an order of their own; `fit` keeps values small, `bounded` loops short. */
const PREAMBLE = `
def text(x, depth=0):
    if depth > 4: return '...'
    kind = type(x)
    if kind in (set, frozenset): return kind.__name__ + '{' + ', '.join(sorted(text(e, depth + 1) for e in x)) + '}'
    if kind in (list, tuple): return kind.__name__ + '(' + ', '.join([text(e, depth + 1) for e in x]) + ')'
    if kind is dict: return 'dict(' + ', '.join([text(k, depth + 1) + ': ' + text(x[k], depth + 1) for k in x]) + ')'
    if isinstance(x, BaseExceptionGroup): return f'{kind.__name__}: {x} ' + text(x.exceptions, depth + 1)
    if isinstance(x, BaseException): return f'{kind.__name__}: {x}' + (f' from {x.__cause__!r}' if x.__cause__ else '')
    return repr(x)
def show(x): print(text(x))
def show_bound(p, q): print('bound', text(p), text(q))
def fit(x):
    if isinstance(x, int): return x if -10**30 < x < 10**30 else x % 1000003
    if isinstance(x, float): return x if x == x else 0.0
    return x[:40] if isinstance(x, str) else x[:8] if isinstance(x, (list, tuple)) else x
turns = 0
def bounded(x):
    global turns
    turns += 1
    return x if turns < 10 else 0
class Error(Exception): pass
class Oops(Error):
    def __str__(self): return 'oops ' + ' '.join(map(text, self.args))
class Meta(type):
    def __new__(meta, name, bases, namespace, **kwargs):
        show((name, sorted(kwargs)))
        return super().__new__(meta, name, bases, namespace)
class Manager:
    def __init__(self, name, swallows=False): self.name, self.swallows = name, swallows
    def __enter__(self):
        show(('enter', self.name))
        return self.name
    def __exit__(self, kind, error, trace):
        show(('exit', self.name, error))
        return isinstance(error, self.swallows) if isinstance(self.swallows, type) else self.swallows
i0, i1, i2, f0, f1, s0, s1 = 3, -7, 12, 0.5, -2.25, 'hello', 'a b'
l0, l1, d0, d1, t0, t1, z0, z1 = [1, 2, 3], ['b', 'a'], {'a': 1, 'b': 2}, {}, (1, 'x'), (), {1, 2}, {'q'}
`.slice(1);

const DUMP = `for name in ('i0', 'i1', 'i2', 'f0', 'f1', 's0', 's1', 'l0', 'l1', 'd0', 'd1', 't0', 't1', 'z0', 'z1'):
    if name in globals(): print(name, text(globals()[name]))
`;

const values = expressions(NAMES);
const line: Code = statement({
  names: NAMES,
  values,
  calls: word("Oops(1)", "i0.nope", "nope", "Error"),
  isFunction: false,
});

function indent(text: string): string {
  return text.replaceAll("\n", "\n    ");
}

/** A statement whose exception is printed, so that the program goes on; definitions stand alone. */
function guarded(text: string): string {
  if (/^(def|class) /.test(text)) return `${text}\n`;
  return `try:\n    ${indent(text)}\nexcept BaseException as error:\n    show(error)\n`;
}

export const program: Code = fc
  .tuple(
    fc.oneof({ withCrossShrink: true }, fc.constant([]), definitions),
    fc.array(line, { minLength: 0, maxLength: 6 }),
    line,
  )
  .map(([defined, lines, last]) => [PREAMBLE, ...[...defined, ...lines].map(guarded), DUMP, last, "\n"].join(""));

/** What is worth showing of a program: all but the preamble. */
export function body(text: string): string {
  return text.startsWith(PREAMBLE) ? text.slice(PREAMBLE.length) : text;
}

/** A short statement for the first line of a report. */
