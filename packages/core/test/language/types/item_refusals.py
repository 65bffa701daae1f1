# what has no items says so in this order: the index is made and measured first, where the type is a sequence of a kind
asked = []
class Index:
    def __init__(self, n): self.n = n
    def __index__(self):
        asked.append(self.n)
        return self.n
class Broken:
    def __index__(self): raise RuntimeError("broken")
class Plain: pass
class Numbers(tuple): pass
keys = {
    "small": lambda: 0, "negative": lambda: -9, "huge": lambda: 2**64, "bool": lambda: True, "float": lambda: 1.5,
    "str": lambda: "k", "None": lambda: None, "slice": lambda: slice(0, 1), "Index": lambda: Index(1),
    "huge Index": lambda: Index(-2**64), "Broken": Broken, "tuple": lambda: (0,),
}
def table(make):
    type_name = f"'{type(make()).__name__}'"
    return {(action, name): change(action, make(), key()).replace(type_name, "T")
            for action in ("set", "del") for name, key in keys.items()}
def change(action, o, key):
    try:
        if action == "set": o[key] = 1
        else: del o[key]
    except Exception as error:
        return f"{type(error).__name__}: {error}"
of_tuple = table(lambda: (1, 2))
print(asked)  # expect: [1, -18446744073709551616, 1, -18446744073709551616]
for case, answer in of_tuple.items(): print(*case, "|", answer)
# expect: set small | TypeError: T object does not support item assignment
# expect: set negative | TypeError: T object does not support item assignment
# expect: set huge | IndexError: cannot fit 'int' into an index-sized integer
# expect: set bool | TypeError: T object does not support item assignment
# expect: set float | TypeError: T object does not support item assignment
# expect: set str | TypeError: T object does not support item assignment
# expect: set None | TypeError: T object does not support item assignment
# expect: set slice | TypeError: T object does not support item assignment
# expect: set Index | TypeError: T object does not support item assignment
# expect: set huge Index | IndexError: cannot fit 'Index' into an index-sized integer
# expect: set Broken | RuntimeError: broken
# expect: set tuple | TypeError: T object does not support item assignment
# expect: del small | TypeError: T object doesn't support item deletion
# expect: del negative | TypeError: T object doesn't support item deletion
# expect: del huge | IndexError: cannot fit 'int' into an index-sized integer
# expect: del bool | TypeError: T object doesn't support item deletion
# expect: del float | TypeError: T object does not support item deletion
# expect: del str | TypeError: T object does not support item deletion
# expect: del None | TypeError: T object does not support item deletion
# expect: del slice | TypeError: T object does not support item deletion
# expect: del Index | TypeError: T object doesn't support item deletion
# expect: del huge Index | IndexError: cannot fit 'Index' into an index-sized integer
# expect: del Broken | RuntimeError: broken
# expect: del tuple | TypeError: T object does not support item deletion
for make in ((lambda: "ab"), lambda: b"ab", lambda: range(2), lambda: {1, 2}, lambda: frozenset({1}),
             lambda: {}.keys(), lambda: {}.values(), Plain, lambda: Numbers((1, 2))):
    print(type(make()).__name__, table(make) == of_tuple)
# expect: str True
# expect: bytes True
# expect: range True
# expect: set True
# expect: frozenset True
# expect: dict_keys True
# expect: dict_values True
# expect: Plain True
# expect: Numbers True
print(len(asked))  # expect: 40
---
# what is no sequence refuses any key alike
class Index:
    def __index__(self):
        print("never asked")
        return 0
class Meta(type): pass
class WithMeta(metaclass=Meta): pass
def f(): pass
for o in (5, 1.5, True, None, f, len, iter([1]), slice(1), ..., ValueError("x"), int, list[int], int | str, object()):
    for key in (0, 2**64, Index(), "k", slice(0, 1)):
        try: o[key] = 1
        except TypeError as error: assigned = str(error)
        try: del o[key]
        except TypeError as error: deleted = str(error)
    print(assigned, "|", deleted)
# expect: 'int' object does not support item assignment | 'int' object does not support item deletion
# expect: 'float' object does not support item assignment | 'float' object does not support item deletion
# expect: 'bool' object does not support item assignment | 'bool' object does not support item deletion
# expect: 'NoneType' object does not support item assignment | 'NoneType' object does not support item deletion
# expect: 'function' object does not support item assignment | 'function' object does not support item deletion
# expect: 'builtin_function_or_method' object does not support item assignment | 'builtin_function_or_method' object does not support item deletion
# expect: 'list_iterator' object does not support item assignment | 'list_iterator' object does not support item deletion
# expect: 'slice' object does not support item assignment | 'slice' object does not support item deletion
# expect: 'ellipsis' object does not support item assignment | 'ellipsis' object does not support item deletion
# expect: 'ValueError' object does not support item assignment | 'ValueError' object does not support item deletion
# expect: 'type' object does not support item assignment | 'type' object does not support item deletion
# expect: 'types.GenericAlias' object does not support item assignment | 'types.GenericAlias' object does not support item deletion
# expect: 'types.UnionType' object does not support item assignment | 'types.UnionType' object does not support item deletion
# expect: 'object' object does not support item assignment | 'object' object does not support item deletion
try: del WithMeta[0]
except TypeError as error: print(error)  # expect: 'Meta' object doesn't support item deletion
try: WithMeta[2**64] = 1
except IndexError as error: print(error)  # expect: cannot fit 'int' into an index-sized integer
---
# a class with one of the two methods has no other
class SetOnly:
    def __setitem__(self, key, value): print("set", key, value)
