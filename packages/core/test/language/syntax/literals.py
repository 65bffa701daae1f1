# integer literals in every base
print(10, 0x1F, 0b101, 0o17)  # expect: 10 31 5 15
print(0XFF, 0B11, 0O7)  # expect: 255 3 7
print(1_000_000, 0x_ff_ff, 0b_1010, 0o_7_7)  # expect: 1000000 65535 10 63
print(0, 00, 0_0, 000)  # expect: 0 0 0 0
print(0xdeadBEEF)  # expect: 3735928559
---
# float literals
print(1.5, .5, 5., 1e3, 1E3, 1e-3)  # expect: 1.5 0.5 5.0 1000.0 1000.0 0.001
print(1_0.0_1, 1_000e1_0)  # expect: 10.01 10000000000000.0
print(0.1, 1e16, 1e15, 123456789012345680.0, 1e22)
# expect: 0.1 1e+16 1000000000000000.0 1.2345678901234568e+17 1e+22
print(1e400, -1e400)  # expect: inf -inf
print(00.5, 09.5, 0e0)  # expect: 0.5 9.5 0.0
---
# imaginary literals
print(3j, 1.5J, 1e2j, .5j)  # expect: 3j 1.5j 100j 0.5j
print(1 + 2j, 1 - 2j)  # expect: (1+2j) (1-2j)
print(0j, -0j)  # expect: 0j (-0-0j)
print(type(1j).__name__, 10_0j)  # expect: complex 100j
---
# string quotes and adjacent literals
print('single', "double", '''triple''', """also""")  # expect: single double triple also
print('it' "'s" ' one')  # expect: it's one
print("a"
      "b"
      'c')  # expect: abc
x = ("left "
     "right")
print(x)  # expect: left right
print('say "hi"', "it's", 'both \' and "')  # expect: say "hi" it's both ' and "
---
# escape sequences
print(repr("tab\there"))  # expect: 'tab\there'
print("back\\slash")  # expect: back\slash
print("\x41\u0042\U00000043")  # expect: ABC
print("\101\60")  # expect: A0
print(len("\0"), len("\00"), len("\000"), len("\0000"))  # expect: 1 1 1 2
print(repr("\a\b\f\v\r\n\t"))  # expect: '\x07\x08\x0c\x0b\r\n\t'
print("\'", '\"')  # expect: ' "
---
# backslash newline inside a string joins lines
s = "one \
two"
print(s)  # expect: one two
t = """a\
b
c"""
print(t)
# expect: ab
# expect: c
---
# unicode names in strings
print("\N{GREEK SMALL LETTER ALPHA}")  # expect: α
print("\N{BULLET}", "\N{LATIN CAPITAL LETTER E WITH ACUTE}")  # expect: • É
print(len("\N{SNOWMAN}"))  # expect: 1
---
# raw strings keep backslashes
print(r"\n", len(r"\n"))  # expect: \n 2
print(R'\d+\s')  # expect: \d+\s
print(r"a\"b")  # expect: a\"b
print(r'''\
x''')
# expect: \
# expect: x
---
# bytes literals
print(b"abc", B'abc', rb"\n", bR"\x41")  # expect: b'abc' b'abc' b'\\n' b'\\x41'
print(b"\x00\xff\101\n")  # expect: b'\x00\xffA\n'
print(b'a' b"b", len(b"\u0041"))  # expect: b'ab' 6
print(list(b"hi"))  # expect: [104, 105]
---
# triple quoted strings keep newlines and quotes
s = """first
  second "quoted" and ''single''

fourth"""
print(s)
# expect: first
# expect:   second "quoted" and ''single''
# expect:
# expect: fourth
print(len(s.split("\n")))  # expect: 4
---
# an unknown escape stays as it is
s = eval(r"'\q\ \-'")
print(s, len(s))  # expect: \q\ \- 6
---
# ellipsis and singletons
print(..., Ellipsis, ... is Ellipsis)  # expect: Ellipsis Ellipsis True
print(None, True, False, NotImplemented)  # expect: None True False NotImplemented
print(type(...).__name__, type(None).__name__, type(NotImplemented).__name__)
# expect: ellipsis NoneType NotImplementedType
---
# list, tuple, set and dict displays
print([], [1], [1, 2,], [[], [[]]])  # expect: [] [1] [1, 2] [[], [[]]]
print((), (1,), (1, 2), ((),))  # expect: () (1,) (1, 2) ((),)
t = 1, 2, 3
u = 4,
print(t, u)  # expect: (1, 2, 3) (4,)
print({}, {"a": 1}, {"a": 1, "b": 2,})  # expect: {} {'a': 1} {'a': 1, 'b': 2}
print({1}, type({}).__name__, type({1}).__name__)  # expect: {1} dict set
---
# a later key in a dict display wins and keeps its first place
print({"a": 1, "b": 2, "a": 3})  # expect: {'a': 3, 'b': 2}
print({1: "int", 1.0: "float", True: "bool"})  # expect: {1: 'bool'}
---
# identifiers may be any unicode letters
naïve = 1
π = 3.14159
变量 = "value"
_ñ1 = naïve + 1
print(naïve, π, 变量, _ñ1)  # expect: 1 3.14159 value 2
---
# identifiers are normalised to NFKC
ﬁn = 5
print(fin)  # expect: 5
class K:
    ª = 1
