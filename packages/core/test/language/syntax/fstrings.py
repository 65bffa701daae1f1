# interpolation of expressions
name, n = "Ada", 3
print(f"hello {name}, you have {n + 1} items")  # expect: hello Ada, you have 4 items
print(f"{n}{n}{name}")  # expect: 33Ada
print(F"{name.upper()!s}")  # expect: ADA
print(f"" == "", f"plain")  # expect: True plain
---
# doubled braces stand for themselves
x = 5
print(f"{{}}", f"{{{x}}}", f"{{x}}")  # expect: {} {5} {x}
print(f"{{{{", f"}}}}")  # expect: {{ }}
---
# conversions
s = "né\n"
print(f"{s!r} {s!a} {'x'!s}")  # expect: 'né\n' 'n\xe9\n' x
class P:
    def __repr__(self): return "P-repr"
    def __str__(self): return "P-str"
print(f"{P()} {P()!r} {P()!s} {P()!a}")  # expect: P-str P-repr P-str P-repr
---
# self-documenting expressions
x = 10
y = "q"
print(f"{x=}")  # expect: x=10
print(f"{x = }")  # expect: x = 10
print(f"{y=}", f"{y=!s}", f"{y=:>5}")  # expect: y='q' y=q y=    q
print(f"{x + 1=}", f"{ x*2 = :05d}")  # expect: x + 1=11  x*2 = 00020
print(f"{x=!r:^8}|")  # expect: x=   10   |
---
# format specs
print(f"{3.14159:.2f} {42:5d}| {42:<5}| {42:^6}| {42:>+6}|")  # expect: 3.14    42| 42   |   42  |    +42|
print(f"{255:#x} {255:08b} {1234567:,} {1234567:_}")  # expect: 0xff 11111111 1,234,567 1_234_567
print(f"{'abc':*^9} {'abc':.2}")  # expect: ***abc*** ab
print(f"{0.25:%} {12345.678:e} {1e10:g}")  # expect: 25.000000% 1.234568e+04 1e+10
---
# nested format specs
width, precision = 10, 3
print(f"{3.14159265:{width}.{precision}f}|")  # expect:      3.142|
print(f"{'x':{'*'}^{width}}")  # expect: ****x*****
fill = "-"
for w in (3, 5):
    print(f"{w:{fill}>{w}}")
# expect: --3
# expect: ----5
---
# the same quotes may nest
d = {"key": "value"}
print(f"{d["key"]}")  # expect: value
print(f'{'a' + 'b'}')  # expect: ab
print(f"{f"{f"{1 + 1}"}"}")  # expect: 2
print(f"{"\n".join(["one", "two"])}")
# expect: one
# expect: two
---
# expressions over several lines with comments
print(f"{
    1 +  # first
    2
} done")  # expect: 3 done
print(f'''{
    [x * 2
     for x in range(3)]
}''')  # expect: [0, 2, 4]
---
# a lambda or walrus inside needs parentheses
print(f"{(lambda x: x * 2)(4)}")  # expect: 8
print(f"{(y := 7)} {y}")  # expect: 7 7
x = 3
print(f"{x:=5}|")  # expect:     3|
---
# comparison with not-equal is not a conversion
a, b = 1, 2
print(f"{a != b}", f"{a!=b}", f"{a == b}")  # expect: True True False
print(f"{a if a != b else b!r}")  # expect: 1
---
# dict and set displays after a space
print(f"{ {1: 2}[1] }")  # expect: 2
print(f"{ {3} }")  # expect: {3}
print(f"{[i for i in range(3)]}")  # expect: [0, 1, 2]
---
# raw f-strings
x = 1
print(rf"\n{x}\t", fR"\{x}")  # expect: \n1\t \1
print(len(rf"\{x}"))  # expect: 2
---
# f-strings join with plain strings
x = 1
print("a{x}" f"b{x}" "c{x}")  # expect: a{x}b1c{x}
print(f"{x}"
      "{not}"
      f"{x}")  # expect: 1{not}1
---
# yield and await free expression forms
def g():
    got = f"{yield 1}"
    print("got", got)
it = g()
next(it)
try:
    it.send("sent")  # expect: got sent
except StopIteration:
    print("end")  # expect: end
---
# star expressions and tuples
print(f"{1, 2}")  # expect: (1, 2)
print(f"{*[1, 2], 3}")  # expect: (1, 2, 3)
a = [1, 2]
print(f"{a[0], a[1]}", f"{a[-1:]}")  # expect: (1, 2) [2]
---
# evaluation runs left to right
log = []
def t(x):
    log.append(x)
    return x
print(f"{t(1)}-{t(2):{t(3)}}-{t(4)}")  # expect: 1-  2-4
print(log)  # expect: [1, 2, 3, 4]
---
# __format__ receives the spec
class V:
    def __format__(self, spec): return f"<{spec}>"
v = V()
print(f"{v}", f"{v:}", f"{v:a b}", f"{v!s:.0}|", f"{v:{1+1}x{'{'}}")  # expect: <> <> <a b> | <2x{>
---
# errors in formatting
for f in (lambda: f"{1:s}", lambda: f"{'a':d}", lambda: f"{[]:5}", lambda: f"{1.0:x}", lambda: f"{None:>3}"):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError Unknown format code 's' for object of type 'int'
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: TypeError unsupported format string passed to list.__format__
# expect: ValueError Unknown format code 'x' for object of type 'float'
# expect: TypeError unsupported format string passed to NoneType.__format__
---
# escapes in the literal part
print(repr(f"a\tb{1}\x41\N{BULLET}"))  # expect: 'a\tb1A•'
print(f"{1}\
{2}")  # expect: 12
print(f"\\{6}")  # expect: \6
---
# escapes in format specs
print(f"{5:\x2a>4}")  # expect: ***5
print(f"{5:\N{BULLET}^5}")  # expect: ••5••
---
# colons inside brackets belong to the expression
d = {"a": [1, 2, 3]}
print(f"{d['a'][0:2]}")  # expect: [1, 2]
print(f"{(lambda: 5)()}")  # expect: 5
print(f"{d['a'][1]:>{d['a'][2]}}|")  # expect:   2|
---
# triple quoted f-string over lines
name = "x"
text = f"""
begin {name}
  {name!r:>6} "quoted" {'''inner'''}
end"""
print(text)
# expect:
# expect: begin x
# expect:      'x' "quoted" inner
# expect: end
---
# f-string as part of an expression
x = 4
print(f"{x}" + "5", f"{x}" * 3, len(f"{x}{x}"), f"{x}"[0], f"{x}".zfill(3))  # expect: 45 444 2 4 004
print({f"k{i}": i for i in range(2)})  # expect: {'k0': 0, 'k1': 1}
