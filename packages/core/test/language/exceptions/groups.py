# making groups
g = ExceptionGroup("several", [ValueError(1), KeyError("k")])
print(g, "|", repr(g), "|", g.message, g.exceptions, g.args)
# expect: several (2 sub-exceptions) | ExceptionGroup('several', [ValueError(1), KeyError('k')]) | several (ValueError(1), KeyError('k')) ('several', [ValueError(1), KeyError('k')])
print(type(g).__mro__[1].__name__, isinstance(g, Exception))  # expect: BaseExceptionGroup True
one = ExceptionGroup("one", [ValueError()])
print(one)  # expect: one (1 sub-exception)
---
# BaseExceptionGroup becomes an ExceptionGroup when it can
print(type(BaseExceptionGroup("m", [ValueError()])).__name__)  # expect: ExceptionGroup
print(type(BaseExceptionGroup("m", [KeyboardInterrupt()])).__name__)  # expect: BaseExceptionGroup
try:
    ExceptionGroup("m", [KeyboardInterrupt()])
except TypeError as e:
    print(e)  # expect: Cannot nest BaseExceptions in an ExceptionGroup
---
# wrong arguments
for args in (("m",), ("m", []), ("m", 5), ("m", [5]), (5, [ValueError()]), ("m", [ValueError]), (), ("m", [ValueError()], 1)):
    try:
        ExceptionGroup(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# expect: ValueError second argument (exceptions) must be a non-empty sequence
# expect: TypeError second argument (exceptions) must be a sequence
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
# expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
# expect: TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)
# expect: TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (3 given)
---
# split and subgroup by type
g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("in", [KeyError(2), ValueError(3)]), TypeError(4)])
match, rest = g.split(ValueError)
print(repr(match))  # expect: ExceptionGroup('g', [ValueError(1), ExceptionGroup('in', [ValueError(3)])])
print(repr(rest))  # expect: ExceptionGroup('g', [ExceptionGroup('in', [KeyError(2)]), TypeError(4)])
print(repr(g.subgroup(KeyError)), g.subgroup(OSError))
# expect: ExceptionGroup('g', [ExceptionGroup('in', [KeyError(2)])]) None
print(g.split(OSError)[0], g.split(Exception)[1])  # expect: None None
---
# split by function and by tuple
g = ExceptionGroup("g", [ValueError(1), ValueError(20), TypeError(3)])
print(repr(g.subgroup(lambda e: isinstance(e, ValueError) and e.args[0] > 5)))
# expect: ExceptionGroup('g', [ValueError(20)])
print(repr(g.subgroup((TypeError, KeyError))))  # expect: ExceptionGroup('g', [TypeError(3)])
try:
    g.split(5)
except TypeError as e:
    print(e)
# expect: expected an exception type, a tuple of exception types, or a callable (other than a class)
---
# derive keeps a custom group's type
class MyGroup(ExceptionGroup):
    def __new__(cls, message, errors, code=0):
        self = super().__new__(cls, message, errors)
        self.code = code
        return self
    def __init__(self, *args, code=0): pass
    def derive(self, errors): return MyGroup(self.message, errors, code=self.code)
g = MyGroup("mine", [ValueError(1), KeyError(2)], code=7)
a, b = g.split(KeyError)
print(type(a).__name__, a.code, a.exceptions, b.exceptions)
# expect: MyGroup 7 (KeyError(2),) (ValueError(1),)
---
# parts of a split carry notes, cause and context
g = ExceptionGroup("g", [ValueError(1), KeyError(2)])
g.add_note("a note")
g.__cause__ = OSError("why")
a, b = g.split(ValueError)
print(a.__notes__, repr(a.__cause__), b.__notes__)  # expect: ['a note'] OSError('why') ['a note']
a.add_note("more")
print(g.__notes__)  # expect: ['a note']
---
# a group caught as itself
try:
    raise ExceptionGroup("g", [ValueError(1)])
except ExceptionGroup as g:
    print(len(g.exceptions), repr(g.exceptions[0]))  # expect: 1 ValueError(1)
try:
    raise ExceptionGroup("g", [ValueError(1)])
except ValueError:
    print("never")
except Exception as e:
    print("as Exception", e)  # expect: as Exception g (1 sub-exception)
---
# an uncaught group
raise ExceptionGroup("two problems", [ValueError(1), KeyError(2)])
# raises: ExceptionGroup: two problems (2 sub-exceptions)
---
# collect errors of several tasks into a group
def run(tasks):
    errors, results = [], []
    for t in tasks:
        try:
            results.append(t())
        except Exception as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup(f"{len(errors)} tasks failed", errors)
    return results
print(run([lambda: 1, lambda: 2]))  # expect: [1, 2]
try:
    run([lambda: 1 / 0, lambda: 5, lambda: int("x"), lambda: [][1]])
except* ArithmeticError as g:
    print("arithmetic", g.exceptions)
except* (ValueError, LookupError) as g:
    for e in g.exceptions: print("data", type(e).__name__, e)
# expect: arithmetic (ZeroDivisionError('division by zero'),)
# expect: data ValueError invalid literal for int() with base 10: 'x'
# expect: data IndexError list index out of range
---
# generic alias and subscripting
print(ExceptionGroup[ValueError])  # expect: ExceptionGroup[ValueError]
---
# nested groups print their counts
g = ExceptionGroup("outer", [ExceptionGroup("inner", [ValueError(1), ValueError(2)])])
print(g, "/", g.exceptions[0])  # expect: outer (1 sub-exception) / inner (2 sub-exceptions)
def leaves(g):
    for e in g.exceptions:
        if isinstance(e, BaseExceptionGroup): yield from leaves(e)
        else: yield e
print([repr(e) for e in leaves(g)])  # expect: ['ValueError(1)', 'ValueError(2)']
---
# except star binds a group even for one match and restores the name
e = "before"
try:
    raise ExceptionGroup("g", [KeyError("k")])
except* KeyError as e:
    print(type(e).__name__, len(e.exceptions))  # expect: ExceptionGroup 1
try:
    e
except NameError as err:
    print(err)  # expect: name 'e' is not defined
---
# order of clauses: each leaf is handled once
try:
    raise ExceptionGroup("g", [FileNotFoundError(2, "f"), PermissionError(13, "p"), ValueError("v")])
except* FileNotFoundError as g:
    print("first", [type(e).__name__ for e in g.exceptions])  # expect: first ['FileNotFoundError']
except* OSError as g:
    print("second", [type(e).__name__ for e in g.exceptions])  # expect: second ['PermissionError']
except* Exception as g:
    print("third", [type(e).__name__ for e in g.exceptions])  # expect: third ['ValueError']
