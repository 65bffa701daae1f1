# word count
TEXT = """The wind was a torrent of darkness among the gusty trees,
The moon was a ghostly galleon tossed upon cloudy seas,
The road was a ribbon of moonlight over the purple moor"""

def words(text):
    for line in text.splitlines():
        for w in line.split():
            yield w.strip(",.;:!?").lower()

counts = {}
for w in words(TEXT):
    counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(f"{w:<10} {n:>3} {'#' * n}")
# expect: the          5 #####
# expect: a            3 ###
# expect: was          3 ###
# expect: of           2 ##
# expect: among        1 #
longest = max(counts, key=lambda w: (len(w), w))
print(len(counts), longest, sum(counts.values()))  # expect: 23 moonlight 32
---
# a calculator with precedence climbing
class Calculator:
    OPS = {"+": (1, lambda a, b: a + b), "-": (1, lambda a, b: a - b), "*": (2, lambda a, b: a * b), "/": (2, lambda a, b: a / b), "^": (3, lambda a, b: a ** b)}
    def __init__(self, text):
        self.tokens, number = [], ""
        for c in text + " ":
            if c.isdigit() or c == ".":
                number += c
                continue
            if number:
                self.tokens.append(float(number))
                number = ""
            if not c.isspace():
                self.tokens.append(c)
        self.tokens.append(None)
    def peek(self): return self.tokens[0]
    def take(self): return self.tokens.pop(0)
    def atom(self):
        t = self.take()
        if t == "(":
            v = self.expr()
            if self.take() != ")": raise SyntaxError("missing )")
            return v
        if t == "-": return -self.expr(3)
        if isinstance(t, float): return t
        raise SyntaxError(f"unexpected {t!r}")
    def expr(self, least=1):
        left = self.atom()
        while self.peek() in self.OPS and self.OPS[self.peek()][0] >= least:
            level, f = self.OPS[op := self.take()]
            left = f(left, self.expr(level if op == "^" else level + 1))
        return left

