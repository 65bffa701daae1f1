# references and proxies without a callback are made once for an object
import weakref
class Node: pass
node = Node()
print(weakref.ref(node) is weakref.ref(node), weakref.proxy(node) is weakref.proxy(node))
# expect: True True
print(weakref.ref(node, print) is weakref.ref(node), weakref.proxy(node, print) is weakref.proxy(node))
# expect: False False
class Labelled(weakref.ref):
    def __init__(self, target, callback=None, label="none"):
        super().__init__(target, callback)
        self.label = label
mine = Labelled(node, label="mine")
print(mine.label, mine() is node, mine is Labelled(node), weakref.ref(node) is mine)
# expect: mine True False False
---
# what can be referred to weakly
import collections, contextvars, functools, types, typing, weakref
def function(): yield
class Plain: pass
class Slotted: __slots__ = ()
class Names(list): pass
class Pair(tuple): pass
things = [function, function(), function.__code__, Plain, Plain(), int, types, set(), frozenset(), collections.deque(),
    functools.partial(print), functools.lru_cache(function), contextvars.Context(), typing.TypeVar("T"), list[int],
    memoryview(b""), Names(), ExceptionGroup("two", [OSError(), KeyError()]), Slotted(), Pair(), [], {}, (), 1, "text", None,
    object(), b"", bytearray(), range(2), ValueError()]
for thing in things:
    try: assert weakref.ref(thing)() is thing
    except TypeError as error: print(error)
    else: print("yes:", type(thing).__name__)
# expect: yes: function
# expect: yes: generator
# expect: yes: code
# expect: yes: type
# expect: yes: Plain
# expect: yes: type
# expect: yes: module
# expect: yes: set
# expect: yes: frozenset
# expect: yes: deque
# expect: yes: partial
# expect: yes: _lru_cache_wrapper
# expect: yes: Context
# expect: yes: TypeVar
# expect: yes: GenericAlias
# expect: yes: memoryview
# expect: yes: Names
# expect: yes: ExceptionGroup
# expect: cannot create weak reference to 'Slotted' object
# expect: cannot create weak reference to 'Pair' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'dict' object
# expect: cannot create weak reference to 'tuple' object
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'NoneType' object
# expect: cannot create weak reference to 'object' object
# expect: cannot create weak reference to 'bytes' object
# expect: cannot create weak reference to 'bytearray' object
# expect: cannot create weak reference to 'range' object
# expect: cannot create weak reference to 'ValueError' object
---
# a proxy passes for its object, and is told apart in messages
import weakref
class Box:
    def __init__(self, *items): self.items = items
    def __len__(self): return len(self.items)
    def __add__(self, other): return Box(*self.items, other)
box = Box(1, 2)
proxy = weakref.proxy(box)
print(isinstance(proxy, Box), type(proxy) is weakref.ProxyType, len(proxy), (proxy + 3).items, proxy.items)
# expect: True True 2 (1, 2, 3) (1, 2)
try: next(proxy)
except TypeError as error: print(error)  # expect: Weakref proxy referenced a non-iterator 'Box' object
---
# operations of WeakSet take any iterable of what can be referred to
import weakref
class Item:
    def __init__(self, name): self.name = name
a, b, c = map(Item, "abc")
def names(items): return "".join(sorted(item.name for item in items))
ab, bc = weakref.WeakSet([a, b]), weakref.WeakSet([b, c])
print(names(ab | bc), names(ab & bc), names(ab - bc), names(ab ^ bc), names(ab | [c]), names(ab & {b}))
# expect: abc b a ac abc b
print(ab <= [a, b, c], ab < [a, b], ab >= (a,), ab > {a, b}, ab.issubset(bc), ab.isdisjoint([c]), ab == {a, b})
# expect: True False True False False True False
ab &= [b]; bc -= [b]
print(names(ab), names(bc))  # expect: b c
ab ^= bc; bc |= (a,)
print(names(ab), names(bc), repr(weakref.WeakSet()))  # expect: bc ac set()
for method in "union", "intersection_update", "symmetric_difference_update", "issubset", "issuperset":
    try: getattr(ab, method)([[]])
    except TypeError as error: print(error)
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'list' object
for operator in "|", "&", "<", "-=":
    try: exec(f"ab {operator} 5")
    except TypeError as error: print(error)
# expect: 'int' object is not iterable
# expect: 'int' object is not iterable
# expect: 'int' object is not iterable
# expect: 'int' object is not iterable
---
# a reference shows the name that the type of its object gives
import weakref
class Config:
    def __getattr__(self, name): raise KeyError(name)
config = Config()
print(repr(weakref.ref(config)).split("; ")[1].split(" at ")[0], repr(weakref.ref(Config))[-9:])
# expect: to 'Config' (Config)>
