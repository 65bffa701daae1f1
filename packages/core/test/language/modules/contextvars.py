# a variable: default, set, and reset by its token
from contextvars import ContextVar, Token
v = ContextVar("v", default=1)
print(v.name, v.get(), v.get(2))  # expect: v 1 2
token = v.set(3)
print(v.get(), v.get(2), token.old_value is Token.MISSING, token.var is v)  # expect: 3 3 True True
second = v.set(4)
print(second.old_value, v.get())  # expect: 3 4
v.reset(second)
print(v.get())  # expect: 3
v.reset(token)
print(v.get(), v.get(None))  # expect: 1 None
print(v.set(None).old_value is Token.MISSING, v.get(), v.get(5))  # expect: True None None
---
# a variable without a default
from contextvars import ContextVar
v = ContextVar("v")
for default in ((), (None,), (7,)):
    try:
        print(v.get(*default))
    except LookupError as error:
        print(type(error).__name__, error.args[0] is v)
# expect: LookupError True
# expect: None
# expect: 7
v.set(0)
print(v.get(7))  # expect: 0
---
# what a variable is made of
from contextvars import ContextVar
class Name(str): pass
print(type(ContextVar(Name("a")).name).__name__)  # expect: Name
calls = [
    lambda: ContextVar(),
    lambda: ContextVar(1),
    lambda: ContextVar("a", 1),
    lambda: ContextVar("a", 1, 2),
    lambda: ContextVar("a", x=1, y=2),
    lambda: ContextVar(x=1, y=2, z=3),
    lambda: ContextVar("a", default=1, x=1),
    lambda: ContextVar(name="a"),
    lambda: ContextVar("a", d=1),
    lambda: ContextVar(b"a"),
    lambda: type("Sub", (ContextVar,), {}),
    lambda: ContextVar("a")[int],
    lambda: ContextVar("a").get(1, 2),
    lambda: ContextVar("a").get(default=1),
    lambda: ContextVar("a").set(),
    lambda: ContextVar("a").set(value=1),
    lambda: ContextVar("a").reset(),
    lambda: setattr(ContextVar("a"), "name", "b"),
    lambda: setattr(ContextVar("a"), "other", "b"),
    lambda: ContextVar.get(),
    lambda: ContextVar.get(1),
]
for call in calls:
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
# expect: TypeError ContextVar() takes exactly 1 positional argument (0 given)
# expect: TypeError context variable name must be a str
# expect: TypeError ContextVar() takes at most 1 positional argument (2 given)
# expect: TypeError ContextVar() takes at most 2 arguments (3 given)
# expect: TypeError ContextVar() takes at most 2 arguments (3 given)
# expect: TypeError ContextVar() takes at most 2 keyword arguments (3 given)
# expect: TypeError ContextVar() takes at most 2 arguments (3 given)
# expect: TypeError ContextVar() takes exactly 1 positional argument (0 given)
# expect: TypeError ContextVar() got an unexpected keyword argument 'd'
# expect: TypeError context variable name must be a str
# expect: TypeError type '_contextvars.ContextVar' is not an acceptable base type
# expect: TypeError '_contextvars.ContextVar' object is not subscriptable
# expect: TypeError get expected at most 1 argument, got 2
# expect: TypeError ContextVar.get() takes no keyword arguments
# expect: TypeError ContextVar.set() takes exactly one argument (0 given)
# expect: TypeError ContextVar.set() takes no keyword arguments
# expect: TypeError ContextVar.reset() takes exactly one argument (0 given)
# expect: AttributeError readonly attribute
# expect: AttributeError '_contextvars.ContextVar' object has no attribute 'other' and no __dict__ for setting new attributes
# expect: TypeError unbound method ContextVar.get() needs an argument
# expect: TypeError descriptor 'get' for '_contextvars.ContextVar' objects doesn't apply to a 'int' object
---
# reprs
from contextvars import Context, ContextVar, Token, copy_context
def plain(value):
    return " at ".join(part.lstrip("0123456789abcdefx") if part[:2] == "0x" else part for part in repr(value).split(" at "))
class Shown:
    def __repr__(self): return "Shown!"
