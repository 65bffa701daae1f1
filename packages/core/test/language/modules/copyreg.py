# object.__reduce_ex__ in each protocol
import copyreg
class Plain:
    def __init__(self): self.a = 1
class Empty: pass
class Slots:
    __slots__ = ("__y", "x", "z")
    def __init__(self): self.__y, self.x = 1, 2
class Numbers(list): pass
class Names(dict): pass
class Pair(tuple): pass
class Int(int): pass
class State:
    def __getstate__(self): return ("any", "thing")
def parts(o, protocol):
    try: found = o.__reduce_ex__(protocol)
    except TypeError as error: return f"TypeError: {error}"
    return [part.__name__ if callable(part) else list(part) if hasattr(part, "__next__") else part for part in found]
for make in (Plain, Empty, Slots, lambda: Numbers([1, 2]), lambda: Names(k=1), lambda: Pair([1]), lambda: Int(5), State, lambda: [1], lambda: 1.5):
    for protocol in 0, 1, 2, 4: print(type(make()).__name__, protocol, parts(make(), protocol))
# expect: Plain 0 ['_reconstructor', (<class '__main__.Plain'>, <class 'object'>, None), {'a': 1}]
# expect: Plain 1 ['_reconstructor', (<class '__main__.Plain'>, <class 'object'>, None), {'a': 1}]
# expect: Plain 2 ['__newobj__', (<class '__main__.Plain'>,), {'a': 1}, None, None]
# expect: Plain 4 ['__newobj__', (<class '__main__.Plain'>,), {'a': 1}, None, None]
# expect: Empty 0 ['_reconstructor', (<class '__main__.Empty'>, <class 'object'>, None)]
# expect: Empty 1 ['_reconstructor', (<class '__main__.Empty'>, <class 'object'>, None)]
# expect: Empty 2 ['__newobj__', (<class '__main__.Empty'>,), None, None, None]
# expect: Empty 4 ['__newobj__', (<class '__main__.Empty'>,), None, None, None]
# expect: Slots 0 TypeError: a class that defines __slots__ without defining __getstate__ cannot be pickled
# expect: Slots 1 TypeError: a class that defines __slots__ without defining __getstate__ cannot be pickled
# expect: Slots 2 ['__newobj__', (<class '__main__.Slots'>,), (None, {'_Slots__y': 1, 'x': 2}), None, None]
# expect: Slots 4 ['__newobj__', (<class '__main__.Slots'>,), (None, {'_Slots__y': 1, 'x': 2}), None, None]
# expect: Numbers 0 ['_reconstructor', (<class '__main__.Numbers'>, <class 'list'>, [1, 2])]
# expect: Numbers 1 ['_reconstructor', (<class '__main__.Numbers'>, <class 'list'>, [1, 2])]
# expect: Numbers 2 ['__newobj__', (<class '__main__.Numbers'>,), None, [1, 2], None]
# expect: Numbers 4 ['__newobj__', (<class '__main__.Numbers'>,), None, [1, 2], None]
# expect: Names 0 ['_reconstructor', (<class '__main__.Names'>, <class 'dict'>, {'k': 1})]
# expect: Names 1 ['_reconstructor', (<class '__main__.Names'>, <class 'dict'>, {'k': 1})]
# expect: Names 2 ['__newobj__', (<class '__main__.Names'>,), None, None, [('k', 1)]]
# expect: Names 4 ['__newobj__', (<class '__main__.Names'>,), None, None, [('k', 1)]]
# expect: Pair 0 ['_reconstructor', (<class '__main__.Pair'>, <class 'tuple'>, (1,))]
# expect: Pair 1 ['_reconstructor', (<class '__main__.Pair'>, <class 'tuple'>, (1,))]
# expect: Pair 2 ['__newobj__', (<class '__main__.Pair'>, (1,)), None, None, None]
# expect: Pair 4 ['__newobj__', (<class '__main__.Pair'>, (1,)), None, None, None]
# expect: Int 0 ['_reconstructor', (<class '__main__.Int'>, <class 'int'>, 5)]
# expect: Int 1 ['_reconstructor', (<class '__main__.Int'>, <class 'int'>, 5)]
# expect: Int 2 ['__newobj__', (<class '__main__.Int'>, 5), None, None, None]
# expect: Int 4 ['__newobj__', (<class '__main__.Int'>, 5), None, None, None]
# expect: State 0 ['_reconstructor', (<class '__main__.State'>, <class 'object'>, None), ('any', 'thing')]
# expect: State 1 ['_reconstructor', (<class '__main__.State'>, <class 'object'>, None), ('any', 'thing')]
# expect: State 2 ['__newobj__', (<class '__main__.State'>,), ('any', 'thing'), None, None]
# expect: State 4 ['__newobj__', (<class '__main__.State'>,), ('any', 'thing'), None, None]
# expect: list 0 TypeError: cannot pickle 'list' object
# expect: list 1 TypeError: cannot pickle 'list' object
# expect: list 2 ['__newobj__', (<class 'list'>,), None, [1], None]
# expect: list 4 ['__newobj__', (<class 'list'>,), None, [1], None]
# expect: float 0 TypeError: cannot pickle 'float' object
# expect: float 1 TypeError: cannot pickle 'float' object
# expect: float 2 ['__newobj__', (<class 'float'>, 1.5), None, None, None]
# expect: float 4 ['__newobj__', (<class 'float'>, 1.5), None, None, None]
print(parts(Plain(), True))
# expect: ['_reconstructor', (<class '__main__.Plain'>, <class 'object'>, None), {'a': 1}]
for protocol in "2", 2.0, None:
    try: Plain().__reduce_ex__(protocol)
    except TypeError as error: print(error)
