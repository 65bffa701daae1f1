# inspect.signature of what the interpreter makes
import functools, inspect, itertools, operator, types
for o in (str.split, "".split, str.join, set.union, set().union, list.sort, [].sort, int.to_bytes, int.from_bytes, dict.fromkeys, len, print, sorted, sum):
    print(o.__qualname__, inspect.signature(o))
# expect: str.split (self, /, sep=None, maxsplit=-1)
# expect: str.split (sep=None, maxsplit=-1)
# expect: str.join (self, iterable, /)
# expect: set.union (self, /, *others)
# expect: set.union (*others)
# expect: list.sort (self, /, *, key=None, reverse=False)
# expect: list.sort (*, key=None, reverse=False)
# expect: int.to_bytes (self, /, length=1, byteorder='big', *, signed=False)
# expect: int.from_bytes (bytes, byteorder='big', *, signed=False)
# expect: dict.fromkeys (iterable, value=None, /)
# expect: len (obj, /)
# expect: print (*args, sep=' ', end='\n', file=None, flush=False)
# expect: sorted (iterable, /, *, key=None, reverse=False)
# expect: sum (iterable, /, start=0)
for o in (object, list, tuple, set, frozenset, bool, float, complex, enumerate, zip, map, filter, reversed, property, classmethod, memoryview):
    print(o.__name__, inspect.signature(o))
# expect: object ()
# expect: list (iterable=(), /)
# expect: tuple (iterable=(), /)
# expect: set (iterable=(), /)
# expect: frozenset (iterable=(), /)
# expect: bool (object=False, /)
# expect: float (x=0, /)
# expect: complex (real=0, imag=0)
# expect: enumerate (iterable, start=0)
# expect: zip (*iterables, strict=False)
# expect: map (function, iterable, /, *iterables)
# expect: filter (function, iterable, /)
# expect: reversed (sequence, /)
# expect: property (fget=None, fset=None, fdel=None, doc=None)
# expect: classmethod (function, /)
# expect: memoryview (object)
for o in (itertools.accumulate, itertools.chain, itertools.groupby, itertools.product, operator.itemgetter, functools.partial, types.SimpleNamespace):
    print(o.__name__, inspect.signature(o))
# expect: accumulate (iterable, func=None, *, initial=None)
# expect: chain (*iterables)
# expect: groupby (iterable, key=None)
# expect: product (*iterables, repeat=1)
# expect: itemgetter (item, /, *items)
# expect: partial (func, /, *args, **keywords)
# expect: SimpleNamespace (mapping_or_iterable=(), /, **kwargs)
for o in str, int, dict, type, range:
    try: print(inspect.signature(o))
    except ValueError as error: print(error)
# expect: no signature found for builtin type <class 'str'>
# expect: no signature found for builtin type <class 'int'>
# expect: no signature found for builtin type <class 'dict'>
# expect: no signature found for builtin <class 'type'>
# expect: no signature found for builtin type <class 'range'>
---
# __signature__ may be text, or a callable that gives some
import enum, inspect
class Text: __signature__ = "(a, /, b=1)"
class Called: __signature__ = staticmethod(lambda: "(*, c)")
class Neither: __signature__ = 5
class Colour(enum.Enum): RED = 1
class Empty(enum.Flag): pass
for o in Text, Called, Colour, Empty:
    print(inspect.signature(o))
# expect: (a, /, b=1)
# expect: (*, c)
# expect: (*values)
# expect: (new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)
try: inspect.signature(Neither)
except TypeError as error: print(error)  # expect: unexpected object 5 in __signature__ attribute
---
# UserString takes keywords where CPython's does
import inspect
from collections import UserString
u = UserString("  Hello, World  ")
print(repr(u.find(sub="o")), repr(u.replace(old="o", new=UserString("0"), maxsplit=1)), u.split(sep=","), u.rsplit(maxsplit=1))
# expect: 6 '  Hell0, World  ' ['  Hello', ' World  '] ['  Hello,', 'World']
print(repr(u.strip(chars=" H")), repr(u.center(width=20)), u.startswith(prefix="  H"), u.endswith(suffix="d"), repr(u.expandtabs(tabsize=2)))
# expect: 'ello, World' '    Hello, World    ' True False '  Hello, World  '
print(repr(u.zfill(width=20)), repr(u.removeprefix(UserString("  "))), u.count("l", 3), u.splitlines(keepends=True), u.partition(sep=","))
# expect: '0000  Hello, World  ' 'Hello, World  ' 3 ['  Hello, World  '] ('  Hello', ',', ' World  ')
for name in "capitalize find replace split strip center startswith zfill removeprefix isalpha translate format".split():
    print(name, inspect.signature(getattr(UserString, name)))
# expect: capitalize (self)
# expect: find (self, sub, start=0, end=9223372036854775807)
# expect: replace (self, old, new, maxsplit=-1)
# expect: split (self, sep=None, maxsplit=-1)
# expect: strip (self, chars=None)
# expect: center (self, width, *args)
# expect: startswith (self, prefix, start=0, end=9223372036854775807)
# expect: zfill (self, width)
# expect: removeprefix (self, prefix, /)
# expect: isalpha (self)
# expect: translate (self, *args)
# expect: format (self, /, *args, **kwds)
for f in (lambda: u.find()), (lambda: u.upper(1)), (lambda: u.strip(UserString(" "))), lambda: u.index("zz"):
    try: f()
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
# expect: TypeError UserString.find() missing 1 required positional argument: 'sub'
# expect: TypeError UserString.upper() takes 1 positional argument but 2 were given
# expect: TypeError strip arg must be None or str
# expect: ValueError substring not found
---
# bind names a missing keyword-only argument so; replace() can take an annotation away
import inspect
for function in (lambda a, *, b: 0, lambda *args, b: 0, lambda a=1, *, b: 0):
    for args in ((), (1,)):
        try:
            print(inspect.signature(function).bind(*args))
        except TypeError as error:
            print(error)
# expect: missing a required argument: 'a'
# expect: missing a required keyword-only argument: 'b'
# expect: missing a required argument: 'b'
# expect: missing a required argument: 'b'
# expect: missing a required argument: 'b'
# expect: missing a required keyword-only argument: 'b'
def count() -> int: pass
signature = inspect.signature(count)
print(signature.replace(return_annotation=inspect.Signature.empty), signature.replace(return_annotation=None))
# expect: () () -> None
---
# what typing has is shown without its module in a signature
from typing import Any, NamedTuple, SupportsInt
import inspect
def pick(a: Any, *rest: SupportsInt, **named: list[Any]) -> Any: ...
print(inspect.signature(pick))
# expect: (a: Any, *rest: <class 'SupportsInt'>, **named: list[typing.Any]) -> Any
class Row(NamedTuple):
    cells: Any = ()
print(inspect.signature(Row))  # expect: (cells: Any = ())
---
# what calls an object of the library's own: getters take an object, others whatever they are given
import functools
import inspect
import operator
import weakref

class Thing: pass
thing = Thing()
for call in operator.itemgetter(1), operator.attrgetter("a"), operator.methodcaller("a"), weakref.ref(thing):
    print(inspect.signature(call))
# expect: (obj, /)
# expect: (obj, /)
# expect: (obj, /)
# expect: (*args, **kwargs)
for untold in max, iter, next, getattr, vars:
    try: inspect.signature(untold)
    except ValueError as error: print(error)
# expect: no signature found for builtin <built-in function max>
# expect: no signature found for builtin <built-in function iter>
# expect: no signature found for builtin <built-in function next>
# expect: no signature found for builtin <built-in function getattr>
# expect: no signature found for builtin <built-in function vars>
