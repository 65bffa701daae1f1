# args, str and repr
for e in (ValueError(), ValueError("one"), ValueError("a", 2), KeyError("k"), KeyError(), KeyError(1, 2), Exception([1]),
          Exception(""), Exception(None), ValueError("quote's"), OSError(2, "No such file"), IndexError(5)):
    print(str(e), "|", repr(e), "|", e.args)
# expect:  | ValueError() | ()
# expect: one | ValueError('one') | ('one',)
# expect: ('a', 2) | ValueError('a', 2) | ('a', 2)
# expect: 'k' | KeyError('k') | ('k',)
# expect:  | KeyError() | ()
# expect: (1, 2) | KeyError(1, 2) | (1, 2)
# expect: [1] | Exception([1]) | ([1],)
# expect:  | Exception('') | ('',)
# expect: None | Exception(None) | (None,)
# expect: quote's | ValueError("quote's") | ("quote's",)
# expect: [Errno 2] No such file | FileNotFoundError(2, 'No such file') | (2, 'No such file')
# expect: 5 | IndexError(5) | (5,)
---
# the hierarchy
for c in (ZeroDivisionError, KeyError, IndexError, FileNotFoundError, RecursionError, NotImplementedError, UnicodeDecodeError,
          ModuleNotFoundError, StopAsyncIteration, UnboundLocalError, TimeoutError, BrokenPipeError, IndentationError, TabError):
    print(" > ".join(k.__name__ for k in c.__mro__))
# expect: ZeroDivisionError > ArithmeticError > Exception > BaseException > object
# expect: KeyError > LookupError > Exception > BaseException > object
# expect: IndexError > LookupError > Exception > BaseException > object
# expect: FileNotFoundError > OSError > Exception > BaseException > object
# expect: RecursionError > RuntimeError > Exception > BaseException > object
# expect: NotImplementedError > RuntimeError > Exception > BaseException > object
# expect: UnicodeDecodeError > UnicodeError > ValueError > Exception > BaseException > object
# expect: ModuleNotFoundError > ImportError > Exception > BaseException > object
# expect: StopAsyncIteration > Exception > BaseException > object
# expect: UnboundLocalError > NameError > Exception > BaseException > object
# expect: TimeoutError > OSError > Exception > BaseException > object
# expect: BrokenPipeError > ConnectionError > OSError > Exception > BaseException > object
# expect: IndentationError > SyntaxError > Exception > BaseException > object
# expect: TabError > IndentationError > SyntaxError > Exception > BaseException > object
---
# all the names
import builtins
names = sorted(n for n, v in vars(builtins).items() if isinstance(v, type) and issubclass(v, BaseException))
names = [n for n in names if n not in ("WindowsError",)]
for i in range(0, len(names), 6):
    print(*names[i:i + 6])
# expect: ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
# expect: BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
# expect: ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError
# expect: Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning
# expect: GeneratorExit IOError ImportError ImportWarning IndentationError IndexError
# expect: InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
# expect: ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError
# expect: PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError
# expect: ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError
# expect: SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError
# expect: UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning
# expect: UserWarning ValueError Warning ZeroDivisionError _IncompleteInputError
print(len(names))  # expect: 71
---
# aliases
print(IOError is OSError, EnvironmentError is OSError)  # expect: True True
print(BaseException.__subclasses__()[0].__name__ in ("BaseExceptionGroup", "Exception", "GeneratorExit"))
# expect: True
---
# custom exceptions
class AppError(Exception): pass
class NotFound(AppError):
    def __init__(self, what, code=404):
        super().__init__(f"{what} not found")
        self.what, self.code = what, code
try:
    raise NotFound("page")
except AppError as e:
    print(type(e).__name__, e, e.what, e.code, e.args, repr(e))
# expect: NotFound page not found page 404 ('page not found',) NotFound('page not found')
---
# args come from __new__ even when __init__ is overridden
class E(Exception):
    def __init__(self, a, b): self.total = a + b
e = E(1, 2)
print(e.args, str(e), repr(e), e.total)  # expect: (1, 2) (1, 2) E(1, 2) 3
e.args = ("changed",)
print(e.args, e)  # expect: ('changed',) changed
e.args = [1, 2]
print(e.args)  # expect: (1, 2)
---
# custom __str__ and __repr__
class E(Exception):
    def __str__(self): return "custom str"
print(str(E("x")), repr(E("x")), f"{E()}")  # expect: custom str E('x') custom str
class R(Exception):
    def __repr__(self): return "<R>"
print(R("a"), [R("a")])  # expect: a [<R>]
---
# an uncaught custom exception
class GameError(Exception):
    pass
