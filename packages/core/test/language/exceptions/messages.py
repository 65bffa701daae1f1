# attribute errors name the type and the attribute
class C: pass
import math
for f in (lambda: C().x, lambda: C.x, lambda: (1).x, lambda: "s".x, lambda: None.x, lambda: [].x, lambda: len.x,
          lambda: (lambda: 1).x, lambda: math.x, lambda: int.x, lambda: C().m.x, lambda: super(C, C()).x, lambda: (1, 2).x):
    try:
        f()
    except AttributeError as e:
        print(e)
# expect: 'C' object has no attribute 'x'
# expect: type object 'C' has no attribute 'x'
# expect: 'int' object has no attribute 'x'
# expect: 'str' object has no attribute 'x'
# expect: 'NoneType' object has no attribute 'x'
# expect: 'list' object has no attribute 'x'
# expect: 'builtin_function_or_method' object has no attribute 'x'
# expect: 'function' object has no attribute 'x'
# expect: module 'math' has no attribute 'x'
# expect: type object 'int' has no attribute 'x'
# expect: 'C' object has no attribute 'm'
# expect: 'super' object has no attribute 'x'
# expect: 'tuple' object has no attribute 'x'
---
# setting attributes where there is no place
class S: __slots__ = ("a",)
def f(): pass
for code in ("(1).x = 1", "'s'.x = 1", "None.x = 1", "object().x = 1", "int.x = 1", "S().b = 1", "[].append = 1",
             "S.a.__get__ = 1", "len.x = 1", "(1).real = 2", "del (1).real", "del object().x", "del S().a", "1j.imag = 2"):
    try:
        exec(code)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
# expect: AttributeError 'int' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError 'str' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError 'NoneType' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: TypeError cannot set 'x' attribute of immutable type 'int'
# expect: AttributeError 'S' object has no attribute 'b' and no __dict__ for setting new attributes
# expect: AttributeError 'list' object attribute 'append' is read-only
# expect: AttributeError 'member_descriptor' object attribute '__get__' is read-only
# expect: AttributeError 'builtin_function_or_method' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError attribute 'real' of 'int' objects is not writable
# expect: AttributeError attribute 'real' of 'int' objects is not writable
# expect: AttributeError 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: AttributeError a
# expect: AttributeError readonly attribute
---
# subscripting errors
for code in ("5[0]", "None[0]", "{1}[0]", "len[0]", "object()[0]", "'s'['a']", "[1]['a']", "(1,)['a']", "[1][1.0]", "'abc'[1.0]",
             "[1][None]", "b'a'['x']", "range(3)['a']", "int[0]", "(x for x in [])[0]", "iter([])[0]", "'s'[5]", "(1,)[5]", "[][0]",
             "range(3)[5]", "b'a'[3]", "{}[0]", "{}['k']", "{}[(1, 2)]"):
    try:
        eval(code)
    except (TypeError, LookupError) as e:
        print(code, "->", type(e).__name__, e)
