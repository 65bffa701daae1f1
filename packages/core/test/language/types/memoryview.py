# making, attributes, items
m = memoryview(b"abcdef")
print(m[0], m[-1], len(m), m.tobytes(), m.tolist(), m.readonly, m.format, m.itemsize, m.nbytes, m.ndim)
# expect: 97 102 6 b'abcdef' [97, 98, 99, 100, 101, 102] True B 1 6 1
print(m.shape, m.strides, m.suboffsets, m.contiguous, m.c_contiguous, m.f_contiguous, m.obj)
# expect: (6,) (1,) () True True True b'abcdef'
print(bytes(m[1:3]), bytes(m[::2]), bytes(m[::-1]), m[::2].strides, m[::2].contiguous, m[4:2].tolist())
# expect: b'bc' b'ace' b'fedcba' (2,) False []
print(97 in m, list(m), list(reversed(m)), m.hex(), m.hex(":", 2), str(m)[:7], repr(m)[:7])
# expect: True [97, 98, 99, 100, 101, 102] [102, 101, 100, 99, 98, 97] 616263646566 6162:6364:6566 <memory <memory
---
# wrong ways to make and to index one
m = memoryview(b"abc")
for f in (lambda: memoryview("x"), lambda: memoryview(5), lambda: m[3], lambda: m["x"], lambda: m[None], lambda: m[0, 1], lambda: m[()]):
    try:
        f()
    except (TypeError, IndexError, NotImplementedError) as e:
        print(type(e).__name__, e)
# expect: TypeError memoryview: a bytes-like object is required, not 'str'
# expect: TypeError memoryview: a bytes-like object is required, not 'int'
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: NotImplementedError sub-views are not implemented
---
# writing through a view
a = bytearray(b"hello")
m = memoryview(a)
m[0] = 72
m[1:3] = b"EL"
m[-1:] = bytearray(b"O")
print(a, m.tobytes(), m.readonly)  # expect: bytearray(b'HELlO') b'HELlO' False
m[::2] = b"***"
print(a)  # expect: bytearray(b'*E*l*')
m[1:] = m[:-1]
print(a)  # expect: bytearray(b'**E*l')
---
# what cannot be written
a = bytearray(b"hello")
m = memoryview(a)
def try_(f):
    try:
        f()
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
def set_(view, key, value):
    view[key] = value
try_(lambda: set_(memoryview(b"abc"), 0, 1))  # expect: TypeError cannot modify read-only memory
try_(lambda: set_(m, 0, 256))  # expect: ValueError memoryview: invalid value for format 'B'
try_(lambda: set_(m, 0, "x"))  # expect: TypeError memoryview: invalid type for format 'B'
try_(lambda: set_(m, 9, 1))  # expect: IndexError index out of bounds on dimension 1
try_(lambda: set_(m, slice(0, 2), b"xyz"))
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
try_(lambda: set_(m, slice(0, 2), "xy"))  # expect: TypeError a bytes-like object is required, not 'str'
try_(lambda: m.__delitem__(0))  # expect: TypeError cannot delete memory
try_(lambda: set_(m.toreadonly(), 0, 1))  # expect: TypeError cannot modify read-only memory
---
# a bytearray that is viewed cannot change its size
a = bytearray(b"abc")
m = memoryview(a)
for f in (lambda: a.append(1), lambda: a.extend(b"x"), lambda: a.pop(), lambda: a.clear(), lambda: a.__delitem__(0), lambda: a.__iadd__(b"x")):
    try:
        f()
    except BufferError as e:
        print(e)
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
a[:] = b"xyz"
a.reverse()
print(m.tobytes())  # expect: b'zyx'
s = m[1:]
m.release()
try:
    a.append(1)
except BufferError as e:
    print("still", e)  # expect: still Existing exports of data: object cannot be re-sized
s.release()
a.append(1)
print(a)  # expect: bytearray(b'zyx\x01')
---
# releasing
m = memoryview(b"abc")
with m as n:
    print(n is m, n[0])  # expect: True 97
for f in (lambda: m[0], lambda: m.tobytes(), lambda: m.format, lambda: len(m), lambda: bytes(m), lambda: memoryview(m), lambda: m.__enter__(), lambda: m.cast("B")):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
m.release()
print(m == m, m == b"abc", repr(m)[:16])  # expect: True False <released memory
---
# cast to other formats
m = memoryview(bytes(range(8)))
for f in "bBhHiIlLqQnNP?":
    print(f, m.cast(f).tolist(), m.cast(f).itemsize)
