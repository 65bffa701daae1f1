# positional, automatic and named fields
print("{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a} {b}".format(a=1, b=2), "{0} {x} {0}".format("p", x="q"), "{{}} {}".format(5))
# expect: 1 2 2 1 1 2 p q p {} 5
---
# attributes and items in fields
class P: x = 5
print("{0.x} {0.__class__.__name__}".format(P()), "{0[0]} {0[1]}".format([7, 8]), "{d[key]} {d[a b]}".format(d={"key": 1, "a b": 2}), "{0[k][1]}".format({"k": [1, 2]}))
# expect: 5 P 7 8 1 2 2
print("{0.real} {0.imag}".format(3), "{[0]}".format("xyz"), "{0[-1]}".format({"-1": "minus"}))
# expect: 3 0 x minus
---
# conversions and nested specs
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:{}}|".format("x", 5), "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{0:{1}{2}{3}}".format("x", "*", "^", 7))
# expect: 'é' é '\xe9' x    |     3.14 ***x***
---
# errors of format
for s, a, k in (("{}", (), {}), ("{1}", (0,), {}), ("{x}", (), {}), ("{} {0}", (1,), {}), ("{0} {}", (1,), {}), ("{", (), {}), ("}", (), {}),
                ("{!x}", (1,), {}), ("{0.nope}", (1,), {}), ("{0[5]}", ([],), {}), ("{0[k]}", ([],), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{!}", (1,), {}), ("{0", (1,), {}), ("{!r:}}", (1,), {}), ("{0.}", (1,), {}), ("{0[}", (1,), {})):
    try:
        print(s, s.format(*a, **k))
    except (IndexError, KeyError, ValueError, AttributeError, TypeError) as e:
        print(s, "->", type(e).__name__, e)
# expect: {} -> IndexError Replacement index 0 out of range for positional args tuple
# expect: {1} -> IndexError Replacement index 1 out of range for positional args tuple
# expect: {x} -> KeyError 'x'
# expect: {} {0} -> ValueError cannot switch from automatic field numbering to manual field specification
# expect: {0} {} -> ValueError cannot switch from manual field specification to automatic field numbering
# expect: { -> ValueError Single '{' encountered in format string
# expect: } -> ValueError Single '}' encountered in format string
# expect: {!x} -> ValueError Unknown conversion specifier x
# expect: {0.nope} -> AttributeError 'int' object has no attribute 'nope'
# expect: {0[5]} -> IndexError list index out of range
# expect: {0[k]} -> TypeError list indices must be integers or slices, not str
# expect: {:{:{}}} -> ValueError Max string recursion exceeded
# expect: {!} -> ValueError unmatched '{' in format spec
# expect: {0 -> ValueError expected '}' before end of string
# expect: {!r:}} -> ValueError Single '}' encountered in format string
# expect: {0.} -> ValueError Empty attribute in format string
# expect: {0[} -> ValueError expected '}' before end of string
---
# format_map
class D(dict):
    def __missing__(self, k): return f"<{k}>"
print("{a} {b}".format_map(D(a=1)), "{x}".format_map({"x": 2}))  # expect: 1 <b> 2
try:
    "{}".format_map({"x": 1})
except ValueError as e:
    print(e)  # expect: Format string contains positional fields
---
# string specs
print(f"{'abc':5}|{'abc':<5}|{'abc':>5}|{'abc':^5}|{'abc':*^6}|{'abc':.2}|{'abc':5.1}|{'abc':s}|{'abc':05}|{'':3}|")
# expect: abc  |abc  |  abc| abc |*abc**|ab|a    |abc|abc00|   |
for spec in ("d", "+", "=5", ",", "#", "z", "5d", " ", ".", "f"):
    try:
        print(spec, format("abc", spec))
    except ValueError as e:
        print(spec, "->", e)
# expect: d -> Unknown format code 'd' for object of type 'str'
# expect: + -> Sign not allowed in string format specifier
# expect: =5 -> '=' alignment not allowed in string format specifier
# expect: , -> Cannot specify ',' with 's'.
# expect: # -> Alternate form (#) not allowed in string format specifier
# expect: z -> Negative zero coercion (z) not allowed in string format specifier
# expect: 5d -> Unknown format code 'd' for object of type 'str'
# expect:   -> Space not allowed in string format specifier
# expect: . -> Format specifier missing precision
# expect: f -> Unknown format code 'f' for object of type 'str'
---
# integer specs
print(f"{42:d} {42:5} {42:<5}| {42:^5}| {42:05} {42:+} {42:x<5} {42:#b} {42:#010x} {42:c} {42:e} {42:.2f} {42:%} {42:g} {42:08.3f}")
# expect: 42    42 42   |  42  | 00042 +42 42xxx 0b101010 0x0000002a * 4.200000e+01 42.00 4200.000000% 42 0042.000
print(f"{-42:05} {-42:=6} {-42:#x} {1000000:,} {1000000:_} {255:_b} {65535:_x} {12345:010,} {12345:+,} {0:,}")
# expect: -0042 -   42 -0x2a 1,000,000 1_000_000 1111_1111 ffff 00,012,345 +12,345 0
for spec in (".2", ".2d", "s", ",x", "_,", "+c", "#c", "5.2c", ",c", "q", "#,x", "z", "zd"):
    try:
        print(spec, format(42, spec))
    except (ValueError, OverflowError) as e:
        print(spec, "->", e)
# expect: .2 -> Precision not allowed in integer format specifier
# expect: .2d -> Precision not allowed in integer format specifier
# expect: s -> Unknown format code 's' for object of type 'int'
# expect: ,x -> Cannot specify ',' with 'x'.
# expect: _, -> Cannot specify both ',' and '_'.
# expect: +c -> Sign not allowed with integer format specifier 'c'
# expect: #c -> Alternate form (#) not allowed with integer format specifier 'c'
# expect: 5.2c -> Precision not allowed in integer format specifier
# expect: ,c -> Cannot specify ',' with 'c'.
# expect: q -> Unknown format code 'q' for object of type 'int'
# expect: #,x -> Cannot specify ',' with 'x'.
# expect: z -> Negative zero coercion (z) not allowed in integer format specifier
# expect: zd -> Negative zero coercion (z) not allowed in integer format specifier
---
# bool and None specs
print(f"{True}", f"{True:5}", f"{True:d}", f"{True:x}", f"{None}", f"{None!s:>6}", format(None, ""))
# expect: True     1 1 1 None   None None
for x in (None, [], {}, (), object):
    try:
        format(x, "5")
    except TypeError as e:
        print(e)
# expect: unsupported format string passed to NoneType.__format__
# expect: unsupported format string passed to list.__format__
# expect: unsupported format string passed to dict.__format__
# expect: unsupported format string passed to tuple.__format__
# expect: unsupported format string passed to type.__format__
---
# fill may be any character
print(f"{5:😀>3}", f"{5:<<4}", f"{5:>>4}", f"{5:=>4}", f"{5:0>4}", format("x", "{^5"), format("x", "}<3"), format("a", "\n^3") == "\na\n")
# expect: 😀😀5 5<<< >>>5 ===5 0005 {{x{{ x}} True
---
# width and precision limits
for spec in ("99999999999999999999", ".99999999999999999999f", "999999999999999999999x"):
    try:
        format(1, spec)
    except ValueError as e:
        print(e)
# expect: Too many decimal digits in format string
# expect: Too many decimal digits in format string
# expect: Too many decimal digits in format string
---
# percent formatting: basic conversions
print("%s %r %a" % ("é", "é", "é"), "%d %i %u" % (1, 2, 3), "%5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 4, 5), "%x %X %o %#x %#o" % (255, 255, 8, 255, 8))
# expect: é 'é' '\xe9' 1 2 3     1|2    |00003|+4| 5 ff FF 10 0xff 0o10
print("%f %.2f %10.3f| %-10.1f| %e %E %g %G" % (1.5, 1.555, 3.14159, 2.5, 12345.678, 0.001, 1e10, 1e-10), "%c%c" % (65, "B"), "100%%" % ())
# expect: 1.500000 1.55      3.142| 2.5       | 1.234568e+04 1.000000E-03 1e+10 1E-10 AB 100%
---
# percent formatting: mappings, stars and one value
print("%(name)s is %(age)d" % {"name": "Ann", "age": 5}, "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159), "%s" % 5, "%s" % [1, 2], "%s" % (1,), "%s %s" % ("a", "b"), "%(a)s %(a)r" % {"a": "x"})
# expect: Ann is 5     1|2    |3.14 5 [1, 2] 1 a b x 'x'
print("no format" % {}, "%s" % {"a": 1}, "%s" % None, "%d" % True, "%d" % 3.99, "%s" % ((1, 2),), "%.3s|%5.1s|" % ("abcdef", "xyz"), "%#.3g" % 1.0, "%d" % 10 ** 20)
# expect: no format {'a': 1} None 1 3 (1, 2) abc|    x| 1.00 100000000000000000000
---
# percent formatting: errors
for f, a in (("%d", "x"), ("%d", None), ("%s %s", ("a",)), ("%s", ("a", "b")), ("%s", ()), ("%(a)s", {"b": 1}), ("%(a)s", 5), ("%", 1), ("%z", 1), ("%c", "ab"), ("%c", 1.5), ("%c", -1),
             ("%x", 1.5), ("%x", "a"), ("%f", "a"), ("%*d", ("a", 1)), ("%(a", {}), ("abc", 1), ("%.f%", 1), ("%o", None), ("%5", 1)):
    try:
        print(f, f % a)
    except (TypeError, ValueError, KeyError, OverflowError) as e:
        print(f, "->", type(e).__name__, e)
# expect: %d -> TypeError %d format: a real number is required, not str
# expect: %d -> TypeError %d format: a real number is required, not NoneType
# expect: %s %s -> TypeError not enough arguments for format string
# expect: %s -> TypeError not all arguments converted during string formatting
# expect: %s -> TypeError not enough arguments for format string
# expect: %(a)s -> KeyError 'a'
# expect: %(a)s -> TypeError format requires a mapping
# expect: % -> ValueError incomplete format
# expect: %z -> ValueError unsupported format character 'z' (0x7a) at index 1
# expect: %c -> TypeError %c requires int or char
# expect: %c -> TypeError %c requires int or char
# expect: %c -> OverflowError %c arg not in range(0x110000)
# expect: %x -> TypeError %x format: an integer is required, not float
# expect: %x -> TypeError %x format: an integer is required, not str
# expect: %f -> TypeError must be real number, not str
# expect: %*d -> TypeError * wants int
# expect: %(a -> ValueError incomplete format key
# expect: abc -> TypeError not all arguments converted during string formatting
# expect: %.f% -> ValueError incomplete format
# expect: %o -> TypeError %o format: an integer is required, not NoneType
# expect: %5 -> ValueError incomplete format
---
# percent formatting uses __str__, __repr__, __int__, __index__ and __float__
class V:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __index__(self): return 7
    def __float__(self): return 1.5
print("%s %r %d %x %f" % (V(), V(), V(), V(), V()))  # expect: str repr 7 7 1.500000
---
# percent formatting with flags
print("%+5d|%-+5d|%+05d|% 5d|%-5s|%5s|%05s|%#X|%+.1f|%+e" % (1, 2, 3, 4, "a", "b", "c", 255, 2.55, 1234.5))
# expect:    +1|+2   |+0003|    4|a    |    b|    c|0XFF|+2.5|+1.234500e+03
print("%5.3d|%.5d|%-8.3d|%+.3d|%#.4x|%.0f|%#.0f|%%|" % (7, 42, 5, 1, 10, 2.5, 2.0))
# expect:   007|00042|005     |+001|0x000a|2|2.|%|
---
# format of a date-like class with its own mini language
class Time:
    def __init__(self, s): self.s = s
    def __format__(self, spec):
        if not spec: return f"{self.s}s"
        return spec.replace("%M", f"{self.s // 60:02}").replace("%S", f"{self.s % 60:02}")
print(f"{Time(125):%M:%S}", f"{Time(5)}", "{:%S!}".format(Time(61)), format(Time(3600), "%M"))
# expect: 02:05 5s 01! 60
---
# tables
rows = [("apple", 1.5, 10), ("kiwi", 0.25, 200), ("watermelon", 12, 3)]
for name, price, n in rows:
    print(f"|{name:<12}|{price:>8.2f}|{n:^7}|{price * n:=+10.1f}|")
# expect: |apple       |    1.50|  10   |+     15.0|
# expect: |kiwi        |    0.25|  200  |+     50.0|
# expect: |watermelon  |   12.00|   3   |+     36.0|
print("-" * 42)  # expect: ------------------------------------------
print("{:<12} {:>8} {:^7}".format("name", "price", "count") + ".")  # expect: name            price  count .
---
# string.Template-like replacement by hand
def fill(text, **values):
    for k, v in values.items(): text = text.replace("${" + k + "}", str(v))
    return text
print(fill("${a} and ${b}", a=1, b="two"))  # expect: 1 and two
---
# what is refused names the class of the value
class S(str): pass
class I(int): pass
class F(float): pass
class C(complex): pass
for v in (S("a"), I(3), F(1.5), C(1j), "a", 3, 1.5, 1j, True):
    for spec in ("abc", "Q", "s", "d", ",s", "_,d", "08.3q", "=5"):
        try: format(v, spec)
        except ValueError as e: print(type(v).__name__, spec, e)
# expect: S abc Invalid format specifier 'abc' for object of type 'S'
# expect: S Q Unknown format code 'Q' for object of type 'S'
# expect: S d Unknown format code 'd' for object of type 'S'
# expect: S ,s Cannot specify ',' with 's'.
# expect: S _,d Cannot specify both ',' and '_'.
# expect: S 08.3q Unknown format code 'q' for object of type 'S'
# expect: S =5 '=' alignment not allowed in string format specifier
# expect: I abc Invalid format specifier 'abc' for object of type 'I'
# expect: I Q Unknown format code 'Q' for object of type 'I'
# expect: I s Unknown format code 's' for object of type 'I'
# expect: I ,s Cannot specify ',' with 's'.
# expect: I _,d Cannot specify both ',' and '_'.
# expect: I 08.3q Unknown format code 'q' for object of type 'I'
# expect: F abc Invalid format specifier 'abc' for object of type 'F'
# expect: F Q Unknown format code 'Q' for object of type 'F'
# expect: F s Unknown format code 's' for object of type 'F'
# expect: F d Unknown format code 'd' for object of type 'F'
# expect: F ,s Cannot specify ',' with 's'.
# expect: F _,d Cannot specify both ',' and '_'.
# expect: F 08.3q Unknown format code 'q' for object of type 'F'
# expect: C abc Invalid format specifier 'abc' for object of type 'C'
# expect: C Q Unknown format code 'Q' for object of type 'C'
# expect: C s Unknown format code 's' for object of type 'C'
# expect: C d Unknown format code 'd' for object of type 'C'
# expect: C ,s Cannot specify ',' with 's'.
# expect: C _,d Cannot specify both ',' and '_'.
# expect: C 08.3q Unknown format code 'q' for object of type 'C'
# expect: C =5 '=' alignment flag is not allowed in complex format specifier
# expect: str abc Invalid format specifier 'abc' for object of type 'str'
# expect: str Q Unknown format code 'Q' for object of type 'str'
# expect: str d Unknown format code 'd' for object of type 'str'
# expect: str ,s Cannot specify ',' with 's'.
# expect: str _,d Cannot specify both ',' and '_'.
# expect: str 08.3q Unknown format code 'q' for object of type 'str'
# expect: str =5 '=' alignment not allowed in string format specifier
# expect: int abc Invalid format specifier 'abc' for object of type 'int'
# expect: int Q Unknown format code 'Q' for object of type 'int'
# expect: int s Unknown format code 's' for object of type 'int'
# expect: int ,s Cannot specify ',' with 's'.
# expect: int _,d Cannot specify both ',' and '_'.
# expect: int 08.3q Unknown format code 'q' for object of type 'int'
# expect: float abc Invalid format specifier 'abc' for object of type 'float'
# expect: float Q Unknown format code 'Q' for object of type 'float'
# expect: float s Unknown format code 's' for object of type 'float'
# expect: float d Unknown format code 'd' for object of type 'float'
# expect: float ,s Cannot specify ',' with 's'.
# expect: float _,d Cannot specify both ',' and '_'.
# expect: float 08.3q Unknown format code 'q' for object of type 'float'
# expect: complex abc Invalid format specifier 'abc' for object of type 'complex'
# expect: complex Q Unknown format code 'Q' for object of type 'complex'
# expect: complex s Unknown format code 's' for object of type 'complex'
# expect: complex d Unknown format code 'd' for object of type 'complex'
# expect: complex ,s Cannot specify ',' with 's'.
# expect: complex _,d Cannot specify both ',' and '_'.
# expect: complex 08.3q Unknown format code 'q' for object of type 'complex'
# expect: complex =5 '=' alignment flag is not allowed in complex format specifier
# expect: bool abc Invalid format specifier 'abc' for object of type 'bool'
# expect: bool Q Unknown format code 'Q' for object of type 'bool'
# expect: bool s Unknown format code 's' for object of type 'bool'
# expect: bool ,s Cannot specify ',' with 's'.
# expect: bool _,d Cannot specify both ',' and '_'.
# expect: bool 08.3q Unknown format code 'q' for object of type 'bool'
---
# without a specification an instance of a derived class tells its text itself
class Money(int):
    def __repr__(self): return f"Money({int(self)})"
class Label(str):
    def __str__(self): return f"<{self[:]}>"
class Ratio(float):
    def __str__(self): return f"{float(self):.0%}"
class Z(complex):
    def __repr__(self): return "Z"
class Named:
    def __repr__(self): return "named"
class Both(Named, int): pass
for v in (Money(3), Label("a"), Ratio(0.5), Z(1), Both(4), True):
    print(f"{v}", f"{v!s}", f"{v!r}", format(v), format(v, ""), "{} {:>9}".format(v, v), f"{v:>6}", "%s" % v, str(v))
# expect: Money(3) Money(3) Money(3) Money(3) Money(3) Money(3)         3      3 Money(3) Money(3)
# expect: <a> <a> 'a' <a> <a> <a>         a      a <a> <a>
# expect: 50% 50% 0.5 50% 50% 50%       0.5    0.5 50% 50%
# expect: Z Z Z Z Z Z    (1+0j) (1+0j) Z Z
# expect: named named named named named named         4      4 named named
# expect: True True True True True True         1      1 True True
---
# The index of a conversion that there is none of counts characters, also far into a long format
for format in ("\U0001f600%s%q", "%s\U0001f600\U0001f600%s é%y", "%s" * 20_000 + "%é"):
    try:
        format % ((1,) * 20_001)
    except ValueError as error:
        print(error)
# expect: unsupported format character 'q' (0x71) at index 4
# expect: unsupported format character 'y' (0x79) at index 9
# expect: unsupported format character '?' (0xe9) at index 40001
print(len("%s-" * 20_000 % ((10,) * 20_000)))  # expect: 60000
---
# what is plain is formatted at once, what is not asks
class T:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __format__(self, spec): return f"<{spec}>"
    def __int__(self): return 7
    def __getitem__(self, key): return f"[{key}]"
print("{} {!s} {!r} {:x} {0}".replace(" {0}", "").format(T(), T(), T(), T()), "{0[a]} {0!a:>6}".format(T()))
# expect: <> str repr <x> [a]   repr
print("{!r} {!a} {!s:>4} {:>{}} {:.{}f}".format("é", "é", 5, 1, 4, 2.0, 3), "{a}{b!r}".format(a=None, b=True), "{}{}".format(None, False))
# expect: 'é' '\xe9'    5    1 2.000 NoneTrue NoneFalse
print("%s %r %d %(a)s" .replace(" %(a)s", "") % (T(), T(), T()), "%(a)s %(b)d" % {"a": T(), "b": 2.9}, "%s" % T(), "%s" % None, "%i%%" % True)
# expect: str repr 7 str 2 str None 1%
print("%5.1f|%-6d|%+d|% d|%05d|%x|%#o|%c|%c|%*d|%.*f|%a" % (2.25, 3, 4, 5, 6, 255, 8, "x", 97, 4, 1, 2, 0.5, "é"))
# expect:   2.2|3     |+4| 5|00006|ff|0o10|x|a|   1|0.50|'\xe9'
for text, values in (("%d", "a"), ("%x", 1.5), ("%y", 1), ("%s %s", (1,)), ("%s", (1, 2)), ("%(a)s", 1), ("%f", None), ("%", 1), ("%c", 0x110000), ("%i", [])):
    try: print(text % values)
    except Exception as e: print(type(e).__name__, e)
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError %x format: an integer is required, not float
# expect: ValueError unsupported format character 'y' (0x79) at index 1
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during string formatting
# expect: TypeError format requires a mapping
# expect: TypeError must be real number, not NoneType
# expect: ValueError incomplete format
# expect: OverflowError %c arg not in range(0x110000)
# expect: TypeError %i format: a real number is required, not list
for text in ("{}", "{a}", "{!q}", "{:d}", "{0} {}", "{0.x}", "{0[0]}", "{"):
    try: print(text.format(*[] if text == "{}" else ["s"]))
    except Exception as e: print(type(e).__name__, e)
# expect: IndexError Replacement index 0 out of range for positional args tuple
# expect: KeyError 'a'
# expect: ValueError Unknown conversion specifier q
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: ValueError cannot switch from manual field specification to automatic field numbering
# expect: AttributeError 'str' object has no attribute 'x'
# expect: s
# expect: ValueError Single '{' encountered in format string
def gathers(*args, **kwargs): return "{0} {x}".format(*args, **kwargs)
print(gathers(1, x=2), min(3, 1, 2), max(1.5, 2), min("b", "a"), max([1], [2]), min(3, 1, key=lambda x: -x), max(2, True))
# expect: 1 2 1 2 a [2] 3 2