# expect: 5[0] -> TypeError 'int' object is not subscriptable
# expect: None[0] -> TypeError 'NoneType' object is not subscriptable
# expect: {1}[0] -> TypeError 'set' object is not subscriptable
# expect: len[0] -> TypeError 'builtin_function_or_method' object is not subscriptable
# expect: object()[0] -> TypeError 'object' object is not subscriptable
# expect: 's'['a'] -> TypeError string indices must be integers, not 'str'
# expect: [1]['a'] -> TypeError list indices must be integers or slices, not str
# expect: (1,)['a'] -> TypeError tuple indices must be integers or slices, not str
# expect: [1][1.0] -> TypeError list indices must be integers or slices, not float
# expect: 'abc'[1.0] -> TypeError string indices must be integers, not 'float'
# expect: [1][None] -> TypeError list indices must be integers or slices, not NoneType
# expect: b'a'['x'] -> TypeError byte indices must be integers or slices, not str
# expect: range(3)['a'] -> TypeError range indices must be integers or slices, not str
# expect: int[0] -> TypeError type 'int' is not subscriptable
# expect: (x for x in [])[0] -> TypeError 'generator' object is not subscriptable
# expect: iter([])[0] -> TypeError 'list_iterator' object is not subscriptable
# expect: 's'[5] -> IndexError string index out of range
# expect: (1,)[5] -> IndexError tuple index out of range
# expect: [][0] -> IndexError list index out of range
# expect: range(3)[5] -> IndexError range object index out of range
# expect: b'a'[3] -> IndexError index out of range
# expect: {}[0] -> KeyError 0
# expect: {}['k'] -> KeyError 'k'
# expect: {}[(1, 2)] -> KeyError (1, 2)
---
# item assignment and deletion errors
for code in ("'s'[0] = 1", "(1,)[0] = 1", "5[0] = 1", "b'a'[0] = 1", "range(3)[0] = 1", "{1}[0] = 1", "None['x'] = 1",
             "del 's'[0]", "del (1,)[0]", "del 5[0]", "[][0] = 1", "del [][0]", "[]['a'] = 1", "del []['a']", "[][0:1] = 5",
             "[1, 2, 3][::2] = [1]", "[][::0] = []", "del {}[1]", "{}[[]] = 1", "{1: 2}[{}] = 1"):
    try:
        exec(code)
    except (TypeError, LookupError, ValueError) as e:
        print(code, "->", type(e).__name__, e)
# expect: 's'[0] = 1 -> TypeError 'str' object does not support item assignment
# expect: (1,)[0] = 1 -> TypeError 'tuple' object does not support item assignment
# expect: 5[0] = 1 -> TypeError 'int' object does not support item assignment
# expect: b'a'[0] = 1 -> TypeError 'bytes' object does not support item assignment
# expect: range(3)[0] = 1 -> TypeError 'range' object does not support item assignment
# expect: {1}[0] = 1 -> TypeError 'set' object does not support item assignment
# expect: None['x'] = 1 -> TypeError 'NoneType' object does not support item assignment
# expect: del 's'[0] -> TypeError 'str' object doesn't support item deletion
# expect: del (1,)[0] -> TypeError 'tuple' object doesn't support item deletion
# expect: del 5[0] -> TypeError 'int' object does not support item deletion
# expect: [][0] = 1 -> IndexError list assignment index out of range
# expect: del [][0] -> IndexError list assignment index out of range
# expect: []['a'] = 1 -> TypeError list indices must be integers or slices, not str
# expect: del []['a'] -> TypeError list indices must be integers or slices, not str
# expect: [][0:1] = 5 -> TypeError must assign iterable to extended slice
# expect: [1, 2, 3][::2] = [1] -> ValueError attempt to assign sequence of size 1 to extended slice of size 2
# expect: [][::0] = [] -> ValueError slice step cannot be zero
# expect: del {}[1] -> KeyError 1
# expect: {}[[]] = 1 -> TypeError unhashable type: 'list'
# expect: {1: 2}[{}] = 1 -> TypeError unhashable type: 'dict'
---
# unhashable
for code in ("hash([])", "hash({})", "hash(set())", "{[]: 1}", "{[1]}", "{{}: 1}", "set([[]])", "{}[[]]", "[] in {}", "[] in {1}",
             "hash(([],))", "hash(bytearray())", "dict([([], 1)])", "frozenset([{}])"):
    try:
        eval(code)
    except TypeError as e:
        print(code, "->", e)
# expect: hash([]) -> unhashable type: 'list'
# expect: hash({}) -> unhashable type: 'dict'
# expect: hash(set()) -> unhashable type: 'set'
# expect: {[]: 1} -> unhashable type: 'list'
# expect: {[1]} -> unhashable type: 'list'
# expect: {{}: 1} -> unhashable type: 'dict'
# expect: set([[]]) -> unhashable type: 'list'
# expect: {}[[]] -> unhashable type: 'list'
# expect: [] in {} -> unhashable type: 'list'
# expect: [] in {1} -> unhashable type: 'list'
# expect: hash(([],)) -> unhashable type: 'list'
# expect: hash(bytearray()) -> unhashable type: 'bytearray'
# expect: dict([([], 1)]) -> unhashable type: 'list'
# expect: frozenset([{}]) -> unhashable type: 'dict'
---
# conversions to int
for code in ("int('x')", "int('')", "int('1.5')", "int(None)", "int([])", "int('12', 2)", "int('z', 37)", "int(5, 2)", "int(1.5, 2)",
             "int(float('nan'))", "int(float('inf'))", "int(1j)", "int('9' * 3 + 'x')", "int(b'x')", "int('1', 1)", "int(object())"):
    try:
        eval(code)
    except (TypeError, ValueError, OverflowError) as e:
        print(code, "->", type(e).__name__, e)
