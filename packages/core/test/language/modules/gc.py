# finalizers of cycles, once each
import gc
class Node:
    def __init__(self, name):
        self.name = name
        self.other = self
    def __del__(self):
        print("gone", self.name)
gc.disable()
a = Node("a")
b = Node("b")
a.other, b.other = b, a
gc.collect()
print("still", a.name, b.name)
del a, b
gc.collect()
gc.collect()
print("end")
# expect: still a b
# expect: gone a
# expect: gone b
# expect: end
---
# resurrection: an object is finalized once
import gc
gc.disable()
kept = []
class Phoenix:
    def __init__(self):
        self.me = self
    def __del__(self):
        print("del")
        kept.append(self)
p = Phoenix()
del p
gc.collect()
print(len(kept), kept[0].me is kept[0])
kept.clear()
gc.collect()
print("end", len(kept))
# expect: del
# expect: 1 True
# expect: end 0
---
# what a finalizer raises goes to sys.unraisablehook
import gc, sys
gc.disable()
def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.object.__qualname__, unraisable.err_msg)
sys.unraisablehook = hook
class Bad:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __del__(self):
        if self.n == 2:
            raise ValueError(self.n)
        print("fine", self.n)
for i in range(1, 4):
    Bad(i)
gc.collect()
print("end")
# expect: fine 1
# expect: ValueError 2 Bad.__del__ None
# expect: fine 3
# expect: end
---
# weak references to what nothing reaches are emptied, their callbacks called
import gc, weakref
gc.disable()
class Node:
    def __init__(self):
        self.me = self
def gone(reference):
    print("callback", reference is r, reference())
n = Node()
r = weakref.ref(n, gone)
plain = weakref.ref(n)
gc.collect()
print(r() is n, plain() is n)
del n
gc.collect()
print(r(), plain())
# expect: True True
# expect: callback True None
# expect: None None
---
# a callback comes before the finalizer, and not for a reference that is garbage too
import gc, weakref
gc.disable()
class Node:
    def __init__(self):
        self.me = self
    def __del__(self):
        print("del", r())
n = Node()
r = weakref.ref(n, lambda reference: print("callback"))
n.reference = weakref.ref(n, lambda reference: print("never"))
del n
gc.collect()
# expect: callback
# expect: del None
---
# what only a finalizable object holds is alive while it is finalized
import gc
gc.disable()
class Owner:
    def __init__(self):
        self.me = self
        self.things = {"x": [1, 2, 3]}
    def __del__(self):
        print(self.things["x"])
Owner()
gc.collect()
# expect: [1, 2, 3]
---
# generators, closures and frames keep what they use
import gc, weakref
gc.disable()
class Node:
    def __init__(self, name):
        self.name = name
        self.me = self
    def __del__(self):
        print("gone", self.name)
def generate():
    node = Node("in a generator")
    yield 1
    yield node.name
def closure():
    node = Node("in a closure")
    return lambda: node.name
def frame():
    node = Node("in a frame")
    gc.collect()
    print(node.name)
g = generate()
next(g)
f = closure()
frame()
gc.collect()
print(next(g), f())
del g, f
gc.collect()
# expect: in a frame
# expect: gone in a frame
# expect: in a generator in a closure
# expect: gone in a generator
# expect: gone in a closure
---
# WeakValueDictionary and WeakSet lose what nothing reaches
import gc, weakref
gc.disable()
class Node:
    def __init__(self):
        self.me = self
d = weakref.WeakValueDictionary()
s = weakref.WeakSet()
a, b = Node(), Node()
d["a"] = a
d["b"] = b
s.add(a)
s.add(b)
print(len(d), len(s))
del a
gc.collect()
print(sorted(d), len(s))
# expect: 2 2
# expect: ['b'] 1
---
# weakref.finalize
import gc, weakref
gc.disable()
class Node:
    def __init__(self):
        self.me = self
n = Node()
f = weakref.finalize(n, print, "finalized", 1)
print(f.alive)
del n
gc.collect()
print(f.alive)
# expect: True
# expect: finalized 1
# expect: False
