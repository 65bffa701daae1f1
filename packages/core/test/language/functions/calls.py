
---
# a class that is called wrongly is named in full, and refuses keywords before it counts
class Box:
    def __init__(self, **parts): pass
for make in (lambda: Box(a=1, **{"a": 2}), lambda: Box(**[1]), lambda: dict(*1), lambda: len(1, 2, x=3), lambda: list(1, 2, x=3)):
    try:
        make()
    except TypeError as e:
        print(e)
# expect: __main__.Box() got multiple values for keyword argument 'a'
# expect: __main__.Box() argument after ** must be a mapping, not list
# expect: dict() argument after * must be an iterable, not int
# expect: len() takes no keyword arguments
# expect: list() takes no keyword arguments
---
# a function made of its parts
import types
def f(a, b=1, *, c): return a, b, c
g = types.FunctionType(f.__code__, globals(), "g", (7,), None, {"c": 9})
print(g(1), g.__name__, g.__kwdefaults__)  # expect: (1, 7, 9) g {'c': 9}