print(K.a, "a" in vars(K))  # expect: 1 True
ℌ = "H"
print(H)  # expect: H
---
# soft keywords are ordinary names elsewhere
match = 1
case = 2
type = 3
_ = 4
print(match, case, type, _)  # expect: 1 2 3 4
print("match is a name") if match else type[0]  # expect: match is a name
def case(match): return match
print(case(match=5))  # expect: 5
---
# semicolons separate statements on a line
a = 1; b = 2; c = a + b
print(c); print(a);
# expect: 3
# expect: 1
if c: print("yes"); print("also")
# expect: yes
# expect: also
---
# explicit line joining
total = 1 + \
    2 + \
    3
print(total)  # expect: 6
if total == 6 and \
   total > 5:
    print("joined")  # expect: joined
---
# brackets join lines and may hold comments
values = [
    1,  # one
    2,

    # a comment line
    3,
]
print(values)  # expect: [1, 2, 3]
result = (
    values[0]
    + values[1]
    # middle
    + values[2]
)
print(result)  # expect: 6
---
# tabs and any consistent indentation
if True:
 x = 1
 if x:
      y = 2
      print(x, y)  # expect: 1 2
for i in range(1):
        print("eight")  # expect: eight
---
# comments and blank lines between suites
def f():
    # leading comment

    a = 1

# a comment at column zero does not end the suite
    return a

print(f())  # expect: 1
---
# big literals are exact
print(123456789012345678901234567890)  # expect: 123456789012345678901234567890
print(0xffffffffffffffffffff)  # expect: 1208925819614629174706175
print(-0x8000000000000000)  # expect: -9223372036854775808
print(99999999999999999999 + 1)  # expect: 100000000000000000000
---
# attribute access on numbers
print((1).real, 1.0.real, 1..imag, 5 .bit_length(), 1j.imag)  # expect: 1 1.0 0.0 3 1.0
print(1.5.is_integer(), 0x10.bit_length())  # expect: False 5
---
# conditional keyword right after a number
print(1if True else 2)  # expect: 1
print(0x1for x in [1])  # expect: 31
print([1for _ in range(2)])  # expect: [1, 1]
---
# pass and a docstring-only body
def empty(): pass
def doc():
    """says something"""
class C: """doc of C"""
print(empty(), doc(), doc.__doc__, C.__doc__)  # expect: None None says something doc of C
---
# a string statement which is not first is no docstring
def f():
    x = 1
    "not a doc"
    return x
print(f.__doc__)  # expect: None
def g():
    f"not {1} either"
print(g.__doc__)  # expect: None
---
# docstrings lose their common indentation
def f():
    """First line.

    Second part
        deeper
    """
print(f.__doc__.split("\n"))  # expect: ['First line.', '', 'Second part', '    deeper', '']
