# callbacks run in reverse order, with their arguments, and are forgotten (those of the process itself are cleared first)
import atexit
atexit._clear()
def show(*args, **kwargs):
    print(args, kwargs)
print(atexit.register(show, 1, x=2) is show)  # expect: True
@atexit.register
def last():
    print("last")
atexit.register(show)
atexit.register(show)
print(atexit._ncallbacks())  # expect: 4
print(atexit._run_exitfuncs(), atexit._ncallbacks())
# expect: () {}
# expect: () {}
# expect: last
# expect: (1,) {'x': 2}
# expect: None 0
atexit._run_exitfuncs()
---
# what can be registered
import atexit
atexit._clear()
calls = [
    lambda: atexit.register(),
    lambda: atexit.register(1),
    lambda: atexit.register(func=print),
    lambda: atexit.unregister(),
    lambda: atexit.unregister(1),
    lambda: atexit.unregister(1, 2),
    lambda: atexit._ncallbacks(1),
    lambda: atexit._clear(1),
    lambda: atexit._run_exitfuncs(1),
]
for call in calls:
    try:
        print(call())
    except TypeError as error:
        print(error)
# expect: register() takes at least 1 argument (0 given)
# expect: the first argument must be callable
# expect: register() takes at least 1 argument (0 given)
# expect: atexit.unregister() takes exactly one argument (0 given)
# expect: None
# expect: atexit.unregister() takes exactly one argument (2 given)
# expect: atexit._ncallbacks() takes no arguments (1 given)
# expect: atexit._clear() takes no arguments (1 given)
# expect: atexit._run_exitfuncs() takes no arguments (1 given)
print(atexit._ncallbacks(), atexit.register.__module__)  # expect: 0 atexit
---
# unregister takes back every callback that is equal
import atexit
atexit._clear()
class Callback:
    def __init__(self, name, key):
        self.name, self.key = name, key
    def __eq__(self, other):
        print(self.name, "==", getattr(other, "name", other))
        return self.key == other.key if isinstance(other, Callback) else NotImplemented
    def __call__(self):
        print("called", self.name)
for name, key in ("a", 1), ("b", 2), ("c", 1):
    atexit.register(Callback(name, key))
atexit.register(print, "printed")
atexit.unregister(Callback("x", 1))
# expect: a == x
# expect: b == x
# expect: c == x
# expect: x == <built-in function print>
atexit._run_exitfuncs()
# expect: printed
# expect: called b
class Bad:
    def __eq__(self, other): raise KeyError("no")
atexit.register(print, "still there")
try:
    atexit.unregister(Bad())
except KeyError as error:
    print(error)  # expect: 'no'
atexit._run_exitfuncs()  # expect: still there
---
# callbacks that change the list
import atexit
atexit._clear()
def more():
    print("more")
    atexit.register(print, "never")
def take_back():
    print("take back")
    atexit.unregister(print)
def clear():
    print("clear")
    atexit._clear()
for callback in (more, take_back, clear):
    atexit.register(print, "below")
    atexit.register(callback)
    atexit._run_exitfuncs()
    print(atexit._ncallbacks())
# expect: more
# expect: below
# expect: 0
# expect: take back
# expect: 0
# expect: clear
# expect: 0
atexit.register(print)
atexit._clear()
print(atexit._ncallbacks())  # expect: 0
---
# what a callback raises goes to sys.unraisablehook, and the others run
import atexit, sys
atexit._clear()
class Fail:
    def __init__(self, error): self.error = error
    def __call__(self): raise self.error
    def __repr__(self): return f"Fail({self.error!r})"
def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, "|", unraisable.err_msg, "|", unraisable.object)
sys.unraisablehook = hook
atexit.register(print, "first")
for error in (ValueError(1), SystemExit(3), KeyboardInterrupt()):
    atexit.register(Fail(error))
    atexit.register(print, "between")