v = ContextVar("it's", default=Shown())
print(plain(ContextVar("bare")), plain(v))
# expect: <ContextVar name='bare' at > <ContextVar name="it's" default=Shown! at >
token = v.set(1)
print(plain(token))  # expect: <Token var=<ContextVar name="it's" default=Shown! at > at >
v.reset(token)
print(plain(token), repr(Token.MISSING))
# expect: <Token used var=<ContextVar name="it's" default=Shown! at > at > <Token.MISSING>
print(plain(Context()), plain(Context().keys()), plain(Context().values()), plain(Context().items()))
# expect: <_contextvars.Context object at > <keys object at > <values object at > <items object at >
items = []
items.append(ContextVar("loop", default=items))
print(plain(items[0]))
# expect: <ContextVar name='loop' default=[<ContextVar name='loop' default=[...] at >] at >
print(ContextVar[int], Token[int, str], type(ContextVar[int]), ContextVar, Token, type(Token.MISSING))
# expect: _contextvars.ContextVar[int] _contextvars.Token[int, str] <class 'types.GenericAlias'> <class '_contextvars.ContextVar'> <class '_contextvars.Token'> <class 'Token.MISSING'>
class Bad:
    def __repr__(self): return 1 // 0
try:
    repr(ContextVar("bad", default=Bad()))
except ZeroDivisionError as error:
    print(error)  # expect: integer division or modulo by zero
---
# a token is of use once, for its variable, in its context
from contextvars import Context, ContextVar, Token
v, other = ContextVar("v"), ContextVar("other")
token = v.set(1)
def attempt(call, *args):
    try:
        call(*args)
    except (RuntimeError, ValueError, TypeError) as error:
        text = str(error)
        print(type(error).__name__, text[: text.find(" at 0x")], "...", text[text.rfind(">") + 1:])
    else:
        print("done")
attempt(other.reset, token)
# expect: ValueError <Token var=<ContextVar name='v' ...  was created by a different ContextVar
attempt(Context().run, v.reset, token)
# expect: ValueError <Token var=<ContextVar name='v' ...  was created in a different Context
attempt(v.reset, token)  # expect: done
attempt(v.reset, token)
# expect: RuntimeError <Token used var=<ContextVar name='v' ...  has already been used once
attempt(other.reset, token)
# expect: RuntimeError <Token used var=<ContextVar name='v' ...  has already been used once
attempt(v.reset, None)
# expect: TypeError expected an instance of Token, got Non ... expected an instance of Token, got None
attempt(Token)
# expect: RuntimeError Tokens can only be created by ContextVar ... Tokens can only be created by ContextVars
attempt(hash, token)
# expect: TypeError unhashable type: '_contextvars.Token ... unhashable type: '_contextvars.Token'
for name in ("var", "old_value", "MISSING"):
    try:
        setattr(token, name, 1)
    except AttributeError as error:
        print(error)
# expect: attribute 'var' of '_contextvars.Token' objects is not writable
# expect: attribute 'old_value' of '_contextvars.Token' objects is not writable
# expect: '_contextvars.Token' object attribute 'MISSING' is read-only
---
# tokens out of order give back what they saw
from contextvars import ContextVar
v = ContextVar("v")
tokens = [v.set(n) for n in range(3)]
v.reset(tokens[0])
print(v.get("none"))  # expect: none
v.reset(tokens[2])
print(v.get("none"))  # expect: 1
v.reset(tokens[1])
print(v.get("none"))  # expect: 0
---
# what is set in a context stays there
from contextvars import Context, ContextVar, copy_context
v = ContextVar("v", default="default")
v.set("outer")
context = copy_context()
def inner(value, *, then):
    before = v.get()
    v.set(value)
    return before, then(v.get())
print(context.run(inner, "inner", then=str.upper), v.get(), context[v])
# expect: ('outer', 'INNER') outer inner
print(context.run(v.get), Context().run(v.get))  # expect: inner default
v.set("changed")
print(v.get(), context[v], copy_context()[v])  # expect: changed inner changed
---
# a copy has the values of its moment
from contextvars import Context, ContextVar, copy_context
a, b = ContextVar("a"), ContextVar("b")
first = Context()
first.run(a.set, 1)
second = first.copy()
first.run(a.set, 2)
first.run(b.set, 3)
print(first[a], first[b], second[a], b in second, len(first), len(second), second is not first)
# expect: 2 3 1 False 2 1 True
second.run(b.set, [])
third = second.copy()
third[b].append("shared")
print(second[b], type(third).__name__, type(copy_context()).__name__)  # expect: ['shared'] Context Context
---
# a context is a mapping of variables
from contextvars import Context, ContextVar
a, b = ContextVar("a"), ContextVar("b", default=5)
context = Context()
print(len(context), bool(context), list(context), a in context)  # expect: 0 False [] False
context.run(a.set, 1)
print(len(context), bool(context), a in context, b in context, context[a], context.get(a), context.get(b), context.get(b, 7))
# expect: 1 True True False 1 1 None 7
context.run(b.set, None)
print(sorted(v.name for v in context), sorted(context.values(), key=str), sorted((k.name, v) for k, v in context.items()))
# expect: ['a', 'b'] [1, None] [('a', 1), ('b', None)]
try:
    Context()[b]