# expect: 'str' object cannot be interpreted as an integer
# expect: 'float' object cannot be interpreted as an integer
# expect: 'NoneType' object cannot be interpreted as an integer
print(Plain().__reduce__()[0] is copyreg._reconstructor, Plain().__reduce_ex__(2)[0] is copyreg.__newobj__)
# expect: True True
print(Plain().__reduce__()[1:], Slots().__getstate__(), Empty().__getstate__(), Plain().__getstate__())
# expect: ((<class '__main__.Plain'>, <class 'object'>, None), {'a': 1}) (None, {'_Slots__y': 1, 'x': 2}) None {'a': 1}
---
# arguments for __new__
import copy
class Point:
    def __new__(cls, *args, **keywords):
        self = super().__new__(cls)
        self.made_with = args, keywords
        return self
class WithArgs(Point):
    def __getnewargs__(self): return (1, 2)
class WithKeywords(Point):
    def __getnewargs_ex__(self): return (1,), {"k": [2]}
class NoKeywords(Point):
    def __getnewargs_ex__(self): return (1,), {}
for cls in WithArgs, WithKeywords, NoKeywords:
    found = cls().__reduce_ex__(4)
    print(cls.__name__, found[0].__name__, found[1:])
    print(copy.copy(cls()).made_with, copy.deepcopy(cls()).made_with)
# expect: WithArgs __newobj__ ((<class '__main__.WithArgs'>, 1, 2), {'made_with': ((), {})}, None, None)
# expect: ((), {}) ((), {})
# expect: WithKeywords __newobj_ex__ ((<class '__main__.WithKeywords'>, (1,), {'k': [2]}), {'made_with': ((), {})}, None, None)
# expect: ((), {}) ((), {})
# expect: NoKeywords __newobj__ ((<class '__main__.NoKeywords'>, 1), {'made_with': ((), {})}, None, None)
# expect: ((), {}) ((), {})
for answer in [1], (1,), ([], {}), ((), []), None:
    class Bad:
        def __getnewargs_ex__(self): return answer
    class AlsoBad:
        def __getnewargs__(self): return answer
    for cls in Bad, AlsoBad:
        try: print(cls().__reduce_ex__(2)[1][1:])
        except (TypeError, ValueError) as error: print(type(error).__name__, error)
# expect: TypeError __getnewargs_ex__ should return a tuple, not 'list'
# expect: TypeError __getnewargs__ should return a tuple, not 'list'
# expect: ValueError __getnewargs_ex__ should return a tuple of length 2, not 1
# expect: (1,)
# expect: TypeError first item of the tuple returned by __getnewargs_ex__ must be a tuple, not 'list'
# expect: ([], {})
# expect: TypeError second item of the tuple returned by __getnewargs_ex__ must be a dict, not 'list'
# expect: ((), [])
# expect: TypeError __getnewargs_ex__ should return a tuple, not 'NoneType'
# expect: TypeError __getnewargs__ should return a tuple, not 'NoneType'
---
# copies of what the interpreter makes
import copy, operator, types
from collections import deque
class C:
    def method(self): return self