print(atexit._run_exitfuncs())
# expect: between
# expect: KeyboardInterrupt  | Exception ignored in atexit callback Fail(KeyboardInterrupt()) | None
# expect: between
# expect: SystemExit 3 | Exception ignored in atexit callback Fail(SystemExit(3)) | None
# expect: between
# expect: ValueError 1 | Exception ignored in atexit callback Fail(ValueError(1)) | None
# expect: first
# expect: None
class Nameless(Fail):
    def __repr__(self): raise TypeError
atexit.register(Nameless(KeyError("k")))
atexit._run_exitfuncs()  # expect: KeyError 'k' | None | None
---
# without a hook of the script's, or with one that fails, errors are written to stderr
import atexit, io, sys
atexit._clear()
class Fail:
    def __call__(self): raise ValueError("failed")
    def __repr__(self): return "Fail()"
class Hook:
    def __call__(self, unraisable): raise TypeError("hook")
    def __repr__(self): return "Hook()"
def run(set_up):
    sys.stderr = io.StringIO()
    set_up()
    atexit.register(Fail())
    atexit.register(int, "x")
    atexit._run_exitfuncs()
    print(*(line for line in sys.stderr.getvalue().split("\n") if line[:1] != " "), sep="\n", end="")
def keep(): pass
def none(): sys.unraisablehook = None
def fail(): sys.unraisablehook = Hook()
def delete(): del sys.unraisablehook
for set_up in (keep, none, fail, delete):
    print("---", set_up.__name__)
    run(set_up)
# expect: --- keep
# expect: Exception ignored in atexit callback <class 'int'>:
# expect: Traceback (most recent call last):
# expect: ValueError: invalid literal for int() with base 10: 'x'
# expect: Exception ignored in atexit callback Fail():
# expect: Traceback (most recent call last):
# expect: ValueError: failed
# expect: --- none
# expect: Exception ignored in atexit callback <class 'int'>:
# expect: Traceback (most recent call last):
# expect: ValueError: invalid literal for int() with base 10: 'x'
# expect: Exception ignored in atexit callback Fail():
# expect: Traceback (most recent call last):
# expect: ValueError: failed
# expect: --- fail
# expect: Exception ignored in sys.unraisablehook: Hook()
# expect: Traceback (most recent call last):
# expect: TypeError: hook
# expect: Exception ignored in sys.unraisablehook: Hook()
# expect: Traceback (most recent call last):
# expect: TypeError: hook
# expect: --- delete
# expect: Exception ignored in atexit callback <class 'int'>:
# expect: Traceback (most recent call last):
# expect: ValueError: invalid literal for int() with base 10: 'x'
# expect: Exception ignored in atexit callback Fail():
# expect: Traceback (most recent call last):
# expect: ValueError: failed
---
# callbacks that a generator, a coroutine and a class make
import atexit
atexit._clear()
def gen():
    atexit.register(print, "from a generator")
    yield
list(gen())
class Closing:
    def __init__(self, name):
        self.name = name
        atexit.register(self.close, "at exit")
    def close(self, when):
        print("close", self.name, when)
one, two = Closing("one"), Closing("two")
atexit.unregister(one.close)
atexit._run_exitfuncs()
# expect: close two at exit
# expect: from a generator
---
# weakref.finalize makes the calls that are left at the end, the newest first
import atexit, weakref
class Thing: pass
thing = Thing()
first = weakref.finalize(thing, print, "first")
second = weakref.finalize(thing, print, "second")
never = weakref.finalize(thing, print, "never")
never.atexit = False
weakref.finalize(thing, print, "detached").detach()
weakref.finalize(thing, print, "called")()  # expect: called
def more():
    print("more")
    weakref.finalize(thing, print, "made at the end")
weakref.finalize(thing, more)
atexit._run_exitfuncs()
# expect: more
# expect: made at the end
# expect: second
# expect: first
print(first.alive, second.alive, never.alive)  # expect: False False True