raise GameError("out of lives")
# raises: GameError: out of lives
---
# an uncaught exception without a message
raise NotImplementedError
# raises: NotImplementedError
---
# an uncaught exception with several arguments
raise ValueError("a", 1)
# raises: ValueError: ('a', 1)
---
# an uncaught KeyError shows the repr
raise KeyError("missing key")
# raises: KeyError: 'missing key'
---
# SystemExit carries a code
for args in ((), (3,), ("text",), (1, 2)):
    try:
        raise SystemExit(*args)
    except SystemExit as e:
        print(e.code, e.args)
# expect: None ()
# expect: 3 (3,)
# expect: text ('text',)
# expect: (1, 2) (1, 2)
---
# OSError picks its subclass by errno
for errno, text in ((2, "No such file or directory"), (13, "Permission denied"), (17, "File exists"), (20, "Not a directory"),
                    (110, "timed out"), (9999, "unknown")):
    e = OSError(errno, text)
    print(type(e).__name__, e, e.errno, e.strerror, e.filename)
# expect: FileNotFoundError [Errno 2] No such file or directory 2 No such file or directory None
# expect: PermissionError [Errno 13] Permission denied 13 Permission denied None
# expect: FileExistsError [Errno 17] File exists 17 File exists None
# expect: NotADirectoryError [Errno 20] Not a directory 20 Not a directory None
# expect: TimeoutError [Errno 110] timed out 110 timed out None
# expect: OSError [Errno 9999] unknown 9999 unknown None
e = OSError(2, "missing", "file.txt")
print(repr(e), str(e), e.filename)
# expect: FileNotFoundError(2, 'missing') [Errno 2] missing: 'file.txt' file.txt
print(OSError("just text").errno, type(OSError("x", "y")).__name__, str(OSError("x", "y")))
# expect: None OSError [Errno x] y
---
# attributes of some errors
try:
    nope
except NameError as e:
    print(e.name, e)  # expect: nope name 'nope' is not defined
try:
    (5).nope
except AttributeError as e:
    print(e.name, e.obj, e)  # expect: nope 5 'int' object has no attribute 'nope'
try:
    import no_such_module
except ImportError as e:
    print(type(e).__name__, e.name, e.path, e)
# expect: ModuleNotFoundError no_such_module None No module named 'no_such_module'
print(KeyError("k").args, StopIteration(3).value, StopIteration().value)  # expect: ('k',) 3 None
---
# attribute errors give keywords, not text, for name and obj
e = AttributeError("text", name="n", obj=5)
print(e, e.name, e.obj, e.args)  # expect: text n 5 ('text',)
e = NameError("text", name="x")
print(e, e.name)  # expect: text x
e = ImportError("msg", name="mod", path="/p")
print(e, e.name, e.path, repr(e))  # expect: msg mod /p ImportError('msg')
try:
    ValueError(x=1)
except TypeError as t:
    print(t)  # expect: ValueError() takes no keyword arguments
---
# notes
e = ValueError("v")
print(hasattr(e, "__notes__"))  # expect: False
e.add_note("first note")
e.add_note("second")
print(e.__notes__, str(e))  # expect: ['first note', 'second'] v
try:
    e.add_note(5)
except TypeError as t:
    print(t)  # expect: note must be a str, not 'int'
---
# setting cause and context by hand
e = ValueError("v")
print(e.__cause__, e.__context__, e.__suppress_context__)  # expect: None None False
e.__cause__ = KeyError("c")
print(repr(e.__cause__), e.__suppress_context__)  # expect: KeyError('c') True
e.__context__ = IndexError("i")
print(repr(e.__context__))  # expect: IndexError('i')
for name in ("__cause__", "__context__", "__traceback__"):
    try:
        setattr(e, name, 5)
    except TypeError as t:
        print(t)
# expect: exception cause must be None or derive from BaseException
# expect: exception context must be None or derive from BaseException
# expect: __traceback__ must be a traceback or None
---
# the context chain does not become a cycle
try:
    try:
        raise ValueError("a")
    except ValueError as a:
        try:
            raise KeyError("b")
        except KeyError as b:
            raise a
except ValueError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
# expect: ValueError('a') KeyError('b') None
---
# a chain of three
try:
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)
    except KeyError:
        raise IndexError(3)
except IndexError as e:
    while e:
        print(repr(e))
        e = e.__context__
# expect: IndexError(3)
# expect: KeyError(2)
# expect: ValueError(1)
---
# with_traceback and traceback objects
def f(): raise ValueError("v")
try:
    f()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        tb = tb.tb_next
    print(names[1])  # expect: ('f', 0)
    print(e.with_traceback(None) is e, e.__traceback__)  # expect: True None
---
# traceback length grows as it unwinds
def depth(e):
    n, tb = 0, e.__traceback__
    while tb: n, tb = n + 1, tb.tb_next
    return n