# expect: int('x') -> ValueError invalid literal for int() with base 10: 'x'
# expect: int('') -> ValueError invalid literal for int() with base 10: ''
# expect: int('1.5') -> ValueError invalid literal for int() with base 10: '1.5'
# expect: int(None) -> TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: int([]) -> TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: int('12', 2) -> ValueError invalid literal for int() with base 2: '12'
# expect: int('z', 37) -> ValueError int() base must be >= 2 and <= 36, or 0
# expect: int(5, 2) -> TypeError int() can't convert non-string with explicit base
# expect: int(1.5, 2) -> TypeError int() can't convert non-string with explicit base
# expect: int(float('nan')) -> ValueError cannot convert float NaN to integer
# expect: int(float('inf')) -> OverflowError cannot convert float infinity to integer
# expect: int(1j) -> TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: int('9' * 3 + 'x') -> ValueError invalid literal for int() with base 10: '999x'
# expect: int(b'x') -> ValueError invalid literal for int() with base 10: b'x'
# expect: int('1', 1) -> ValueError int() base must be >= 2 and <= 36, or 0
# expect: int(object()) -> TypeError int() argument must be a string, a bytes-like object or a real number, not 'object'
---
# conversions to float and complex
for code in ("float('x')", "float('')", "float(None)", "float([])", "float(1j)", "float('1_')", "float(10 ** 400)", "complex('x')",
             "complex('1', 2)", "complex(1, '2')", "complex([])", "complex('1 + 2j')", "float('0x10')", "float(b'z')"):
    try:
        eval(code)
    except (TypeError, ValueError, OverflowError) as e:
        print(code, "->", type(e).__name__, e)
# expect: float('x') -> ValueError could not convert string to float: 'x'
# expect: float('') -> ValueError could not convert string to float: ''
# expect: float(None) -> TypeError float() argument must be a string or a real number, not 'NoneType'
# expect: float([]) -> TypeError float() argument must be a string or a real number, not 'list'
# expect: float(1j) -> TypeError float() argument must be a string or a real number, not 'complex'
# expect: float('1_') -> ValueError could not convert string to float: '1_'
# expect: float(10 ** 400) -> OverflowError int too large to convert to float
# expect: complex('x') -> ValueError complex() arg is a malformed string
# expect: complex('1', 2) -> TypeError complex() can't take second arg if first is a string
# expect: complex(1, '2') -> TypeError complex() second arg can't be a string
# expect: complex([]) -> TypeError complex() first argument must be a string or a number, not 'list'
# expect: complex('1 + 2j') -> ValueError complex() arg is a malformed string
# expect: float('0x10') -> ValueError could not convert string to float: '0x10'
# expect: float(b'z') -> ValueError could not convert string to float: b'z'
---
# iteration errors
class NoNext:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
for code in ("iter(5)", "list(5)", "for x in NoNext(): pass", "list(NoneIter())", "next(5)", "next([])", "sum(5)", "max(5)", "max([])",
             "min(())", "sorted(5)", "zip(1)", "map(1)", "map(len, 5)", "dict(5)", "dict([5])", "dict([(1,)])", "dict(['abc'])", "set(5)",
             "tuple(None)", "enumerate(1)", "reversed({1})", "any(5)", "list(1, 2)", "','.join(5)", "','.join([1])"):
    try:
        exec(code)
    except (TypeError, ValueError, StopIteration) as e:
        print(code, "->", type(e).__name__, e)
