# argument lists of code and frames
import inspect
print(inspect.getargs((lambda a, *b, c, **d: 1).__code__), inspect.getargs((lambda: 1).__code__))
# expect: Arguments(args=['a', 'c'], varargs='b', varkw='d') Arguments(args=[], varargs=None, varkw=None)
def f(a, b=2, *c, d, **e):
    print(inspect.getargvalues(inspect.currentframe()))
    print(inspect.formatargvalues(*inspect.getargvalues(inspect.currentframe())))
    values = inspect.getargvalues(inspect.currentframe())
    print(inspect.formatargvalues(*values, formatarg=str.upper, formatvalue=lambda value: f":{value!r}"))
f(1, 2, 3, d=4, z=5)
# expect: ArgInfo(args=['a', 'b', 'd'], varargs='c', keywords='e', locals={'a': 1, 'b': 2, 'd': 4, 'c': (3,), 'e': {'z': 5}})
# expect: (a=1, b=2, d=4, *c=(3,), **e={'z': 5})
# expect: (A:1, B:2, D:4, *c:(3,), **e:{'z': 5})
try: inspect.getargs(5)
except TypeError as error: print(error)  # expect: 5 is not a code object
print(inspect.FullArgSpec._fields, inspect.ClosureVars._fields, inspect.getmodulename("/a/b.py"), inspect.getmodulename("x.txt"), inspect.indentsize("\t  x"))
# expect: ('args', 'varargs', 'varkw', 'defaults', 'kwonlyargs', 'kwonlydefaults', 'annotations') ('nonlocals', 'globals', 'builtins', 'unbound') b None 10
---
# trees of classes
import inspect
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(int, A): pass
def shown(tree): return [shown(each) if isinstance(each, list) else each[0].__name__ for each in tree]
for classes in [A, B, C, D], [D], [D, A], [E, A, C], [object, A], []:
    print(shown(inspect.getclasstree(classes)), shown(inspect.getclasstree(classes, True)))
# expect: ['object', ['A', ['B', ['D'], 'C', ['D']]]] ['object', ['A', ['B', ['D'], 'C']]]
# expect: ['B', ['D'], 'C', ['D']] ['B', ['D'], 'C', ['D']]
# expect: ['B', ['D'], 'C', ['D'], 'object', ['A']] ['B', ['D'], 'C', ['D'], 'object', ['A']]
# expect: ['int', ['E'], 'object', ['A', ['C', 'E']]] ['int', ['E'], 'object', ['A', ['C', 'E']]]
# expect: ['object', ['A']] ['object', ['A']]
# expect: [] []
print(inspect.getclasstree([B]))
# expect: [(<class '__main__.A'>, (<class 'object'>,)), [(<class '__main__.B'>, (<class '__main__.A'>,))]]
---
# states and variables of coroutines and asynchronous generators
import inspect
async def numbers(n):
    for i in range(n): yield i
def step(coroutine):
    try: coroutine.send(None)
    except StopIteration as stop: return stop.value
agen = numbers(3)
print(inspect.getasyncgenstate(agen), inspect.getasyncgenlocals(agen))  # expect: AGEN_CREATED {'n': 3}
print(step(agen.__anext__()), inspect.getasyncgenstate(agen), inspect.getasyncgenlocals(agen))
# expect: 0 AGEN_SUSPENDED {'n': 3, 'i': 0}
step(agen.aclose())
print(inspect.getasyncgenstate(agen), inspect.getasyncgenlocals(agen))  # expect: AGEN_CLOSED {}
async def work(x): return x
coroutine = work(5)
print(inspect.getcoroutinelocals(coroutine), inspect.getcoroutinestate(coroutine))
# expect: {'x': 5} CORO_CREATED
coroutine.close()
print(inspect.getcoroutinelocals(coroutine), inspect.getcoroutinestate(coroutine))  # expect: {} CORO_CLOSED
try: inspect.getasyncgenlocals(5)
except TypeError as error: print(error)  # expect: 5 is not a Python async generator
---
# getattr_static runs nothing of the object; data descriptors with __delete__ win
import inspect
class Meta(type):
    @property
    def __mro__(cls): print("asked")
    tag = "meta"
class Loud(metaclass=Meta):
    level = 3
    @property
    def __dict__(self): print("asked")
    @property
    def __class__(self): print("asked")
print(inspect.getattr_static(Loud(), "level"), inspect.getattr_static(Loud, "tag"))  # expect: 3 meta
print(inspect.getattr_static(Loud(), "tag", "none"))  # expect: none
class Plain:
    def __get__(self, *args): return 1
class Removing(Plain):
    def __delete__(self, obj): pass
class Box:
    plain, removing = Plain(), Removing()
    def __init__(self): self.__dict__.update(plain="own", removing="own")
print([type(inspect.getattr_static(Box(), name)).__name__ for name in ("plain", "removing")])
# expect: ['str', 'Removing']
---
# __init_subclass__ is told whether its class is abstract
import abc, inspect
class Screen(abc.ABC):
    shown = []
    @abc.abstractmethod
    def draw(self): ...
    def __init_subclass__(cls):
        Screen.shown.append((cls.__name__, inspect.isabstract(cls)))
class Panel(Screen):
    def size(self): ...
class Menu(Panel):
    def draw(self): ...
print(Screen.shown, inspect.isabstract(Panel), inspect.isabstract(Menu), inspect.isabstract(int), inspect.isabstract(Menu()))
# expect: [('Panel', True), ('Menu', False)] True False False False
---
# the documentation of slots; what overrides nothing has none
import inspect

class Lamp:
    __slots__ = {"power": "In watts.", "colour": None}
    @property
    def bright(self):
        "Whether it dazzles."

class Torch(Lamp):
    __slots__ = ()
    @property
    def bright(self): return True
    def shine(self): pass

class Loud(Torch):
    bright = property(lambda self: False)

for each in (Lamp.power, Torch.power, Lamp.colour, Torch.bright, Torch.shine, Torch, Loud.bright):
    print(inspect.getdoc(each))
# expect: In watts.
# expect: In watts.
# expect: None
# expect: Whether it dazzles.
# expect: None
# expect: None
# expect: Whether it dazzles.
---
# a partial is neither a method nor anything that binds
import functools
import inspect

show = functools.partial(print, sep="-")
print(inspect.ismethoddescriptor(show), inspect.isroutine(show), callable(show))  # expect: False False True
print(inspect.ismethoddescriptor(functools.partialmethod(print)), inspect.ismethoddescriptor(str.upper))
# expect: True True
---
# a frame knows the columns where it stands
import inspect

print(inspect.getframeinfo(inspect.currentframe()).positions[2:], inspect.stack()[0].positions.col_offset)
# expect: (6, 50) 66
try:
    print(1 / 0)
except ZeroDivisionError:
    print(tuple(inspect.trace()[0].positions)[2:], inspect.trace()[0]._fields)
# expect: (10, 15) ('frame', 'filename', 'lineno', 'function', 'code_context', 'index')