c = C()
for o in (slice(1, [2]), c.method, [].append, "abc".upper, len, list.append, str.__len__, list[int], int | str, operator.methodcaller("x", 1, k=2), operator.methodcaller("split")):
    copies = copy.copy(o), copy.deepcopy(o)
    print(type(o).__name__, [(type(made) is type(o), made == o or repr(made) == repr(o)) for made in copies])
# expect: slice [(True, True), (True, True)]
# expect: method [(True, True), (True, False)]
# expect: builtin_function_or_method [(True, True), (True, True)]
# expect: builtin_function_or_method [(True, True), (True, True)]
# expect: builtin_function_or_method [(True, True), (True, True)]
# expect: method_descriptor [(True, True), (True, True)]
# expect: wrapper_descriptor [(True, True), (True, True)]
# expect: GenericAlias [(True, True), (True, True)]
# expect: UnionType [(True, True), (True, True)]
# expect: methodcaller [(True, True), (True, True)]
# expect: methodcaller [(True, True), (True, True)]
print(copy.copy(c.method).__self__ is c, copy.deepcopy(c.method).__self__ is c, copy.deepcopy(slice(1, [2])))
# expect: True False slice(1, [2], None)
left = iter(deque([1, 2, 3]))
print(next(left), list(copy.copy(left)), list(left), list(copy.copy(left)), list(copy.copy(reversed(deque([1, 2])))))
# expect: 1 [2, 3] [2, 3] [] [2, 1]
for o in (x for x in ()), C.method.__code__, memoryview(b""), types:
    try: copy.copy(o)
    except TypeError as error: print(error)
# expect: cannot pickle 'generator' object
# expect: cannot pickle memoryview objects
# expect: cannot pickle 'module' object
print(copy.copy(super(C, c)) is c, type(copy.copy(super(C, c))).__name__)  # expect: False C
---
# exceptions keep what they were made with
import copy
error = AttributeError("m", name="n", obj=5)
error.more = 1
made = copy.copy(error)
print(made.args, made.name, made.obj, made.more)  # expect: ('m',) n None 1
error = ImportError("m", name="n", path="p")
error.more = [1]
for f in copy.copy, copy.deepcopy:
    made = f(error)
    print(made.args, made.name, made.path, made.more, made.more is error.more)
# expect: ('m',) n p [1] True
# expect: ('m',) n p [1] False
print(error.__reduce__())  # expect: (<class 'ImportError'>, ('m',), {'more': [1], 'name': 'n', 'path': 'p'})
---
# copyreg: functions registered for classes
import copy, copyreg
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C({self.n})"
copyreg.pickle(C, lambda c: (C, (c.n + 1,)))
print(copy.copy(C(1)), copy.deepcopy(C(1)), C in copyreg.dispatch_table, copyreg.dispatch_table is copy.dispatch_table)
# expect: C(2) C(2) True True
for f, args in ((copyreg.pickle, (C, 5)), (copyreg.pickle, (C, len, 5)), (copyreg.constructor, (5,))):
    try: f(*args)
    except TypeError as error: print(error)
# expect: reduction functions must be callable
# expect: constructors must be callable
# expect: constructors must be callable
print(copyreg.__newobj__(list), copyreg.__newobj_ex__(int, ("7",), {}), copyreg._reconstructor(C, object, None).__dict__)
# expect: [] 7 {}
class Numbers(list): pass
print(copyreg._reconstructor(Numbers, list, [1, 2]), sorted(copyreg.__all__))
# expect: [1, 2] ['add_extension', 'clear_extension_cache', 'constructor', 'pickle', 'remove_extension']
copyreg.add_extension("m", "n", 1000)
for args in ("m", "n", 0), ("m", "n", 1001), ("m", "o", 1000):
    try: copyreg.add_extension(*args)
    except ValueError as error: print(error)
# expect: code out of range
# expect: key ('m', 'n') is already registered with code 1000
# expect: code 1000 is already in use for key ('m', 'n')
copyreg.remove_extension("m", "n", 1000)
try: copyreg.remove_extension("m", "n", 1000)
except ValueError as error: print(error)  # expect: key ('m', 'n') is not registered with code 1000