# expect: iter(5) -> TypeError 'int' object is not iterable
# expect: list(5) -> TypeError 'int' object is not iterable
# expect: for x in NoNext(): pass -> TypeError iter() returned non-iterator of type 'int'
# expect: list(NoneIter()) -> TypeError 'NoneIter' object is not iterable
# expect: next(5) -> TypeError 'int' object is not an iterator
# expect: next([]) -> TypeError 'list' object is not an iterator
# expect: sum(5) -> TypeError 'int' object is not iterable
# expect: max(5) -> TypeError 'int' object is not iterable
# expect: max([]) -> ValueError max() iterable argument is empty
# expect: min(()) -> ValueError min() iterable argument is empty
# expect: sorted(5) -> TypeError 'int' object is not iterable
# expect: zip(1) -> TypeError 'int' object is not iterable
# expect: map(1) -> TypeError map() must have at least two arguments.
# expect: map(len, 5) -> TypeError 'int' object is not iterable
# expect: dict(5) -> TypeError 'int' object is not iterable
# expect: dict([5]) -> TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: dict([(1,)]) -> ValueError dictionary update sequence element #0 has length 1; 2 is required
# expect: dict(['abc']) -> ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: set(5) -> TypeError 'int' object is not iterable
# expect: tuple(None) -> TypeError 'NoneType' object is not iterable
# expect: enumerate(1) -> TypeError 'int' object is not iterable
# expect: reversed({1}) -> TypeError 'set' object is not reversible
# expect: any(5) -> TypeError 'int' object is not iterable
# expect: list(1, 2) -> TypeError list expected at most 1 argument, got 2
# expect: ','.join(5) -> TypeError can only join an iterable
# expect: ','.join([1]) -> TypeError sequence item 0: expected str instance, int found
---
# wrong argument types for built-ins
for code in ("len(5)", "len(None)", "abs('a')", "chr('a')", "chr(-1)", "chr(0x110000)", "ord(5)", "ord('')", "ord(b'ab')", "bin(1.5)",
             "hex('a')", "oct(None)", "round('a')", "pow('a', 2)", "divmod('a', 1)", "range('a')", "range(1, 2, 0)", "range(1.5)",
             "isinstance(1, 5)", "issubclass(1, int)", "issubclass(int, 5)", "getattr(1, 2)", "setattr(1, 2, 3)", "sum(['a'])",
             "sum([[1]], '')", "slice()", "bytes('a')", "bytes(-1)", "bytes([256])", "bytes(['a'])", "hash()", "id()", "type()",
             "str(1, 2)", "str(b'a', 5)", "format(1, 2)", "vars(5)", "dir(1, 2)", "input(1, 2)", "repr()", "iter(1, 2)", "sorted([1], 2)",
             "sorted([1, 'a'])", "max(1, 'a')", "min('a', 1)", "int.from_bytes(1)", "callable(1, 2)", "type(1, 2)", "super()"):
    try:
        eval(code)
    except (TypeError, ValueError, RuntimeError, OverflowError) as e:
        print(code, "->", type(e).__name__, e)
