# construction
print(bytes(), bytes(3), bytes([1, 2, 255]), bytes(b"x"), bytes("é", "utf-8"), bytes(range(3)), bytes(bytearray(b"q")), bytes("abc", encoding="ascii", errors="strict"), bytes(memoryview(b"m")))
# expect: b'' b'\x00\x00\x00' b'\x01\x02\xff' b'x' b'\xc3\xa9' b'\x00\x01\x02' b'q' b'abc' b'm'
for args in (("x",), ([256],), ([-1],), (-1,), (1.5,), ([1.5],), ("x", 5), (b"x", "ascii"), (None,), (["a"],)):
    try:
        bytes(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError string argument without an encoding
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError negative count
# expect: TypeError cannot convert 'float' object to bytes
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError bytes() argument 'encoding' must be str, not int
# expect: TypeError encoding without a string argument
# expect: TypeError cannot convert 'NoneType' object to bytes
# expect: TypeError 'str' object cannot be interpreted as an integer
---
# repr
print(b"", b"abc", b"it's", b'"', b"\"'", b"\x00\t\n\r\\\x7f\xff", bytes(range(30, 36)))
# expect: b'' b'abc' b"it's" b'"' b'"\'' b'\x00\t\n\r\\\x7f\xff' b'\x1e\x1f !"#'
---
# indexing and slicing
b = b"hello"
print(b[0], b[-1], b[1:3], b[::-1], b[9:], len(b), list(b), [*b[:2]], 104 in b, b"ell" in b, 97 in b, b == b"hello", b == "hello", b < b"help")
# expect: 104 111 b'el' b'olleh' b'' 5 [104, 101, 108, 108, 111] [104, 101] True True False True False True
for f in (lambda: b[9], lambda: "h" in b, lambda: 300 in b, lambda: b + "x", lambda: b["a"]):
    try:
        f()
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: IndexError index out of range
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError can't concat str to bytes
# expect: TypeError byte indices must be integers or slices, not str
---
# methods like those of str
b = b"Hello World"
print(b.upper(), b.lower(), b.swapcase(), b.title(), b.capitalize(), b.find(b"o"), b.rfind(b"o"), b.find(111), b.index(b"W"), b.count(b"l"), b.count(108), b.replace(b"l", b"L", 2), b.startswith(b"He"), b.endswith((b"x", b"ld")))
# expect: b'HELLO WORLD' b'hello world' b'hELLO wORLD' b'Hello World' b'Hello world' 4 7 4 6 3 3 b'HeLLo World' True True
print(b.split(), b"a,b,c".split(b",", 1), b"a,b".rsplit(b","), b" x ".strip(), b"xxax".lstrip(b"x"), b"a\nb\r\n".splitlines(), b"k=v".partition(b"="), b"-".join([b"a", bytearray(b"b")]), b"7".zfill(3), b"a".center(5, b"*"), b"a\tb".expandtabs(4))
# expect: [b'Hello', b'World'] [b'a', b'b,c'] [b'a', b'b'] b'x' b'ax' [b'a', b'b'] (b'k', b'=', b'v') b'a-b' b'007' b'**a**' b'a   b'
---
# character classes and translation
print(b"abc".isalpha(), b"123".isdigit(), b"a1".isalnum(), b" \t".isspace(), b"AB".isupper(), b"ab".islower(), b"Ab Cd".istitle(), b"\xff".isascii(), b"".isascii())
# expect: True True True True True True True False True
t = bytes.maketrans(b"abc", b"xyz")
print(b"aabbcc!".translate(t), b"hello".translate(None, b"l"), len(t), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"))
# expect: b'xxyyzz!' b'heo' 256 b'bc' b'ab'
---
# hex
print(b"\x01\xab".hex(), b"\x01\xab\xff".hex("-"), b"\x01\xab\xff\x02".hex(":", 2), b"\x01\xab\xff".hex("_", -2), bytes.fromhex("01 ab FF"), bytes.fromhex(""))
# expect: 01ab 01-ab-ff 01ab:ff02 01ab_ff b'\x01\xab\xff' b''
for s in ("0", "0g", "01 2", 5):
    try:
        bytes.fromhex(s)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 4
# expect: TypeError fromhex() argument must be str, not int
---
# percent formatting
print(b"%d %s %b %x" % (5, b"raw", b"b", 255), b"%5d|%-5s|" % (1, b"a"), b"%(k)s" % {b"k": b"v"}, b"%c%c" % (65, b"B"), b"%a %r" % ("é", "x"), b"100%%" % ())
# expect: b'5 raw b ff' b'    1|a    |' b'v' b'AB' b"'\\xe9' 'x'" b'100%'
for f, a in ((b"%s", "text"), (b"%d", "x"), (b"%s %s", (b"a",)), (b"%z", 1)):
    try:
        f % a
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError not enough arguments for format string
# expect: ValueError unsupported format character 'z' (0x7a) at index 1
---
# bytes are immutable and hashable
b = b"abc"
for code in ("b[0] = 1", "del b[0]", "b.append(1)", "b.x = 1"):
    try:
        exec(code)
    except (TypeError, AttributeError) as e:
        print(e)
# expect: 'bytes' object does not support item assignment
# expect: 'bytes' object doesn't support item deletion
# expect: 'bytes' object has no attribute 'append'
# expect: 'bytes' object has no attribute 'x' and no __dict__ for setting new attributes
print({b"k": 1}[b"k"], hash(b"a") == hash(bytes([97])), b * 2, b + bytearray(b"d"), type(b + bytearray()).__name__, b.__contains__(97))
# expect: 1 True b'abcabc' b'abcd' bytes True
---
# bytearray changes in place
a = bytearray(b"hello")
a[0] = 72
a[-1:] = b"p!"
a.append(33)
a.extend(b"xy")
a.extend([1, 2])
a.insert(0, 62)
print(a, len(a), a.pop(), a.pop(0), a)
# expect: bytearray(b'Hellp!!xy\x01') 12 2 62 bytearray(b'Hellp!!xy\x01')
a.remove(1)
a.reverse()
del a[0:2]
a += b"end"
a *= 2
print(a, a.count(b"end"), a == bytes(a), a[1], a[1:3])
# expect: bytearray(b'!!plleHend!!plleHend') 2 True 33 bytearray(b'!p')
a.clear()
print(a, bytearray(3), bytearray("é", "latin-1"), bytearray(), a.copy())
# expect: bytearray(b'') bytearray(b'\x00\x00\x00') bytearray(b'\xe9') bytearray(b'') bytearray(b'')
---
# bytearray errors
a = bytearray(b"abc")
for code in ("a[0] = 256", "a[0] = 'x'", "a[9] = 1", "a.append('x')", "a.append(300)", "a.remove(5)", "hash(a)", "a[0:1] = 'x'", "a[::2] = b'x'", "bytearray().pop()", "a += 'x'", "a.extend('x')", "a.extend(5)", "bytearray([1, 300])"):
    try:
        exec(code)
    except (TypeError, ValueError, IndexError) as e:
        print(code, "->", type(e).__name__, e)
# expect: a[0] = 256 -> ValueError byte must be in range(0, 256)
# expect: a[0] = 'x' -> TypeError 'str' object cannot be interpreted as an integer
# expect: a[9] = 1 -> IndexError bytearray index out of range
# expect: a.append('x') -> TypeError 'str' object cannot be interpreted as an integer
# expect: a.append(300) -> ValueError byte must be in range(0, 256)
# expect: a.remove(5) -> ValueError value not found in bytearray
# expect: hash(a) -> TypeError unhashable type: 'bytearray'
# expect: a[0:1] = 'x' -> TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: a[::2] = b'x' -> ValueError attempt to assign bytes of size 1 to extended slice of size 2
# expect: bytearray().pop() -> IndexError pop from empty bytearray
# expect: a += 'x' -> TypeError can't concat str to bytearray
# expect: a.extend('x') -> TypeError expected iterable of integers; got: 'str'
# expect: a.extend(5) -> TypeError can't extend bytearray with int
# expect: bytearray([1, 300]) -> ValueError byte must be in range(0, 256)
---
# bytearray methods give bytearrays
a = bytearray(b"Ab c")
print(a.upper(), a.split(), a.replace(b"b", b"X"), a[:2], a.find(b"c"), a.hex(), a.decode(), a.partition(b" "), a.center(6, b"*"), b"-".join([a]), a.strip(b"A"), a * 2, a + b"x")
# expect: bytearray(b'AB C') [bytearray(b'Ab'), bytearray(b'c')] bytearray(b'AX c') bytearray(b'Ab') 3 41622063 Ab c (bytearray(b'Ab'), bytearray(b' '), bytearray(b'c')) bytearray(b'*Ab c*') b'Ab c' bytearray(b'b c') bytearray(b'Ab cAb c') bytearray(b'Ab cx')
---
# memoryview shares memory
a = bytearray(b"abcdef")
m = memoryview(a)
m[0] = 65
m[1:3] = b"YZ"
print(a, m[3], len(m), bytes(m[::2]), m.tobytes(), m.tolist(), m == b"AYZdef", list(m[-2:]), m.readonly, m.format, m.itemsize, m.nbytes, m.ndim, m.shape, m.hex())
# expect: bytearray(b'AYZdef') 100 6 b'AZe' b'AYZdef' [65, 89, 90, 100, 101, 102] True [101, 102] False B 1 6 1 (6,) 41595a646566
r = memoryview(b"ro")
try:
    r[0] = 1
except TypeError as e:
    print(e, r.readonly, r.obj)  # expect: cannot modify read-only memory True b'ro'
---
# memoryview errors and release
a = bytearray(b"abc")
m = memoryview(a)
for code in ("m[5]", "m[0] = 300", "m[0] = 'x'", "m[0:2] = b'x'", "m['a']", "memoryview(5)", "memoryview('s')", "del m[0]", "a.append(1)", "m + b'x'"):
    try:
        exec(code)
    except (TypeError, ValueError, IndexError, BufferError) as e:
        print(code, "->", type(e).__name__, e)
# expect: m[5] -> IndexError index out of bounds on dimension 1
# expect: m[0] = 300 -> ValueError memoryview: invalid value for format 'B'
# expect: m[0] = 'x' -> TypeError memoryview: invalid type for format 'B'
# expect: m[0:2] = b'x' -> ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: m['a'] -> TypeError memoryview: invalid slice key
# expect: memoryview(5) -> TypeError memoryview: a bytes-like object is required, not 'int'
# expect: memoryview('s') -> TypeError memoryview: a bytes-like object is required, not 'str'
# expect: del m[0] -> TypeError cannot delete memory
# expect: a.append(1) -> BufferError Existing exports of data: object cannot be re-sized
# expect: m + b'x' -> TypeError unsupported operand type(s) for +: 'memoryview' and 'bytes'
m.release()
a.append(1)
try:
    m[0]
except ValueError as e:
    print(e, a)  # expect: operation forbidden on released memoryview object bytearray(b'abc\x01')
---
# memoryview as context manager, casts
with memoryview(b"\x01\x00\x02\x00") as m:
    print(m.cast("H").tolist(), m.cast("B").tolist(), m[1:].tobytes(), hash(m) == hash(b"\x01\x00\x02\x00"), m.contiguous, 1 in m)
# expect: [1, 2] [1, 0, 2, 0] b'\x00\x02\x00' True True True
try:
    len(m)
except ValueError as e:
    print(e)  # expect: operation forbidden on released memoryview object
---
# decoding and encoding round trips
text = "naïve → 😀"
for enc in ("utf-8", "utf-16", "utf-32-le", "utf-16-be"):
    b = text.encode(enc)
    print(enc, len(b), b.decode(enc) == text)
# expect: utf-8 15 True
# expect: utf-16 22 True
# expect: utf-32-le 36 True
# expect: utf-16-be 20 True
print("é".encode("utf-8-sig"), b"\xef\xbb\xbfx".decode("utf-8-sig"), "é".encode("UTF8"), "x".encode("Latin_1"), b"\xe9".decode("iso-8859-1"))
# expect: b'\xef\xbb\xbf\xc3\xa9' x b'\xc3\xa9' b'x' é
---
# run-length coding and checksums over bytes
def rle(b):
    out, i = bytearray(), 0
    while i < len(b):
        j = i
        while j < len(b) and b[j] == b[i] and j - i < 255: j += 1
        out += bytes([j - i, b[i]])
        i = j
    return bytes(out)
def unrle(b): return b"".join(bytes([v]) * n for n, v in zip(b[::2], b[1::2]))
data = b"aaaabbbc" + b"\0" * 300
print(rle(data), unrle(rle(data)) == data)  # expect: b'\x04a\x03b\x01c\xff\x00-\x00' True
x = 0
for c in b"checksum": x = (x * 31 + c) % 65521
print(x, sum(b"abc"), b"abc".hex(" "))  # expect: 64337 294 61 62 63
---
# subclass of bytes and bytearray
class B(bytes):
    def bits(self): return "".join(f"{x:08b}" for x in self)
print(B(b"\x05\x01").bits(), type(B(b"x") + b"y").__name__, B(b"a") == b"a", B(b"x"))
# expect: 0000010100000001 bytes True b'x'
class A(bytearray): pass
a = A(b"x")
a.note = 1
print(a, type(a[:]).__name__, a.note)  # expect: A(b'x') bytearray 1
---
# bytes() gives what `__bytes__` answers as it is
class Packet(bytes): pass
class Message:
    def __bytes__(self): return Packet(b"hi")
print(type(bytes(Message())).__name__, type(Packet(Message())).__name__, bytes(Message()), type(bytes(Packet(b"x"))).__name__)
# expect: Packet Packet b'hi' bytes
---
# in %s bytes of a class of its own stand as they are
class Own(bytes):
    def __bytes__(self): return b"own"
class OwnArray(bytearray):
    def __bytes__(self): return b"own"
print(b"%s %b" % (Own(b"xy"), OwnArray(b"z")), bytearray(b"<%s>") % Own(b"xy"), bytes(Own(b"xy")), bytes(OwnArray(b"z")))
# expect: b'xy z' bytearray(b'<xy>') b'own' b'own'
---
# short and long texts of bytes
for size in (0, 1, 7, 8, 9, 15, 16, 31, 32, 33, 40):
    data = bytes(97 + at % 26 for at in range(size))
    print(repr(data), data.decode("latin-1") == data.decode(), data.decode().encode("utf-8") == data, repr(data.decode()), repr(data.hex()))
# expect: b'' True True '' ''
# expect: b'a' True True 'a' '61'
# expect: b'abcdefg' True True 'abcdefg' '61626364656667'
# expect: b'abcdefgh' True True 'abcdefgh' '6162636465666768'
# expect: b'abcdefghi' True True 'abcdefghi' '616263646566676869'
# expect: b'abcdefghijklmno' True True 'abcdefghijklmno' '6162636465666768696a6b6c6d6e6f'
# expect: b'abcdefghijklmnop' True True 'abcdefghijklmnop' '6162636465666768696a6b6c6d6e6f70'
# expect: b'abcdefghijklmnopqrstuvwxyzabcde' True True 'abcdefghijklmnopqrstuvwxyzabcde' '6162636465666768696a6b6c6d6e6f707172737475767778797a6162636465'
# expect: b'abcdefghijklmnopqrstuvwxyzabcdef' True True 'abcdefghijklmnopqrstuvwxyzabcdef' '6162636465666768696a6b6c6d6e6f707172737475767778797a616263646566'
# expect: b'abcdefghijklmnopqrstuvwxyzabcdefg' True True 'abcdefghijklmnopqrstuvwxyzabcdefg' '6162636465666768696a6b6c6d6e6f707172737475767778797a61626364656667'
# expect: b'abcdefghijklmnopqrstuvwxyzabcdefghijklmn' True True 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn' '6162636465666768696a6b6c6d6e6f707172737475767778797a6162636465666768696a6b6c6d6e'
print(bytes(range(200, 216)).decode("latin-1"), b"\xc3\xa9".decode(), "é".encode(), "é".encode("UTF-8"), "a".encode("u8"))
# expect: ÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ× é b'\xc3\xa9' b'\xc3\xa9' b'a'
data = b"abc"
print(data[0], data[-1], data[True], [byte for byte in data], list(zip(data, bytearray(data))))
# expect: 97 99 98 [97, 98, 99] [(97, 97), (98, 98), (99, 99)]
print(list(data), tuple(data), sum(data), max(data), sorted(b"cab"), bytes(list(data)), [*data])
# expect: [97, 98, 99] (97, 98, 99) 294 99 [97, 98, 99] b'abc' [97, 98, 99]
for at in (3, -4):
    for each in (data, bytearray(data)):
        try: each[at]
        except IndexError as e: print(e)
# expect: index out of range
# expect: bytearray index out of range
# expect: index out of range
# expect: bytearray index out of range
array = bytearray(3)
array[0] = 255
array[-1] = 1
array[True] = True
print(array)  # expect: bytearray(b'\xff\x01\x01')
for value in (256, -1, "a", 1.0, 10**30):
    try: array[0] = value
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError byte must be in range(0, 256)
items = iter(array)
print(next(items), array.clear(), next(items, "end"))  # expect: 255 None end
class B(bytes):
    def __getitem__(self, at): return "own"
    def __iter__(self): return iter("own")
print(B(b"abc")[1], list(B(b"abc")), [*B(b"abc")], B(b"abc").hex(), B(b"abc").decode())
# expect: own ['o', 'w', 'n'] ['o', 'w', 'n'] 616263 abc
---
# strip takes off any of many bytes
for data in b"xxabcyy", bytearray(b"xxabcyy"):
    print(data.strip(b"yx" * 1000), data.lstrip(b"x"), data.rstrip(b"zy"), data.strip(b""), data.strip(bytes(range(256))))
# expect: b'abc' b'abcyy' b'xxabc' b'xxabcyy' b''
# expect: bytearray(b'abc') bytearray(b'abcyy') bytearray(b'xxabc') bytearray(b'xxabcyy') bytearray(b'')
print(len((b"a" * 200_000 + b"c" + b"a" * 200_000).strip(b"zy" * 50_000 + b"a")), b" \t a\n".strip(), b"ab".strip(None))
# expect: 1 b'a' b'ab'
---
# what is no byte is refused before a place that there is not
array = bytearray(b"abc")
for at, value in (10, 300), (10, "a"), (10, 5), (1, 300), ("x", "a"), (2**70, 300), (-4, 2**70):
    try: array[at] = value
    except (IndexError, TypeError, ValueError) as error: print(error)
# expect: byte must be in range(0, 256)
# expect: 'str' object cannot be interpreted as an integer
# expect: bytearray index out of range
# expect: byte must be in range(0, 256)
# expect: bytearray indices must be integers or slices, not str
# expect: cannot fit 'int' into an index-sized integer
# expect: byte must be in range(0, 256)
for form in b"%i", b"%d", b"%u", b"%x":
    try: form % None
    except TypeError as error: print(error)
# expect: %d format: a real number is required, not NoneType
# expect: %d format: a real number is required, not NoneType
# expect: %u format: a real number is required, not NoneType
# expect: %x format: an integer is required, not NoneType