class DelOnly(tuple):
    def __delitem__(self, key): print("del", key)
for o in SetOnly(), DelOnly():
    for key in 0, 2**64, "k":
        try: o[key] = 1
        except AttributeError as error: print("AttributeError:", error, error.name)
        try: del o[key]
        except AttributeError as error: print("AttributeError:", error, error.name)
# expect: set 0 1
# expect: AttributeError: __delitem__ None
# expect: set 18446744073709551616 1
# expect: AttributeError: __delitem__ None
# expect: set k 1
# expect: AttributeError: __delitem__ None
# expect: AttributeError: __setitem__ None
# expect: del 0
# expect: AttributeError: __setitem__ None
# expect: del 18446744073709551616
# expect: AttributeError: __setitem__ None
# expect: del k
---
# an index that is too large is called by the type of the key
from collections import deque
class Int(int): pass
class Index:
    def __index__(self): return 2**64
for o in [1, 2], (1, 2), "ab", b"ab", bytearray(b"ab"), memoryview(b"ab"), deque([1]), range(2):
    for key in 2**64, Int(-2**70), Index():
        try: print(o[key])
        except IndexError as error: print(type(o).__name__, error)
# expect: list cannot fit 'int' into an index-sized integer
# expect: list cannot fit 'Int' into an index-sized integer
# expect: list cannot fit 'Index' into an index-sized integer
# expect: tuple cannot fit 'int' into an index-sized integer
# expect: tuple cannot fit 'Int' into an index-sized integer
# expect: tuple cannot fit 'Index' into an index-sized integer
# expect: str cannot fit 'int' into an index-sized integer
# expect: str cannot fit 'Int' into an index-sized integer
# expect: str cannot fit 'Index' into an index-sized integer
# expect: bytes cannot fit 'int' into an index-sized integer
# expect: bytes cannot fit 'Int' into an index-sized integer
# expect: bytes cannot fit 'Index' into an index-sized integer
# expect: bytearray cannot fit 'int' into an index-sized integer
# expect: bytearray cannot fit 'Int' into an index-sized integer
# expect: bytearray cannot fit 'Index' into an index-sized integer
# expect: memoryview cannot fit 'int' into an index-sized integer
# expect: memoryview cannot fit 'Int' into an index-sized integer
# expect: memoryview cannot fit 'Index' into an index-sized integer
# expect: deque cannot fit 'int' into an index-sized integer
# expect: deque cannot fit 'Int' into an index-sized integer
# expect: deque cannot fit 'Index' into an index-sized integer
# expect: range range object index out of range
# expect: range range object index out of range
# expect: range range object index out of range
items = [1, 2]
for key in 2**64, Int(-2**70), Index():
    try: items[key] = 1
    except IndexError as error: print(error)
    try: del items[key]
    except IndexError as error: print(error)
# expect: cannot fit 'int' into an index-sized integer
# expect: cannot fit 'int' into an index-sized integer
# expect: cannot fit 'Int' into an index-sized integer
# expect: cannot fit 'Int' into an index-sized integer
# expect: cannot fit 'Index' into an index-sized integer
# expect: cannot fit 'Index' into an index-sized integer
---
# types.GenericAlias and types.UnionType are called so in messages
import types
for o in list[int], int | str:
    for f in len, int, lambda o: o + 1.5, lambda o: -o, lambda o: o < 1:
        try: f(o)
        except TypeError as error: print(error)
    print(type(o).__name__, type(o).__qualname__, type(o))
# expect: object of type 'types.GenericAlias' has no len()
# expect: int() argument must be a string, a bytes-like object or a real number, not 'types.GenericAlias'
# expect: unsupported operand type(s) for +: 'types.GenericAlias' and 'float'
# expect: bad operand type for unary -: 'types.GenericAlias'
# expect: '<' not supported between instances of 'types.GenericAlias' and 'int'
# expect: GenericAlias GenericAlias <class 'types.GenericAlias'>
# expect: object of type 'types.UnionType' has no len()
# expect: int() argument must be a string, a bytes-like object or a real number, not 'types.UnionType'
# expect: unsupported operand type(s) for +: 'types.UnionType' and 'float'
# expect: bad operand type for unary -: 'types.UnionType'
# expect: '<' not supported between instances of 'types.UnionType' and 'int'
# expect: UnionType UnionType <class 'types.UnionType'>
try: (int | str)()
except TypeError as error: print(error)  # expect: 'types.UnionType' object is not callable
try: (int | str).foo
except AttributeError as error: print(error)  # expect: 'types.UnionType' object has no attribute 'foo'
try: types.GenericAlias(list)
except TypeError as error: print(error)  # expect: GenericAlias expected 2 arguments, got 1
try: iter(int | str)
except TypeError as error: print(error)  # expect: 'types.UnionType' object is not iterable