# expect: len(5) -> TypeError object of type 'int' has no len()
# expect: len(None) -> TypeError object of type 'NoneType' has no len()
# expect: abs('a') -> TypeError bad operand type for abs(): 'str'
# expect: chr('a') -> TypeError 'str' object cannot be interpreted as an integer
# expect: chr(-1) -> ValueError chr() arg not in range(0x110000)
# expect: chr(0x110000) -> ValueError chr() arg not in range(0x110000)
# expect: ord(5) -> TypeError ord() expected string of length 1, but int found
# expect: ord('') -> TypeError ord() expected a character, but string of length 0 found
# expect: ord(b'ab') -> TypeError ord() expected a character, but string of length 2 found
# expect: bin(1.5) -> TypeError 'float' object cannot be interpreted as an integer
# expect: hex('a') -> TypeError 'str' object cannot be interpreted as an integer
# expect: oct(None) -> TypeError 'NoneType' object cannot be interpreted as an integer
# expect: round('a') -> TypeError type str doesn't define __round__ method
# expect: pow('a', 2) -> TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: divmod('a', 1) -> TypeError unsupported operand type(s) for divmod(): 'str' and 'int'
# expect: range('a') -> TypeError 'str' object cannot be interpreted as an integer
# expect: range(1, 2, 0) -> ValueError range() arg 3 must not be zero
# expect: range(1.5) -> TypeError 'float' object cannot be interpreted as an integer
# expect: isinstance(1, 5) -> TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: issubclass(1, int) -> TypeError issubclass() arg 1 must be a class
# expect: issubclass(int, 5) -> TypeError issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: getattr(1, 2) -> TypeError attribute name must be string, not 'int'
# expect: setattr(1, 2, 3) -> TypeError attribute name must be string, not 'int'
# expect: sum(['a']) -> TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: sum([[1]], '') -> TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: slice() -> TypeError slice expected at least 1 argument, got 0
# expect: bytes('a') -> TypeError string argument without an encoding
# expect: bytes(-1) -> ValueError negative count
# expect: bytes([256]) -> ValueError bytes must be in range(0, 256)
# expect: bytes(['a']) -> TypeError 'str' object cannot be interpreted as an integer
# expect: hash() -> TypeError hash() takes exactly one argument (0 given)
# expect: id() -> TypeError id() takes exactly one argument (0 given)
# expect: type() -> TypeError type() takes 1 or 3 arguments
# expect: str(1, 2) -> TypeError str() argument 'encoding' must be str, not int
# expect: str(b'a', 5) -> TypeError str() argument 'encoding' must be str, not int
# expect: format(1, 2) -> TypeError format() argument 2 must be str, not int
# expect: vars(5) -> TypeError vars() argument must have __dict__ attribute
# expect: dir(1, 2) -> TypeError dir expected at most 1 argument, got 2
# expect: input(1, 2) -> TypeError input expected at most 1 argument, got 2
# expect: repr() -> TypeError repr() takes exactly one argument (0 given)
# expect: iter(1, 2) -> TypeError iter(v, w): v must be callable
# expect: sorted([1], 2) -> TypeError sorted expected 1 argument, got 2
# expect: sorted([1, 'a']) -> TypeError '<' not supported between instances of 'str' and 'int'
# expect: max(1, 'a') -> TypeError '>' not supported between instances of 'str' and 'int'
# expect: min('a', 1) -> TypeError '<' not supported between instances of 'int' and 'str'
# expect: int.from_bytes(1) -> TypeError cannot convert 'int' object to bytes
# expect: callable(1, 2) -> TypeError callable() takes exactly one argument (2 given)
# expect: type(1, 2) -> TypeError type() takes 1 or 3 arguments
# expect: super() -> RuntimeError super(): no arguments
---
# sequence repetition and concatenation errors
for code in ("'a' * 'b'", "'a' * 1.5", "[1] * '2'", "(1,) * None", "'a' + 1", "'a' + b'b'", "b'a' + 'b'", "[1] + 1", "(1,) + [1]",
             "1 + [1]", "b'a' * 1.0", "'a' % 1", "'%d' % 'x'", "'%s %s' % 1", "'%q' % 1", "range(2) + range(2)", "{1} + {2}", "{} + {}"):
    try:
        eval(code)
    except (TypeError, ValueError) as e:
        print(code, "->", type(e).__name__, e)
