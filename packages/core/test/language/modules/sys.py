# version and implementation
import sys
print(sys.version_info[:2], sys.version_info.major, sys.version_info.minor, sys.version_info >= (3, 12), sys.version_info.releaselevel in ("alpha", "beta", "candidate", "final"), sys.version.startswith("3.13"))
# expect: (3, 13) 3 13 True True True
print(sys.hexversion >> 16 == 0x030D, isinstance(sys.implementation.name, str), sys.byteorder)
# expect: True True little
---
# limits of numbers
import sys
print(sys.maxsize == 2 ** 63 - 1, sys.maxunicode == 0x10FFFF, sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig)
# expect: True True 1.7976931348623157e+308 2.2250738585072014e-308 2.220446049250313e-16 15 53
print(sys.int_info.default_max_str_digits, sys.get_int_max_str_digits(), sys.hash_info.modulus == 2 ** 61 - 1, sys.hash_info.inf, sys.float_info.max_exp, sys.float_info.radix)
# expect: 4300 4300 True 314159 1024 2
---
# modules, path and argv
import sys
print("sys" in sys.modules, sys.modules["sys"] is sys, type(sys.modules).__name__, type(sys.path).__name__, type(sys.argv).__name__, len(sys.argv) >= 1, "sys" in sys.builtin_module_names)
# expect: True True dict list list True True
---
# standard output as a file
import sys
n = sys.stdout.write("written\n")  # expect: written
print(n)  # expect: 8
sys.stdout.flush()
sys.stdout.writelines(["a", "b", "\n"])  # expect: ab
print(hasattr(sys.stdin, "read"), hasattr(sys.stderr, "write"))  # expect: True True
try:
    sys.stdout.write(5)
except TypeError as e:
    print(type(e).__name__)  # expect: TypeError
---
# replacing standard output
import sys
class Upper:
    def __init__(self, out): self.out = out
    def write(self, s): return self.out.write(s.upper())
    def flush(self): self.out.flush()
real = sys.stdout
sys.stdout = Upper(real)
print("shout")  # expect: SHOUT
sys.stdout = real
print("quiet")  # expect: quiet
---
# exit raises SystemExit
import sys
for args in ((), (0,), (3,), ("message",), (None,), ((1, 2),)):
    try:
        sys.exit(*args)
    except SystemExit as e:
        print(repr(e), e.code)
# expect: SystemExit() None
# expect: SystemExit(0) 0
# expect: SystemExit(3) 3
# expect: SystemExit('message') message
# expect: SystemExit() None
# expect: SystemExit(1, 2) (1, 2)
---
# exit runs finally blocks
import sys
try:
    print("working")  # expect: working
    sys.exit(0)
finally:
    print("cleanup")  # expect: cleanup
# raises: SystemExit: 0
---
# exc_info and exception
import sys
print(sys.exc_info(), sys.exception())  # expect: (None, None, None) None
def show(): return sys.exc_info()[0].__name__, str(sys.exception())
try:
    1 / 0
except ZeroDivisionError:
    print(show())  # expect: ('ZeroDivisionError', 'division by zero')
---
# frames
import sys
def f():
    fr = sys._getframe()
    return fr.f_code.co_name, fr.f_back.f_code.co_name, fr.f_globals is globals(), sorted(fr.f_locals), fr.f_back.f_lineno > 0
def g():
    x = 1
    return f()
print(g())  # expect: ('f', 'g', True, ['fr'], True)
try:
    sys._getframe(10 ** 6)
except ValueError as e:
    print(e)  # expect: call stack is not deep enough
---
# intern and getsizeof
import sys
a = sys.intern("hello world")
print(a == "hello world", sys.intern("x") == "x", sys.getsizeof([]) > 0, isinstance(sys.getsizeof("abc"), int))
# expect: True True True True
try:
    sys.intern(5)
except TypeError as e:
    print(e)  # expect: intern() argument must be str, not int
---
# displayhook prints and keeps the last value
import sys, builtins
sys.displayhook(5)  # expect: 5
print(builtins._)  # expect: 5
sys.displayhook(None)
sys.displayhook("text")  # expect: 'text'
print(_)  # expect: text
---
# stdlib names, default encoding, recursion limit
import sys
print(sys.getdefaultencoding(), sys.getrecursionlimit() > 100, sys.getfilesystemencoding())
# expect: utf-8 True utf-8
---
# excepthook can be called by hand
import sys, io
err, sys.stderr = sys.stderr, io.StringIO()
try:
    raise ValueError("hooked")
except ValueError as e:
    sys.excepthook(type(e), e, None)
text, sys.stderr = sys.stderr.getvalue(), err
print(text.strip().split("\n")[-1])  # expect: ValueError: hooked