for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 / 4 - 1", "2 * (3", "1 +", "1 / 0"):
    try:
        print(text, "=", Calculator(text).expr())
    except (SyntaxError, ZeroDivisionError) as e:
        print(text, "->", type(e).__name__, e)
# expect: 1 + 2 * 3 = 7.0
# expect: (1 + 2) * 3 = 9.0
# expect: 2 ^ 3 ^ 2 = 512.0
# expect: -2 ^ 2 = -4.0
# expect: 10 / 4 - 1 = 1.5
# expect: 2 * (3 -> SyntaxError missing )
# expect: 1 + -> SyntaxError unexpected None
# expect: 1 / 0 -> ZeroDivisionError float division by zero
---
# a lisp in forty lines
import operator as op

def parse(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()
    def read():
        t = tokens.pop(0)
        if t == "(":
            out = []
            while tokens[0] != ")": out.append(read())
            tokens.pop(0)
            return out
        try: return int(t)
        except ValueError: return t
    program = []
    while tokens: program.append(read())
    return program

class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer
    def find(self, k):
        if k in self: return self[k]
        if self.outer is None: raise NameError(f"unbound: {k}")
        return self.outer.find(k)

GLOBAL = Env(["+", "-", "*", "<", "=", "list", "car", "cdr", "null?"], [op.add, op.sub, op.mul, op.lt, op.eq, lambda *a: list(a), lambda x: x[0], lambda x: x[1:], lambda x: not x])

def run(x, env=GLOBAL):
    match x:
        case str(): return env.find(x)
        case int(): return x
        case ["if", test, a, b]: return run(a if run(test, env) else b, env)
        case ["define", name, value]: env[name] = run(value, env)
        case ["lambda", params, body]: return lambda *args: run(body, Env(params, args, env))
        case [f, *args]: return run(f, env)(*[run(a, env) for a in args])

for form in parse("""(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))
  (fact 20) (define map (lambda (f l) (if (null? l) (list) (+ (list (f (car l))) (map f (cdr l))))))
  (map (lambda (x) (* x x)) (list 1 2 3)) ((lambda (x) (+ x x)) 21)"""):
    if (v := run(form)) is not None: print(v)
# expect: 2432902008176640000
# expect: [1, 4, 9]
# expect: 42
try:
    run("nope")
except NameError as e:
    print(e)  # expect: unbound: nope
---
# a json-like parser
def parse(s):
    i = 0
    def fail(what): raise ValueError(f"{what} at {i}")
    def space():
        nonlocal i
        while i < len(s) and s[i] in " \n\t": i += 1
    def value():
        nonlocal i
        space()
        if i >= len(s): fail("unexpected end")
        c = s[i]
        if c == "{": return dict(items("}", pair))
        if c == "[": return list(items("]", value))
        if c == '"': return string()
        for word, v in (("true", True), ("false", False), ("null", None)):
            if s.startswith(word, i):
                i += len(word)
                return v
        start = i
        while i < len(s) and s[i] in "+-.0123456789eE": i += 1
        if start == i: fail(f"unexpected {c!r}")
        text = s[start:i]
        return int(text) if text.lstrip("-").isdigit() else float(text)
    def string():
        nonlocal i
        end = s.find('"', i + 1)
        if end < 0: fail("unterminated string")
        out, i = s[i + 1:end], end + 1
        return out
    def pair():
        nonlocal i
        space()
        k = string()
        space()
        if s[i:i + 1] != ":": fail("expected ':'")
        i += 1
        return k, value()
    def items(end, item):
        nonlocal i
        i += 1
        space()
        if s[i:i + 1] == end:
            i += 1
            return
        while True:
            yield item()
            space()
            i += 1
            if s[i - 1:i] == end: return
            if s[i - 1:i] != ",": fail("expected ','")
    v = value()
    space()
    if i != len(s): fail("extra text")
    return v

for text in ('{"a": [1, -2.5, true], "b": {"c": null}}', "[]", ' "x" ', "[1 2]", '{"a" 1}', "[1,", '"abc', "nope", "1 1"):
    try:
        print(parse(text))
    except ValueError as e:
        print("error:", e)
# expect: {'a': [1, -2.5, True], 'b': {'c': None}}
# expect: []
# expect: x
# expect: error: expected ',' at 4
# expect: error: expected ':' at 5
# expect: error: unexpected end at 3
# expect: error: unterminated string at 0
# expect: error: unexpected 'n' at 0
# expect: error: extra text at 2
---
# a template engine
def render(template, **context):
    out, stack = [], []
    pos = 0
    while (start := template.find("{%", pos)) >= 0:
        out.append(("text", template[pos:start]))
        end = template.index("%}", start)
        out.append(("tag", template[start + 2:end].split()))
        pos = end + 2
    out.append(("text", template[pos:]))
    def fill(text, scope):
        for k, v in scope.items(): text = text.replace("{{" + k + "}}", str(v))
        return text
    def block(i, scope, emit):
        while i < len(out):
            kind, body = out[i]
            if kind == "text":
                if emit is not None: emit.append(fill(body, scope))
            elif body[0] == "for":
                values = scope[body[3]] if emit is not None else [None]
                end = None
                for v in values or [None]:
                    end = block(i + 1, {**scope, body[1]: v}, emit if values else None)
                i = end
            elif body[0] == "if":
                i = block(i + 1, scope, emit if emit is not None and scope.get(body[1]) else None)
            elif body[0] == "end":
                return i
            i += 1
    result = []
    block(0, context, result)
    return "".join(result)

print(render("Hello {{name}}!{% if vip %} Welcome back.{% end %}", name="Ann", vip=True))
# expect: Hello Ann! Welcome back.
print(render("{% for x in items %}<{{x}}>{% end %}{% if items %} some{% end %}", items=[1, 2, 3]))
# expect: <1><2><3> some
print(render("{% for r in rows %}{{r}}:{% for c in cols %}{{r}}{{c}} {% end %}|{% end %}", rows="ab", cols="xy"))
# expect: a:ax ay |b:bx by |
print(render("{% for x in none %}never{% end %}.", none=[]))  # expect: .
---
# a markdown subset
def inline(s):
    for mark, tag in (("**", "b"), ("*", "i"), ("`", "code")):
        parts = s.split(mark)
        s = "".join(p if i % 2 == 0 else f"<{tag}>{p}</{tag}>" for i, p in enumerate(parts))
    return s

def convert(text):
    out, in_list = [], False
    for line in text.splitlines() + [""]:
        if line.startswith("- "):
            if not in_list:
                out.append("<ul>")
                in_list = True
            out.append(f"  <li>{inline(line[2:])}</li>")
            continue
        if in_list:
            out.append("</ul>")
            in_list = False
        if line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            out.append(f"<h{level}>{inline(line[level:].strip())}</h{level}>")
        elif line.strip():
            out.append(f"<p>{inline(line)}</p>")
    return out

for line in convert("# Title\n\nSome **bold** and *slanted* text.\n- one `x = 1`\n- two\n\n## End"):
    print(line)
# expect: <h1>Title</h1>
# expect: <p>Some <b>bold</b> and <i>slanted</i> text.</p>
# expect: <ul>
# expect:   <li>one <code>x = 1</code></li>
# expect:   <li>two</li>
# expect: </ul>
# expect: <h2>End</h2>
---
# csv with quotes
def read_csv(text):
    rows, row, field, quoted, i = [], [], "", False, 0
    while i < len(text):
        c = text[i]
        if quoted:
            if c == '"' and text[i + 1:i + 2] == '"':
                field += '"'
                i += 1
            elif c == '"': quoted = False
            else: field += c
        elif c == '"': quoted = True
        elif c == ",":
            row.append(field)
            field = ""
        elif c == "\n":
            rows.append(row + [field])
            row, field = [], ""
        else: field += c
        i += 1
    if field or row: rows.append(row + [field])
    return rows

def write_csv(rows):
    def quote(v):
        s = str(v)
        return '"' + s.replace('"', '""') + '"' if any(c in s for c in ',"\n') else s
    return "\n".join(",".join(map(quote, r)) for r in rows)

text = 'name,age,note\nAnn,30,"likes ""quotes"", and commas"\nBob,25,\n'
head, *rows = read_csv(text)
people = [dict(zip(head, r)) for r in rows]
print(people)
# expect: [{'name': 'Ann', 'age': '30', 'note': 'likes "quotes", and commas'}, {'name': 'Bob', 'age': '25', 'note': ''}]
print(sum(int(p["age"]) for p in people) / len(people))  # expect: 27.5
print(write_csv([head] + rows))
# expect: name,age,note
# expect: Ann,30,"likes ""quotes"", and commas"
# expect: Bob,25,
print(read_csv(write_csv(rows)) == rows)  # expect: True
---
# roman numerals
PAIRS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]

def to_roman(n):
    if not 0 < n < 4000: raise ValueError(f"{n} has no roman numeral")
    out = ""
    for value, letters in PAIRS:
        count, n = divmod(n, value)
        out += letters * count
    return out

def from_roman(s):
    values = {r: v for v, r in PAIRS if len(r) == 1}
    return sum(-values[a] if values[a] < values.get(b, 0) else values[a] for a, b in zip(s, s[1:] + " "))

print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])
# expect: ['I', 'IV', 'IX', 'XIV', 'XL', 'XC', 'CD', 'MCMXCIV', 'MMXXIV', 'MMMCMXCIX']
print(all(from_roman(to_roman(n)) == n for n in range(1, 4000)))  # expect: True
try:
    to_roman(4000)