# expect: 'a' * 'b' -> TypeError can't multiply sequence by non-int of type 'str'
# expect: 'a' * 1.5 -> TypeError can't multiply sequence by non-int of type 'float'
# expect: [1] * '2' -> TypeError can't multiply sequence by non-int of type 'str'
# expect: (1,) * None -> TypeError can't multiply sequence by non-int of type 'NoneType'
# expect: 'a' + 1 -> TypeError can only concatenate str (not "int") to str
# expect: 'a' + b'b' -> TypeError can only concatenate str (not "bytes") to str
# expect: b'a' + 'b' -> TypeError can't concat str to bytes
# expect: [1] + 1 -> TypeError can only concatenate list (not "int") to list
# expect: (1,) + [1] -> TypeError can only concatenate tuple (not "list") to tuple
# expect: 1 + [1] -> TypeError unsupported operand type(s) for +: 'int' and 'list'
# expect: b'a' * 1.0 -> TypeError can't multiply sequence by non-int of type 'float'
# expect: 'a' % 1 -> TypeError not all arguments converted during string formatting
# expect: '%d' % 'x' -> TypeError %d format: a real number is required, not str
# expect: '%s %s' % 1 -> TypeError not enough arguments for format string
# expect: '%q' % 1 -> ValueError unsupported format character 'q' (0x71) at index 1
# expect: range(2) + range(2) -> TypeError unsupported operand type(s) for +: 'range' and 'range'
# expect: {1} + {2} -> TypeError unsupported operand type(s) for +: 'set' and 'set'
# expect: {} + {} -> TypeError unsupported operand type(s) for +: 'dict' and 'dict'
---
# importing errors
for code in ("import nope", "import nope.sub", "from nope import x", "import math.nope", "from math import nope", "from . import x",
             "from .y import x", "import json.nope", "from json import nope as n", "__import__('')", "__import__(5)"):
    try:
        exec(code, {"__name__": "__main__"})
    except (ImportError, TypeError, ValueError, KeyError) as e:
        print(code, "->", type(e).__name__, str(e).split(" (")[0])
# expect: import nope -> ModuleNotFoundError No module named 'nope'
# expect: import nope.sub -> ModuleNotFoundError No module named 'nope'
# expect: from nope import x -> ModuleNotFoundError No module named 'nope'
# expect: import math.nope -> ModuleNotFoundError No module named 'math.nope'; 'math' is not a package
# expect: from math import nope -> ImportError cannot import name 'nope' from 'math'
# expect: from . import x -> ImportError attempted relative import with no known parent package
# expect: from .y import x -> ImportError attempted relative import with no known parent package
# expect: import json.nope -> ModuleNotFoundError No module named 'json.nope'
# expect: from json import nope as n -> ImportError cannot import name 'nope' from 'json'
# expect: __import__('') -> ValueError Empty module name
# expect: __import__(5) -> TypeError module name must be a string
---
# names suggest nothing in str
value = 1
for code in ("valu", "prnt(1)", "lenn", "Value"):
    try:
        eval(code)
    except NameError as e:
        print(e)
# expect: name 'valu' is not defined
# expect: name 'prnt' is not defined
# expect: name 'lenn' is not defined
# expect: name 'Value' is not defined
class C:
    colour = 1
try:
    C().color
except AttributeError as e:
    print(e)  # expect: 'C' object has no attribute 'color'
---
# instances and classes in messages
class Thing: pass
t = Thing()
for code in ("t + 1", "1 + t", "t < t", "t[0]", "t()", "len(t)", "iter(t)", "-t", "t.x", "t in 5", "5 in t", "int(t)", "float(t)",
             "abs(t)", "round(t)", "t @ t", "divmod(t, 1)", "hash(t) and [][t]", "range(t)", "'a' * t", "bytes(t)", "Thing(1)", "chr(t)",
             "Thing + 1", "Thing[0]", "Thing < Thing", "len(Thing)", "for_ in Thing if (for_ := 1) else 0", "iter(Thing)"):
    try:
        eval(code)
    except (TypeError, AttributeError) as e:
        print(code, "->", e)