except KeyError as error:
    print(error.args[0] is b)  # expect: True
calls = [
    lambda: context[1],
    lambda: "a" in context,
    lambda: context.get("a"),
    lambda: context.get(),
    lambda: context.get(a, 1, 2),
    lambda: context.get(a, default=2),
    lambda: hash(context),
    lambda: context < context,
    lambda: reversed(context),
    lambda: context.__setitem__,
    lambda: setattr(context, "x", 1),
    lambda: Context(1),
    lambda: Context({}, a=1),
    lambda: Context[int],
    lambda: type("Sub", (Context,), {}),
]
for call in calls:
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
# expect: TypeError a ContextVar key was expected, got 1
# expect: TypeError a ContextVar key was expected, got 'a'
# expect: TypeError a ContextVar key was expected, got 'a'
# expect: TypeError get expected at least 1 argument, got 0
# expect: TypeError get expected at most 2 arguments, got 3
# expect: TypeError Context.get() takes no keyword arguments
# expect: TypeError unhashable type: '_contextvars.Context'
# expect: TypeError '<' not supported between instances of '_contextvars.Context' and '_contextvars.Context'
# expect: TypeError '_contextvars.Context' object is not reversible
# expect: AttributeError '_contextvars.Context' object has no attribute '__setitem__'
# expect: AttributeError '_contextvars.Context' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: TypeError Context() does not accept any arguments
# expect: TypeError Context() does not accept any arguments
# expect: TypeError type '_contextvars.Context' is not subscriptable
# expect: TypeError type '_contextvars.Context' is not an acceptable base type
---
# iterators over a context see what it was
from contextvars import Context, ContextVar
variables = [ContextVar(str(n)) for n in range(100)]
context = Context()
for n, variable in enumerate(variables):
    context.run(variable.set, n)
walk = context.items()
print(type(walk).__name__, len(walk), iter(walk) is walk, next(walk)[0] in variables, len(walk))
# expect: items 100 True True 100
for variable in variables[:99]:
    context.run(variable.set, "new")
rest = list(walk)
print(len(rest), len(walk), all(int(k.name) == v for k, v in rest), next(walk, "end"), list(walk))
# expect: 99 100 True end []
print(sum(1 for _ in context), len(context.keys()), sorted(map(str, context.values()))[:2])
# expect: 100 100 ['99', 'new']
print(type(iter(context)).__name__, type(context.values()).__name__)  # expect: keys values
try:
    type(walk)()
except TypeError as error:
    print(error)  # expect: cannot create 'items' instances
---
# a context with many variables, set and reset in any order
from contextvars import Context, ContextVar
variables = [ContextVar(f"v{n}") for n in range(1100)]
context = Context()
tokens = {}
for n in range(0, 1100, 3):
    tokens[n] = context.run(variables[n].set, n)
kept = context.copy()
for n in range(0, 1100, 2):
    if n in tokens: context.run(variables[n].reset, tokens.pop(n))
print(len(context), len(kept), sorted(context.values())[:5], sorted(kept.values())[:5])
# expect: 183 367 [3, 9, 15, 21, 27] [0, 3, 6, 9, 12]
print(all((variables[n] in context) == (n in tokens) for n in range(1100)), all(context[variables[n]] == n for n in tokens))
# expect: True True
for n in list(tokens):
    context.run(variables[n].reset, tokens[n])
print(len(context), list(context), len(kept), sum(kept.values()))  # expect: 0 [] 367 201483
---
# contexts are equal when their values are
from contextvars import Context, ContextVar
a, b = ContextVar("a"), ContextVar("b")
one, two = Context(), Context()
print(one == two, one != two, one == 1, one != 1, one.__eq__(1))
# expect: True False False True NotImplemented
one.run(a.set, [1])
print(one == two, one != two)  # expect: False True
two.run(a.set, [1])
print(one == two, one != two)  # expect: True False
two.run(b.set, 1)
one.run(a.set, [2])
print(one == two, two.copy() == two)  # expect: False True
one.run(b.set, 1)
print(one == two, one != two)  # expect: False True
class Odd:
    def __eq__(self, other):
        print("asked")
        return "yes"
one.run(a.set, Odd())
two.run(a.set, Odd())
print(one == two, one != two, one == one)
# expect: asked
# expect: asked
# expect: True False True
class Bad:
    def __eq__(self, other): raise KeyError("no")
one.run(a.set, Bad())
two.run(a.set, Bad())
print(one == two)
# raises: KeyError: 'no'
---
# a context is entered once at a time
from contextvars import Context, copy_context
context = Context()
def show(call, *args):
    try:
        call(*args)
    except RuntimeError as error:
        print(str(error).split(" at ")[0], str(error).split(">")[-1])
    else:
        print("fine")
