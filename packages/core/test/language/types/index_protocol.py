# arguments by __index__
class I:
    def __init__(self, n): self.n = n
    def __index__(self):
        print("index", self.n)
        return self.n
print("abc"[I(1)], b"abc"[I(-1)], bytearray(b"abc")[I(0)], "abcdef"[I(1):I(5):I(2)])
# expect: index 1
# expect: index -1
# expect: index 0
# expect: index 2
# expect: index 1
# expect: index 5
# expect: b 99 97 bd
print("ab" * I(2), I(3) * b"x", "x".center(I(3), "-"), "a b c".split(None, I(1)), "aaa".replace("a", "b", I(2)))
# expect: index 2
# expect: index 3
# expect: index 3
# expect: index 1
# expect: index 2
# expect: abab b'xxx' -x- ['a', 'b c'] bba
print("abcabc".find("c", I(3)), "abcabc".count("a", I(1), None), "abc".startswith("b", I(1)))
# expect: index 3
# expect: index 1
# expect: index 1
# expect: 5 1 True
print(int("ff", I(16)), (5).to_bytes(I(2), "big"), round(1234, I(-2)), round(1.234, I(1)), bytes(I(2)), bytes([I(7)]))
# expect: index 16
# expect: index 2
# expect: index -2
# expect: index 1
# expect: index 2
# expect: index 7
# expect: 255 b'\x00\x05' 1200 1.2 b'\x00\x00' b'\x07'
---
# an __index__ that raises, or answers something else
class Bad:
    def __init__(self, answer): self.answer = answer
    def __index__(self):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer
for answer in (ValueError("no"), "x", 1.5, None):
    for f in (lambda b: "abc"[b], lambda b: "abc"[b:], lambda b: "abc" * b, lambda b: "abc".center(b), lambda b: "abc".find("c", b), lambda b: bytes([b]), lambda b: "%x" % b):
        try:
            f(Bad(answer))
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
# expect: ValueError no
# expect: ValueError no
# expect: ValueError no
# expect: ValueError no
# expect: ValueError no
# expect: ValueError no
# expect: ValueError no
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError %x format: an integer is required, not Bad
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError %x format: an integer is required, not Bad
# expect: TypeError __index__ returned non-int (type NoneType)
# expect: TypeError __index__ returned non-int (type NoneType)
# expect: TypeError __index__ returned non-int (type NoneType)
# expect: TypeError __index__ returned non-int (type NoneType)
# expect: TypeError __index__ returned non-int (type NoneType)
# expect: TypeError __index__ returned non-int (type NoneType)
# expect: TypeError %x format: an integer is required, not Bad
---
# objects without __index__
class A: pass
for f in (lambda: "abc"[A()], lambda: "abc"[A():], lambda: "abc" * A(), lambda: "abc".center(A()), lambda: "abc".find("c", A()), lambda: b"abc"[A()], lambda: b"abc".split(b"b", A()), lambda: bytearray(b"x")[A()], lambda: bytes([A()]), lambda: "abc".zfill(1.5), lambda: "abc".expandtabs("x")):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: string indices must be integers, not 'A'
# expect: slice indices must be integers or None or have an __index__ method
# expect: can't multiply sequence by non-int of type 'A'
# expect: 'A' object cannot be interpreted as an integer
# expect: slice indices must be integers or None or have an __index__ method
# expect: byte indices must be integers or slices, not A
# expect: 'A' object cannot be interpreted as an integer
# expect: bytearray indices must be integers or slices, not A
# expect: 'A' object cannot be interpreted as an integer
# expect: 'float' object cannot be interpreted as an integer
# expect: 'str' object cannot be interpreted as an integer
---
# truth of an argument
class T:
    def __bool__(self):
        print("bool")
        return True
print("a\nb".splitlines(T()), b"a\nb".splitlines(keepends=T()), int.from_bytes(b"\xff", "big", signed=T()), bool(T()))
# expect: bool
# expect: bool
# expect: bool
# expect: bool
# expect: ['a\n', 'b'] [b'a\n', b'b'] -1 True
---
# __float__, __int__, __complex__, __trunc__ of an object
class N:
    def __float__(self): return 2.5
    def __int__(self): return 7
    def __complex__(self): return 1 + 2j
print(float(N()), int(N()), complex(N()), "%d %f" % (N(), N()), complex(0, N()))
# expect: 2.5 7 (1+2j) 7 2.500000 2.5j
class W:
    def __float__(self): return 3
    def __int__(self): return "x"
    def __complex__(self): return 5
    def __bytes__(self): return "x"
for f in (float, int, complex, bytes):
    try:
        f(W())
    except TypeError as e:
        print(e)
# expect: W.__float__ returned non-float (type int)
# expect: __int__ returned non-int (type str)
# expect: __complex__ returned non-complex (type int)
# expect: __bytes__ returned non-bytes (type str)
---
# __bytes__
class B:
    def __bytes__(self): return b"B!"
class S(str):
    def __bytes__(self): return b"from str"
print(bytes(B()), b"%s|%b" % (B(), b"x"), bytes(S("x")), int.from_bytes(B(), "big"))
# expect: b'B!' b'B!|x' b'from str' 16929
for f in (lambda: bytearray(B()), lambda: bytes(S), lambda: b"%s" % "x"):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: cannot convert 'B' object to bytearray
# expect: cannot convert 'type' object to bytes
# expect: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
---
# methods that run while an argument is converted may change the object
class Grow:
    def __init__(self, a, n): self.a, self.n = a, n
    def __index__(self):
        self.a.clear()
        return self.n
a = bytearray(b"abcdef")
print(a[Grow(a, 2):], a)  # expect: bytearray(b'') bytearray(b'')
a = bytearray(b"abcdef")
try:
    a[Grow(a, 2)]
except IndexError as e:
    print(e)  # expect: bytearray index out of range
a = bytearray(b"abcdef")
a[1:3] = [Grow(a, 65)]
print(a)  # expect: bytearray(b'A')
---
# subclasses of str, int, float and bytes are what they derive from
class S(str): pass
class I(int): pass
class F(float): pass
class B(bytes): pass
print(S("a") + "b", "a" + S("b"), type(S("a") + "b").__name__, S("x") == "x", {S("k"): 1}["k"], S("ab").upper(), type(S("ab")[:]).__name__, "%s" % S("q"), f"{S('q'):>3}")
# expect: ab ab str True 1 AB str q   q
print(I(5) + 1, 1 + I(5), type(I(5) + 1).__name__, I(5) == 5, [0, 1, 2][I(1)], hash(I(5)) == hash(5), I("12"), f"{I(5):03}", I(5).real, type(I(5).real).__name__)
# expect: 6 6 int True 1 True 12 005 5 int
print(F(1.5) * 2, type(F(1.5) * 2).__name__, F("2.5"), round(F(2.6)), f"{F(1.5):.2f}", B(b"ab") + b"c", B([1, 2])[0], type(B(b"ab")[:]).__name__, B.fromhex("ff"), type(B.fromhex("ff")).__name__)
# expect: 3.0 float 2.5 3 1.50 b'abc' 1 bytes b'\xff' B
print(repr(S("a")), repr(I(5)), repr(F(1.5)), repr(B(b"a")), str(I(5)), int(I(5)), type(int(I(5))).__name__, bool(I(0)), type(I.from_bytes(b"\x01")).__name__)
# expect: 'a' 5 1.5 b'a' 5 5 int False I