# expect: t + 1 -> unsupported operand type(s) for +: 'Thing' and 'int'
# expect: 1 + t -> unsupported operand type(s) for +: 'int' and 'Thing'
# expect: t < t -> '<' not supported between instances of 'Thing' and 'Thing'
# expect: t[0] -> 'Thing' object is not subscriptable
# expect: t() -> 'Thing' object is not callable
# expect: len(t) -> object of type 'Thing' has no len()
# expect: iter(t) -> 'Thing' object is not iterable
# expect: -t -> bad operand type for unary -: 'Thing'
# expect: t.x -> 'Thing' object has no attribute 'x'
# expect: t in 5 -> argument of type 'int' is not iterable
# expect: 5 in t -> argument of type 'Thing' is not iterable
# expect: int(t) -> int() argument must be a string, a bytes-like object or a real number, not 'Thing'
# expect: float(t) -> float() argument must be a string or a real number, not 'Thing'
# expect: abs(t) -> bad operand type for abs(): 'Thing'
# expect: round(t) -> type Thing doesn't define __round__ method
# expect: t @ t -> unsupported operand type(s) for @: 'Thing' and 'Thing'
# expect: divmod(t, 1) -> unsupported operand type(s) for divmod(): 'Thing' and 'int'
# expect: hash(t) and [][t] -> list indices must be integers or slices, not Thing
# expect: range(t) -> 'Thing' object cannot be interpreted as an integer
# expect: 'a' * t -> can't multiply sequence by non-int of type 'Thing'
# expect: bytes(t) -> cannot convert 'Thing' object to bytes
# expect: Thing(1) -> Thing() takes no arguments
# expect: chr(t) -> 'Thing' object cannot be interpreted as an integer
# expect: Thing + 1 -> unsupported operand type(s) for +: 'type' and 'int'
# expect: Thing[0] -> type 'Thing' is not subscriptable
# expect: Thing < Thing -> '<' not supported between instances of 'type' and 'type'
# expect: len(Thing) -> object of type 'type' has no len()
# expect: for_ in Thing if (for_ := 1) else 0 -> argument of type 'type' is not iterable
# expect: iter(Thing) -> 'type' object is not iterable
---
# a class whose __new__ makes no exception: raised, as a cause, and thrown into a generator, which hears of it
class Odd(Exception):
    @classmethod
    def __new__(*args): return args
print(len(Odd(1)))  # expect: 3
for attempt in "raise Odd", "raise KeyError from Odd":
    try: exec(attempt)
    except TypeError as error: print(error)
# expect: calling <class '__main__.Odd'> should have returned an instance of BaseException, not <class 'tuple'>
# expect: calling <class '__main__.Odd'> should have returned an instance of BaseException, not <class 'tuple'>
def listening():
    try: yield
    except TypeError as error: yield f"heard: {error}"
it = listening()
next(it)
print(it.throw(Odd))
# expect: heard: calling <class '__main__.Odd'> should have returned an instance of BaseException, not tuple
it = listening()
try: it.throw(Odd)
except TypeError: print(list(it))  # expect: []
---
# errors of Unicode tell the part that they were given, wherever it is
for args in (1, 2), (1, 3), (5, 7), (-3, 7), (2, 1), (0, 10):
    print(UnicodeEncodeError("ascii", "aé€", *args, "why"))
    print(UnicodeDecodeError("ascii", b"abc", *args, "why"))
# expect: 'ascii' codec can't encode character '\xe9' in position 1: why
# expect: 'ascii' codec can't decode byte 0x62 in position 1: why
# expect: 'ascii' codec can't encode characters in position 1-2: why
# expect: 'ascii' codec can't decode bytes in position 1-2: why
# expect: 'ascii' codec can't encode characters in position 5-6: why
# expect: 'ascii' codec can't decode bytes in position 5-6: why
# expect: 'ascii' codec can't encode characters in position -3-6: why
# expect: 'ascii' codec can't decode bytes in position -3-6: why
# expect: 'ascii' codec can't encode characters in position 2-0: why
# expect: 'ascii' codec can't decode bytes in position 2-0: why
# expect: 'ascii' codec can't encode characters in position 0-9: why
# expect: 'ascii' codec can't decode bytes in position 0-9: why
print(UnicodeTranslateError("abc", 5, 7, "why"), UnicodeTranslateError("abc", 0, 1, "why"), sep="; ")
# expect: can't translate characters in position 5-6: why; can't translate character '\x61' in position 0: why
error = UnicodeDecodeError("ascii", b"abc", 1, 2, "why")
error.start = 50
print(error)  # expect: 'ascii' codec can't decode bytes in position 50-1: why