except ValueError as e:
    print(e)  # expect: 4000 has no roman numeral
---
# a tokenizer and an assembler for a tiny machine
SOURCE = """
      push 10      ; counter
loop: dup
      print
      push 3
      sub
      dup
      jpos loop
      halt
"""

def assemble(text):
    code, labels = [], {}
    for line in text.splitlines():
        line = line.partition(";")[0].strip()
        if ":" in line:
            label, line = (p.strip() for p in line.split(":", 1))
            labels[label] = len(code)
        if line:
            op, *args = line.split()
            code.append((op, args))
    return [(op, [labels[a] if a in labels else int(a) for a in args]) for op, args in code]

def run(code, limit=100):
    stack, pc, out = [], 0, []
    for steps in range(limit):
        match code[pc]:
            case "push", [n]: stack.append(n)
            case "dup", []: stack.append(stack[-1])
            case "print", []: out.append(stack.pop())
            case "sub", []:
                b, a = stack.pop(), stack.pop()
                stack.append(a - b)
            case "jpos", [target]:
                if stack.pop() > 0:
                    pc = target
                    continue
            case "halt", []: return out, steps
            case op, _: raise ValueError(f"unknown instruction {op}")
        pc += 1
    raise TimeoutError("too many steps")

code = assemble(SOURCE)
print(code[:4])  # expect: [('push', [10]), ('dup', []), ('print', []), ('push', [3])]
print(run(code))  # expect: ([10, 7, 4, 1], 25)
for bad in ("frob", "x: push 1\n push 1\n jpos x"):
    try:
        run(assemble(bad))
    except (ValueError, TimeoutError) as e:
        print(type(e).__name__, e)
