# try, except, else, finally in order
def f(x):
    try:
        print("try")
        if x: raise ValueError(x)
    except ValueError as e:
        print("except", e)
    else:
        print("else")
    finally:
        print("finally")
f(0)
# expect: try
# expect: else
# expect: finally
f("bad")
# expect: try
# expect: except bad
# expect: finally
---
# the first matching clause is taken
for error in (KeyError("k"), IndexError("i"), ValueError("v"), OSError("o")):
    try:
        raise error
    except KeyError: print("key")
    except (IndexError, TypeError): print("index or type")
    except LookupError: print("never")
    except Exception as e: print("other", type(e).__name__)
# expect: key
# expect: index or type
# expect: other ValueError
# expect: other OSError
---
# bare except catches everything
for error in (SystemExit(1), KeyboardInterrupt(), GeneratorExit(), ValueError()):
    try:
        raise error
    except Exception: print("Exception")
    except: print("bare", type(error).__name__)
# expect: bare SystemExit
# expect: bare KeyboardInterrupt
# expect: bare GeneratorExit
# expect: Exception
---
# an exception in else is not caught by its own try
def f():
    try:
        pass
    except ValueError:
        print("never")
    else:
        raise ValueError("from else")
    finally:
        print("finally")
try:
    f()  # expect: finally
except ValueError as e:
    print("outer", e)  # expect: outer from else
---
# return runs finally, and a return in finally wins
def f():
    try:
        return "try"
    finally:
        print("cleanup")
def g():
    try:
        return "try"
    finally:
        return "finally"
def h():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"
print(f(), g(), h())
# expect: cleanup
# expect: try finally swallowed
---
# the returned value is computed before finally runs
def f():
    x = 1
    try:
        return x
    finally:
        x = 2
def g():
    x = [1]
    try:
        return x
    finally:
        x.append(2)
print(f(), g())  # expect: 1 [1, 2]
---
# break and continue in finally
def f():
    for i in range(3):
        try:
            if i == 1: raise ValueError("swallowed")
            print("body", i)
        finally:
            continue
    return "end"
def g():
    while True:
        try:
            return "lost"
        finally:
            break
    return "after"
print(f(), g())
# expect: body 0
# expect: body 2
# expect: end after
---
# return in try with else and except
def f(x):
    try:
        if x == 0: return "try"
        if x == 1: raise KeyError
        return "try2"
    except KeyError:
        return "except"
    else:
        return "else"
    finally:
        print("finally", x)
print(f(0), f(1), f(2))
# expect: finally 0
# expect: finally 1
# expect: finally 2
# expect: try except try2
---
# nested finally blocks run from the inside out
def f():
    try:
        try:
            try:
                return "value"
            finally:
                print("one")
        finally:
            print("two")
    finally:
        print("three")
print(f())
# expect: one
# expect: two
# expect: three
# expect: value
---
# an exception in finally replaces the first and keeps it as context
try:
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")
except KeyError as e:
    print(repr(e), repr(e.__context__), e.__cause__)  # expect: KeyError('second') ValueError('first') None
---
# an exception in except keeps the handled one as context
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("while handling")
except ValueError as e:
    print(repr(e), repr(e.__context__), e.__suppress_context__)
# expect: ValueError('while handling') ZeroDivisionError('division by zero') False
---
# raise alone re-raises what is handled
def f():
    try:
        raise ValueError("again")
    except ValueError:
        print("handling")
        raise
try:
    f()  # expect: handling
except ValueError as e:
    print("outer", e, e.__context__)  # expect: outer again None
try:
    raise
except RuntimeError as e:
    print(e)  # expect: No active exception to reraise
---
# bare raise in a helper re-raises the caller's exception
def helper(): raise
try:
    try:
        raise KeyError("k")
    except KeyError:
        helper()
except KeyError as e:
    print("same", e)  # expect: same 'k'
---
# raise from
try:
    try:
        raise KeyError("cause")
    except KeyError as k:
        raise ValueError("effect") from k
except ValueError as e:
    print(repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
# expect: KeyError('cause') True True
try:
    try:
        raise KeyError("hidden")
    except KeyError:
        raise ValueError("alone") from None
except ValueError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)  # expect: None KeyError('hidden') True
---
# raise a class instantiates it
try:
    raise ValueError
except ValueError as e:
    print(repr(e), e.args)  # expect: ValueError() ()
try:
    raise KeyError("x") from ValueError
except KeyError as e:
    print(repr(e.__cause__))  # expect: ValueError()
---
# raising what is no exception
for code in ("raise 5", "raise 'text'", "raise None", "raise int", "raise ValueError from 5", "raise object()"):
    try:
        exec(code)
    except TypeError as e:
        print(e)
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: exception causes must derive from BaseException
# expect: exceptions must derive from BaseException
---
# except with what is no exception class
for expr in ("5", "'ValueError'", "(ValueError, 5)", "int", "object"):
    try:
        exec(f"try:\n    raise KeyError('k')\nexcept {expr}:\n    pass")
    except TypeError as e:
        print(e, repr(e.__context__))
# expect: catching classes that do not inherit from BaseException is not allowed KeyError('k')
# expect: catching classes that do not inherit from BaseException is not allowed KeyError('k')
# expect: catching classes that do not inherit from BaseException is not allowed KeyError('k')
# expect: catching classes that do not inherit from BaseException is not allowed KeyError('k')
# expect: catching classes that do not inherit from BaseException is not allowed KeyError('k')
---
# the except expression is evaluated only when there is an exception
def types():
    print("evaluated")
    return ValueError