show(context.run, context.run, print)
# expect: cannot enter context: <_contextvars.Context object  is already entered
show(context.run, context.copy().run, int)  # expect: fine
def through():
    Context().run(lambda: copy_context().run(context.run, print))
show(context.run, through)  # expect: cannot enter context: <_contextvars.Context object  is already entered
show(context.run, int)  # expect: fine
---
# a context is left when the call raises, and when it cannot be made
from contextvars import Context, ContextVar
v = ContextVar("v", default="outer")
context = Context()
def fail(value):
    v.set(value)
    raise ValueError(value)
for call in (lambda: context.run(fail, 1), lambda: context.run(5), lambda: context.run(), lambda: context.run(callable=int),
             lambda: context.run(int, "x"), lambda: Context.run(1), lambda: Context.run(), lambda: Context.run(context)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error, v.get(), context.run(v.get))
# expect: ValueError 1 outer 1
# expect: TypeError 'int' object is not callable outer 1
# expect: TypeError run() missing 1 required positional argument outer 1
# expect: TypeError run() missing 1 required positional argument outer 1
# expect: ValueError invalid literal for int() with base 10: 'x' outer 1
# expect: TypeError descriptor 'run' for '_contextvars.Context' objects doesn't apply to a 'int' object outer 1
# expect: TypeError unbound method Context.run() needs an argument outer 1
# expect: TypeError run() missing 1 required positional argument outer 1
print(context.run(print, 1, 2, sep="-"))
# expect: 1-2
# expect: None
---
# a traceback does not show the call in a context
from contextvars import Context
def fail():
    raise ValueError
try:
    Context().run(fail)
except ValueError as error:
    entry, names = error.__traceback__, []
    while entry is not None:
        names.append(entry.tb_frame.f_code.co_name)
        entry = entry.tb_next
    print(names)  # expect: ['<module>', 'fail']
---
# a generator runs in the context of whoever resumes it
from contextvars import Context, ContextVar
v = ContextVar("v", default="base")
def gen():
    yield v.get()
    v.set("set inside")
    yield v.get()
    try:
        yield v.get()
    finally:
        print("closing in", v.get())
context = Context()
context.run(v.set, "context")
g = gen()
print(context.run(next, g), next(g), v.get(), context.run(next, g))
# expect: context set inside set inside context
context.run(g.close)  # expect: closing in context
def nested():
    return context.copy().run(lambda: list(gen()))
print(nested(), v.get(), context[v])
# expect: closing in set inside
# expect: ['context', 'set inside', 'set inside'] set inside context
---
# contexts within contexts
from contextvars import ContextVar, copy_context
depth = ContextVar("depth", default=0)
def go(left):
    depth.set(depth.get() + 1)
    below = copy_context().run(go, left - 1) if left else []
    return [depth.get(), *below]
print(go(5), depth.get())  # expect: [1, 2, 3, 4, 5, 6] 1
def endless():
    return copy_context().run(endless)
try:
    endless()
except RecursionError:
    print("too deep", depth.get())  # expect: too deep 1
---
# callbacks of built-ins run in the context
from contextvars import Context, ContextVar
v = ContextVar("v", default=0)
def key(item):
    v.set(v.get() + 1)
    return -item
context = Context()
print(context.run(sorted, [1, 3, 2], key=key), context[v], v.get())  # expect: [3, 2, 1] 3 0
print(context.run(lambda: [v.get() for _ in "ab"]), context.run(dict, map=1), context.run(type, 5))
# expect: [3, 3] {'map': 1} <class 'int'>
---
# coroutines share the context of their caller
from contextvars import Context, ContextVar
v = ContextVar("v", default="outer")
async def child():
    v.set("child")
    return v.get()
async def main():
    before = v.get()
    await child()
    return before, v.get()
def drive(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
context = Context()
print(context.run(drive, main()), v.get(), context[v])  # expect: ('outer', 'child') outer child
---
# the module
import contextvars, copy
print(contextvars.__all__, contextvars.Context.__module__, contextvars.copy_context.__module__)
# expect: ('Context', 'ContextVar', 'Token', 'copy_context') _contextvars _contextvars
print(type(contextvars.copy_context()) is contextvars.Context)  # expect: True
try:
    contextvars.copy_context(1)
except TypeError as error:
    print(error)  # expect: _contextvars.copy_context() takes no arguments (1 given)
for value in (contextvars.Context(), contextvars.ContextVar("v"), contextvars.ContextVar("v").set(1)):
    try:
        copy.copy(value)
    except TypeError as error:
        print(error)
# expect: cannot pickle '_contextvars.Context' object
# expect: cannot pickle '_contextvars.ContextVar' object
# expect: cannot pickle '_contextvars.Token' object