# expect: b [0, 1, 2, 3, 4, 5, 6, 7] 1
# expect: B [0, 1, 2, 3, 4, 5, 6, 7] 1
# expect: h [256, 770, 1284, 1798] 2
# expect: H [256, 770, 1284, 1798] 2
# expect: i [50462976, 117835012] 4
# expect: I [50462976, 117835012] 4
# expect: l [506097522914230528] 8
# expect: L [506097522914230528] 8
# expect: q [506097522914230528] 8
# expect: Q [506097522914230528] 8
# expect: n [506097522914230528] 8
# expect: N [506097522914230528] 8
# expect: P [506097522914230528] 8
# expect: ? [False, True, True, True, True, True, True, True] 1
print(m.cast("c").tolist()[:2], m.cast("@I").format, m.cast("I").cast("B") == m, m.cast("h")[1:3].tolist(), len(m.cast("i")))
# expect: [b'\x00', b'\x01'] @I True [770, 1284] 2
print(memoryview(b"\x00\x00\x80\x3f").cast("f").tolist(), memoryview(b"\x00<\x01\x00").cast("e").tolist(), memoryview(b"\0\0\0\0\0\0\xf8?").cast("d")[0])
# expect: [1.0] [1.0, 5.960464477539063e-08] 1.5
---
# casts that are refused
m = memoryview(bytes(8))
for f in (lambda: m.cast("x"), lambda: m.cast("<I"), lambda: m.cast(1), lambda: m[:3].cast("I"), lambda: m.cast("I").cast("H"), lambda: m[::2].cast("B"), lambda: m.cast("B", [3, 3]), lambda: m.cast("B", [2, "x"]), lambda: m.cast("B", [2, -4]), lambda: m.cast("B", "x")):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: TypeError cast() argument 'format' must be str, not int
# expect: TypeError memoryview: length is not a multiple of itemsize
# expect: TypeError memoryview: cannot cast between two non-byte formats
# expect: TypeError memoryview: casts are restricted to C-contiguous views
# expect: TypeError memoryview: product(shape) * itemsize != buffer size
# expect: TypeError memoryview.cast(): elements of shape must be integers
# expect: ValueError memoryview.cast(): elements of shape must be integers > 0
# expect: TypeError shape must be a list or a tuple
---
# several dimensions
m = memoryview(bytes(range(6))).cast("B", [2, 3])
print(m.tolist(), m.shape, m.strides, m.ndim, len(m), m[1, 2], m[-1, 0], m.tobytes(), m.tobytes("F"), m[1:].tolist())
# expect: [[0, 1, 2], [3, 4, 5]] (2, 3) (3, 1) 2 2 5 3 b'\x00\x01\x02\x03\x04\x05' b'\x00\x03\x01\x04\x02\x05' [[3, 4, 5]]
for f in (lambda: m[0], lambda: m[0, 3], lambda: m[0, 0, 0], lambda: m[0:1, 0:1], lambda: list(m), lambda: m.cast("B", [3, 2])):
    try:
        f()
    except (TypeError, IndexError, NotImplementedError) as e:
        print(type(e).__name__, e)
# expect: NotImplementedError multi-dimensional sub-views are not implemented
# expect: IndexError index out of bounds on dimension 2
# expect: TypeError cannot index 2-dimension view with 3-element tuple
# expect: NotImplementedError multi-dimensional slicing is not implemented
# expect: NotImplementedError multi-dimensional sub-views are not implemented
# expect: TypeError memoryview: cast must be 1D -> ND or ND -> 1D
z = memoryview(b"A").cast("B", [])
print(z.tolist(), z[()], z.ndim, z.shape)  # expect: 65 65 0 ()
---
# writing in other formats
a = bytearray(8)
m = memoryview(a).cast("H")
m[0] = 0x102
m[1] = 65535
print(a)  # expect: bytearray(b'\x02\x01\xff\xff\x00\x00\x00\x00')
memoryview(a).cast("d")[0] = 1.5
print(a)  # expect: bytearray(b'\x00\x00\x00\x00\x00\x00\xf8?')
c = memoryview(a).cast("c")
c[0] = b"x"
print(a[0])  # expect: 120
for view, value in ((m, -1), (m, 65536), (m, 1.5), (memoryview(a).cast("d"), "x"), (c, 5), (c, b"xy"), (memoryview(a).cast("b"), 128)):
    try:
        view[0] = value
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: ValueError memoryview: invalid value for format 'H'
# expect: ValueError memoryview: invalid value for format 'H'
# expect: TypeError memoryview: invalid type for format 'H'
# expect: TypeError memoryview: invalid type for format 'd'
# expect: TypeError memoryview: invalid type for format 'c'
# expect: ValueError memoryview: invalid value for format 'c'
# expect: ValueError memoryview: invalid value for format 'b'
---
# equality and hash
m = memoryview(b"abc")
print(m == b"abc", b"abc" == m, m == bytearray(b"abc"), bytearray(b"abc") == m, m == memoryview(b"abc"), m != b"abd", m == "abc", m == b"ab")
# expect: True True True True True True False False
print(hash(m) == hash(b"abc"), memoryview(b"abcd").cast("I") == memoryview(b"abcd"), memoryview(b"ab").cast("b") == b"ab", b"z" < bytearray(b"zz"))
# expect: True False True True
for f in (lambda: hash(memoryview(bytearray(b"x"))), lambda: hash(memoryview(b"abcd").cast("I")), lambda: m < b"x"):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: ValueError cannot hash writable memoryview object
# expect: ValueError memoryview: hashing is restricted to formats 'B', 'b' or 'c'
# expect: TypeError '<' not supported between instances of 'memoryview' and 'bytes'
---
# bytes-like arguments everywhere
m = memoryview(b"b,")
print(b"a,b,c".find(m[:1]), b"a,b,c".split(m[1:]), b"-".join([m, b"x"]), b"x" + m, bytes(m), bytearray(m), int(memoryview(b"12")), float(memoryview(b"1.5")), str(m, "ascii"), int.from_bytes(m, "big"))
# expect: 2 [b'a', b'b', b'c'] b'b,-x' b'xb,' b'b,' bytearray(b'b,') 12 1.5 b, 25132
---
# weak references to a view
import weakref
view = memoryview(b"abc")
print(weakref.ref(view)() is view)  # expect: True