try:
    pass
except types():
    pass
try:
    raise ValueError
except types():
    print("caught")
# expect: evaluated
# expect: caught
---
# the name of a handler is deleted even after being reassigned
try:
    raise ValueError("v")
except ValueError as e:
    e = "rebound"
    print(e)  # expect: rebound
try:
    e
except NameError as err:
    print(err)  # expect: name 'e' is not defined
try:
    raise ValueError
except ValueError as e:
    del e
print("e" in globals())  # expect: False
---
# the handled exception is restored after nested handling
import sys
try:
    raise ValueError("outer")
except ValueError:
    try:
        raise KeyError("inner")
    except KeyError:
        print(repr(sys.exception()))  # expect: KeyError('inner')
    print(repr(sys.exception()))  # expect: ValueError('outer')
print(sys.exception())  # expect: None
---
# except star splits a group
try:
    raise ExceptionGroup("g", [ValueError("a"), TypeError("b"), ValueError("c"), KeyError("d")])
except* ValueError as g:
    print(repr(g))  # expect: ExceptionGroup('g', [ValueError('a'), ValueError('c')])
except* (TypeError, KeyError) as g:
    print(repr(g))  # expect: ExceptionGroup('g', [TypeError('b'), KeyError('d')])
---
# except star raises what is left
try:
    try:
        raise ExceptionGroup("g", [ValueError("a"), TypeError("b")])
    except* ValueError as g:
        print("handled", g.exceptions)  # expect: handled (ValueError('a'),)
except ExceptionGroup as rest:
    print("rest", repr(rest))  # expect: rest ExceptionGroup('g', [TypeError('b')])
---
# except star wraps a naked exception
try:
    raise ValueError("naked")
except* ValueError as g:
    print(repr(g), type(g).__name__)  # expect: ExceptionGroup('', (ValueError('naked'),)) ExceptionGroup
try:
    try:
        raise KeyError("k")
    except* ValueError:
        print("never")
except KeyError as e:
    print("unchanged", repr(e))  # expect: unchanged KeyError('k')
---
# except star with nested groups keeps their shape
inner = ExceptionGroup("inner", [ValueError(1), KeyError(2)])
try:
    try:
        raise ExceptionGroup("outer", [inner, ValueError(3), OSError(4)])
    except* ValueError as g:
        print(repr(g))
except ExceptionGroup as g:
    print(repr(g))
# expect: ExceptionGroup('outer', [ExceptionGroup('inner', [ValueError(1)]), ValueError(3)])
# expect: ExceptionGroup('outer', [ExceptionGroup('inner', [KeyError(2)]), OSError(4)])
---
# raising in an except star clause
try:
    try:
        raise ExceptionGroup("g", [ValueError("a"), TypeError("b")])
    except* ValueError:
        raise RuntimeError("new")
except ExceptionGroup as g:
    print(repr(g))
    print(repr(g.exceptions[0].__context__))
# expect: ExceptionGroup('', [RuntimeError('new'), ExceptionGroup('g', [TypeError('b')])])
# expect: ExceptionGroup('g', [ValueError('a')])
---
# re-raising in an except star clause
try:
    try:
        raise ExceptionGroup("g", [ValueError("a"), TypeError("b")])
    except* ValueError:
        raise
    except* TypeError as t:
        print("t", t.exceptions)  # expect: t (TypeError('b'),)
except ExceptionGroup as g:
    print(repr(g))  # expect: ExceptionGroup('g', [ValueError('a')])
---
# except star with else and finally
def f(fail):
    try:
        if fail: raise ExceptionGroup("g", [OSError("o")])
    except* OSError:
        print("handled")
    else:
        print("else")
    finally:
        print("finally")
f(True)
# expect: handled
# expect: finally
f(False)
# expect: else
# expect: finally
---
# except star may not catch groups
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)  # expect: catching ExceptionGroup with except* is not allowed. Use except instead.
---
# finally runs when a generator is left early
def g():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")
it = g()
print(next(it))  # expect: 1
it.close()  # expect: cleanup
---
# a generator nobody holds any more is closed at once in CPython; here finalisation is not immediate
def g():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")
for x in g():
    print("x", x)
    if x == 2: break
# expect: x 1
# expect: x 2
# expect: cleanup
# krait: x 1
# krait: x 2
---
# an uncaught exception with finally
try:
    print("before")  # expect: before
    {}["missing"]
finally:
    print("finally")  # expect: finally
# raises: KeyError: 'missing'
---
# an uncaught exception chained
try:
    int("x")
except ValueError as e:
    raise RuntimeError("conversion failed") from e
# raises: RuntimeError: conversion failed
---
# try in a loop with else and break
for i in range(4):
    try:
        if i == 2: raise ValueError
    except ValueError:
        print("stop at", i)
        break
    else:
        print("ok", i)
else:
    print("never")
# expect: ok 0
# expect: ok 1
# expect: stop at 2
---
# deep nesting of handlers
def f(depth):
    try:
        if depth == 0: raise ValueError("bottom")
        f(depth - 1)
    except ValueError as e:
        if depth < 3: raise
        print("caught at", depth, e)
    finally:
        print("leave", depth)
f(4)
# expect: leave 0
# expect: leave 1
# expect: leave 2
# expect: caught at 3 bottom
# expect: leave 3
# expect: leave 4
---
# exception in a handler's type expression
try:
    try:
        raise KeyError("original")
    except undefined_name:
        pass
except NameError as e:
    print(e, repr(e.__context__))  # expect: name 'undefined_name' is not defined KeyError('original')
