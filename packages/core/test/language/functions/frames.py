# a frame's f_locals writes through to the variables of the function
import sys
def bump():
    seen = sys._getframe(1).f_locals
    seen["count"] += 1
def run():
    count = 0
    for _ in range(3):
        bump()
    own = sys._getframe().f_locals
    own["count"] *= 10
    print(count, own["count"], type(own).__name__, own is sys._getframe().f_locals)
    count = 7
    print(own["count"], own == {"count": 7, "_": 2, "own": own}, own.get("absent"))
    del count
    print("count" in own, list(own))
run()
# expect: 30 30 FrameLocalsProxy False
# expect: 7 True None
# expect: False ['_', 'own']
---
# ... to cells and free variables too, as exec does that is given them
import sys
def outer():
    shared = "old"
    def inner():
        nonlocal shared
        sys._getframe(1).f_locals["shared"] = "from without"
        print(shared)
        sys._getframe().f_locals["shared"] = "from within"
    inner()
    print(shared)
    exec("shared = 'by exec'", globals(), sys._getframe().f_locals)
    print(shared)
    exec("shared = 'lost'")
    print(shared)
outer()
# expect: from without
# expect: from within
# expect: by exec
# expect: by exec
def counter():
    total = 1
    while True:
        yield total
it = counter()
next(it)
it.gi_frame.f_locals["total"] = 50
print(next(it))  # expect: 50
---
# locals() is a copy, which has names that were added by f_locals
import sys
def f(a, b=2):
    copy = locals()
    copy["a"] = 9
    sys._getframe().f_locals["extra"] = 3
    print(a, copy, locals()["extra"], locals() is locals(), "extra" in sys._getframe().f_locals)
    del copy
    print(locals(), dir())
f(1)
# expect: 1 {'a': 9, 'b': 2} 3 False True
# expect: {'a': 1, 'b': 2, 'extra': 3} ['a', 'b', 'extra']
---
# what the proxy of f_locals can do
import sys
def f(a, b):
    p = sys._getframe().f_locals
    del_error = None
    for action in (lambda: p["none"], lambda: p.__delitem__("a"), lambda: p.update(5), lambda: hash(p)):
        try:
            action()
        except (KeyError, TypeError) as e:
            print(type(e).__name__, e)
    del action, del_error
    p.update({"a": 10})
    p |= {"b": 20}
    print(a, b, p.setdefault("a", 0), p.setdefault("c", 30))
    print(p.keys(), p.copy() == p, p != {}, len(p), [*reversed(p)], bool(p), type(p.items()))
    print(type(p | {}), ({"z": 1} | p)["z"], "%(a)d" % p, dict(**p).keys())
    match p:
        case {"a": 10, "b": found}:
            print("matched", found)
    print(p)
f(1, 2)
# expect: KeyError "local variable ''none'' is not defined"
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: TypeError update() argument must be dict or another FrameLocalsProxy
# expect: TypeError unhashable type: 'FrameLocalsProxy'
# expect: 10 20 10 30
# expect: ['a', 'b', 'p', 'c'] True True 4 ['c', 'p', 'b', 'a'] True <class 'list'>
# expect: <class 'dict'> 1 10 dict_keys(['a', 'b', 'p', 'c'])
# expect: matched 20
# expect: {'a': 10, 'b': 20, 'found': 20, 'p': {...}, 'c': 30}
---
# the frame of a function that has ended keeps its variables
import sys
def ended(n):
    frame = sys._getframe()
    seen = frame.f_locals
    n += 1
    try:
        frame.clear()
    except RuntimeError as e:
        print(e)
    return seen, frame
def failing(store):
    store.append(sys._getframe())
    last = "words"
    1 / 0
seen, frame = ended(1)  # expect: cannot clear an executing frame
print(seen["n"], list(seen), seen == frame.f_locals)  # expect: 2 ['n', 'frame', 'seen'] True
seen["n"] = 5
print(frame.f_locals["n"])  # expect: 5
store = []
try:
    failing(store)
except ZeroDivisionError:
    print(store[0].f_locals["last"])  # expect: words
frame.clear()
print(frame.f_locals)  # expect: {}
class Body:
    sys._getframe().f_locals["added"] = 1
print(Body.added, sys._getframe().f_locals is globals())  # expect: 1 True
---
# f_back leads to the caller as long as that runs, from a frame that has ended too
import sys
def inner():
    return sys._getframe()
def middle():
    ended = inner()
    return ended, ended.f_back.f_code.co_name, ended.f_back.f_locals["ended"] is ended
ended, *rest = middle()
print(rest, ended.f_locals, ended.f_back.f_back.f_code.co_name)  # expect: ['middle', True] {} <module>
def steps():
    yield inner().f_back.f_code.co_name
print(next(steps()))  # expect: steps
---
# what f_locals answers is a Mapping
import sys
from collections.abc import Mapping
def look(shape):
    seen = sys._getframe().f_locals
    match seen:
        case {"shape": found}:
            return isinstance(seen, Mapping), found, type(seen).__name__
print(look("round"), issubclass(type(look), Mapping))  # expect: (True, 'round', 'FrameLocalsProxy') False
---
# locals() shows a comprehension's variable inside of it alone, also after an exception has left it
import sys
def scale(word="outer"):
    try:
        [1 / 0 for word in [0]]
    except ZeroDivisionError as error:
        print(locals().keys(), word, error.__traceback__.tb_frame.f_locals["word"])
    return [locals()["word"] for word in "ab"], locals()["word"]
print(scale())
# expect: dict_keys(['word', 'error']) outer outer
# expect: (['a', 'b'], 'outer')
def failing():
    keep = 1
    return {part: 1 / part for part in [0]}
try:
    failing()
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_locals)  # expect: {'keep': 1}
def closing():
    try:
        [(lambda: each)() / 0 for each in [1]]
    except ZeroDivisionError:
        return locals()
print(closing())  # expect: {}
---
# in a comprehension of a module or a class, locals() is its variables, so eval() finds them
import sys
size = 3
print([eval("size * n") for n in [1, 2]], ["{n}".format(**locals()) for n in [1, 2]], "n" in globals())
# expect: [3, 6] ['1', '2'] False
print([[locals() for m in [1]] for n in [2]], {n: dir() for n in "x"}, [dict(sys._getframe().f_locals) for n in [4]])
# expect: [[{'n': 2, 'm': 1}]] {'x': ['n']} [{'n': 4}]
print([exec("size = n") for n in [9]], size)  # expect: [None] 3
class Shapes:
    sides = 4
    print([locals() for n in [1]], [1 for n in [1] if "sides" in locals()], "sides" in locals())
# expect: [{'n': 1}] [] True
try:
    [1 / 0 for n in [0]]
except ZeroDivisionError as error:
    print(locals() is globals(), error.__traceback__.tb_frame.f_locals is globals())  # expect: True True
---
# the variables that inner functions share come last and by their names, parameters excepted
def outer(south, east):
    west = north = center = 1
    plain = 2
    def inner():
        return west, north, east, south
    def other():
        def innermost():
            return center
        return locals()
    print(list(locals()), list(other()))
    return inner
inner = outer(3, 4)
# expect: ['south', 'east', 'plain', 'inner', 'other', 'center', 'north', 'west'] ['innermost', 'center']
print(outer.__code__.co_cellvars, inner.__code__.co_freevars, [cell.cell_contents for cell in inner.__closure__])
# expect: ('south', 'east', 'center', 'north', 'west') ('east', 'north', 'south', 'west') [4, 1, 3, 1]