# expect: ValueError unknown instruction frob
# expect: TimeoutError too many steps
---
# brainf*** interpreter
def run(code, data=""):
    stack, jump = [], {}
    for i, c in enumerate(code):
        if c == "[": stack.append(i)
        elif c == "]":
            j = stack.pop()
            jump[i], jump[j] = j, i
    tape, p, pc, out, data = {}, 0, 0, [], list(data)
    while pc < len(code):
        c = code[pc]
        if c == ">": p += 1
        elif c == "<": p -= 1
        elif c == "+": tape[p] = (tape.get(p, 0) + 1) % 256
        elif c == "-": tape[p] = (tape.get(p, 0) - 1) % 256
        elif c == ".": out.append(chr(tape.get(p, 0)))
        elif c == ",": tape[p] = ord(data.pop(0)) if data else 0
        elif c == "[" and not tape.get(p, 0) or c == "]" and tape.get(p, 0): pc = jump[pc]
        pc += 1
    return "".join(out)

print(run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++."))  # expect: Hello
print(run(",[.,]", "echo"), run(",>,<[->+<]>.", "!\x20"))  # expect: echo A
---
# justified text and a box
def wrap(text, width):
    lines, line = [], []
    for w in text.split():
        if line and len(" ".join(line + [w])) > width:
            lines.append(line)
            line = []
        line.append(w)
    return lines + [line]

def justify(words, width):
    if len(words) == 1: return words[0].ljust(width)
    gaps = len(words) - 1
    space, extra = divmod(width - sum(map(len, words)), gaps)
    return "".join(w + " " * (space + (i < extra)) for i, w in enumerate(words[:-1])) + words[-1]

text = "A box of text whose lines are as long as they can be, with spaces spread among the words."
lines = wrap(text, 22)
print("+" + "-" * 24 + "+")  # expect: +------------------------+
for l in lines[:-1]: print(f"| {justify(l, 22)} |")
# expect: | A  box  of  text whose |
# expect: | lines  are  as long as |
# expect: | they   can   be,  with |
# expect: | spaces   spread  among |
print(f"| {' '.join(lines[-1]):<22} |")  # expect: | the words.             |
print("+" + "-" * 24 + "+")  # expect: +------------------------+
---
# ciphers
def vigenere(text, key, sign=1):
    out, k = [], 0
    for c in text:
        if c.isalpha():
            base = 65 if c.isupper() else 97
            shift = ord(key[k % len(key)].lower()) - 97
            out.append(chr((ord(c) - base + sign * shift) % 26 + base))
            k += 1
        else: out.append(c)
    return "".join(out)

def xor(data, key): return bytes(a ^ key[i % len(key)] for i, a in enumerate(data))

def rail(text, n):
    rows, r, step = [[] for _ in range(n)], 0, 1
    for c in text:
        rows[r].append(c)
        if not 0 <= r + step < n: step = -step
        r += step
    return "".join("".join(r) for r in rows)

secret = vigenere("Attack at Dawn!", "lemon")
print(secret, vigenere(secret, "lemon", -1))  # expect: Lxfopv ef Rnhr! Attack at Dawn!
print(xor(b"hello", b"key").hex(), xor(xor(b"hello", b"key"), b"key"))  # expect: 030015070a b'hello'
print(rail("WEAREDISCOVERED", 3), "".join(c for c in map(lambda c: chr(219 - ord(c)), "hello")))
# expect: WECRERDSOEEAIVD svool