def a(): raise ValueError
def b(): a()
def c():
    try:
        b()
    except ValueError as e:
        print(depth(e))
        raise
try:
    c()  # expect: 3
except ValueError as e:
    print(depth(e))  # expect: 4
---
# sys.exc_info agrees with sys.exception
import sys
try:
    raise ValueError("v")
except ValueError as e:
    t, v, tb = sys.exc_info()
    print(t is ValueError, v is e, tb is e.__traceback__, sys.exception() is e)
# expect: True True True True
print(sys.exc_info())  # expect: (None, None, None)
---
# equality and hash by identity
a, b = ValueError("x"), ValueError("x")
print(a == b, a == a, len({a, b}), ValueError == ValueError)  # expect: False True 2 True
---
# exceptions hold attributes and are picklable values in containers
e = Exception("x")
e.extra = [1]
print(e.extra, e.__dict__)  # expect: [1] {'extra': [1]}
errors = {type(x): x for x in (ValueError(1), KeyError(2))}
print(errors[ValueError].args, [k.__name__ for k in errors])  # expect: (1,) ['ValueError', 'KeyError']
---
# collecting errors from many calls
def parse(s):
    try:
        return int(s), None
    except ValueError as e:
        return None, str(e)
for s in ("12", " 7 ", "x1", "", "1.5", "0x10", "1_0", "1__0"):
    print(repr(s), parse(s))
# expect: '12' (12, None)
# expect: ' 7 ' (7, None)
# expect: 'x1' (None, "invalid literal for int() with base 10: 'x1'")
# expect: '' (None, "invalid literal for int() with base 10: ''")
# expect: '1.5' (None, "invalid literal for int() with base 10: '1.5'")
# expect: '0x10' (None, "invalid literal for int() with base 10: '0x10'")
# expect: '1_0' (10, None)
# expect: '1__0' (None, "invalid literal for int() with base 10: '1__0'")
---
# instance of an exception as an error's argument
e = ValueError(KeyError("inner"))
print(e, repr(e))  # expect: 'inner' ValueError(KeyError('inner'))
print(str(KeyError(ValueError("v"))))  # expect: ValueError('v')
---
# BaseException does not fall into except Exception
class Stop(BaseException): pass
def f():
    try:
        raise Stop("now")
    except Exception:
        return "caught"
try:
    print(f())
except Stop as e:
    print("through", e)  # expect: through now
---
# exceptions with slots and class attributes
class E(Exception):
    code = 500
    def __init__(self, msg, **details):
        super().__init__(msg)
        self.__dict__.update(details)
e = E("bad", user="ann", code=403)
print(e, e.user, e.code, E.code)  # expect: bad ann 403 500
---
# multiple inheritance of exceptions
class A(ValueError, KeyError): pass
try:
    raise A("both")
except KeyError as e:
    print(repr(e), str(e), isinstance(e, ValueError))  # expect: A('both') 'both' True
try:
    class Bad(OSError, SystemExit): pass
except TypeError as e:
    print(e)  # expect: multiple bases have instance lay-out conflict
---
# __setstate__, __reduce__ and copying
import copy
class E(Exception): pass
e = E("x", 1)
e.extra = "kept"
c = copy.copy(e)
print(type(c).__name__, c.args, c.extra, c is e)  # expect: E ('x', 1) kept False
print(e.__reduce__()[1:])  # expect: (('x', 1), {'extra': 'kept'})
---
# unicode errors
try:
    "abcé".encode("ascii")
except UnicodeEncodeError as e:
    print(e)  # expect: 'ascii' codec can't encode character '\xe9' in position 3: ordinal not in range(128)
    print(e.encoding, e.start, e.end, e.reason, e.object)  # expect: ascii 3 4 ordinal not in range(128) abcé
try:
    b"ok\xff".decode("utf-8")
except UnicodeDecodeError as e:
    print(e)  # expect: 'utf-8' codec can't decode byte 0xff in position 2: invalid start byte
    print(e.encoding, e.start, e.end, e.reason, e.object)  # expect: utf-8 2 3 invalid start byte b'ok\xff'
e = UnicodeTranslateError("abc", 0, 2, "why")
print(e)  # expect: can't translate characters in position 0-1: why
---
# raising while what is handled has a loop in its context, which a script made, ends
def chained(*errors):
    for error, context in zip(errors, errors[1:]): error.__context__ = context
one, two, three, four = KeyError(1), KeyError(2), KeyError(3), KeyError(4)
chained(one, one)
chained(two, three, four, three)
for handled in one, two, three:
    try:
        try: raise handled
        except KeyError: raise OSError("new")
    except OSError as error: print(repr(error.__context__), repr(error.__context__.__context__))
# expect: KeyError(1) KeyError(1)
# expect: KeyError(2) KeyError(3)
# expect: KeyError(3) KeyError(4)
