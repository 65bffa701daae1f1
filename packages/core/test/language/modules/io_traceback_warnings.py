# StringIO: writing
from io import StringIO
f = StringIO()
print(f.write("hello"), f.write(" world\n"), f.tell(), repr(f.getvalue()), f.writelines(["a", "b"]), repr(f.getvalue()))
# expect: 5 7 12 'hello world\n' None 'hello world\nab'
print("printed", 1, file=f)
print(f.getvalue().splitlines(), f.readable(), f.writable(), f.seekable(), f.closed)
# expect: ['hello world', 'abprinted 1'] True True True False
for bad in (5, b"x", None):
    try:
        f.write(bad)
    except TypeError as e:
        print(e)
# expect: string argument expected, got 'int'
# expect: string argument expected, got 'bytes'
# expect: string argument expected, got 'NoneType'
---
# StringIO: reading
from io import StringIO
f = StringIO("line one\nline two\n\nlast")
print(repr(f.read(4)), repr(f.readline()), f.readlines(), repr(f.read()), f.tell())
# expect: 'line' ' one\n' ['line two\n', '\n', 'last'] '' 23
f.seek(0)
print([l.rstrip() for l in f], f.read() == "")  # expect: ['line one', 'line two', '', 'last'] True
f.seek(0)
print(repr(f.readline(4)), repr(f.readline()), f.readlines(5), repr(next(f, "end")))
# expect: 'line' ' one\n' ['line two\n'] '\n'
---
# StringIO: seek, truncate and overwrite
from io import StringIO
f = StringIO("abcdef")
f.seek(2)
f.write("XY")
print(f.getvalue(), f.tell(), f.seek(0, 2), f.seek(0), f.truncate(3), f.getvalue())
# expect: abXYef 4 6 0 3 abX
f.seek(5)
f.write("z")
print(repr(f.getvalue()))  # expect: 'abX\x00\x00z'
for args in ((-1,), (1, 1), (0, 5)):
    try:
        f.seek(*args)
    except (ValueError, OSError) as e:
        print(type(e).__name__, e)
# expect: ValueError Negative seek position -1
# expect: OSError Can't do nonzero cur-relative seeks
# expect: ValueError Invalid whence (5, should be 0, 1 or 2)
---
# StringIO: closing and with
from io import StringIO
with StringIO("x") as f: print(f.read())  # expect: x
print(f.closed)  # expect: True
for g in (lambda: f.read(), lambda: f.write("a"), lambda: f.getvalue(), lambda: next(f)):
    try:
        g()
    except ValueError as e:
        print(e)
# expect: I/O operation on closed file
# expect: I/O operation on closed file
# expect: I/O operation on closed file
# expect: I/O operation on closed file
---
# StringIO: newlines, initial value and subclass
from io import StringIO
print(repr(StringIO("a\r\nb\rc").read()), repr(StringIO("a\r\nb\rc", newline=None).read()), repr(StringIO("a\nb", newline="\r\n").getvalue()), StringIO("a\r\nb").readlines(), StringIO(None).getvalue() == "")
# expect: 'a\r\nb\rc' 'a\nb\nc' 'a\r\nb' ['a\r\n', 'b'] True
class Log(StringIO):
    def write(self, s): return super().write(s.upper())
l = Log()
print("hi", file=l, end="")
print(l.getvalue(), StringIO("é😀x").read(2))  # expect: HI é😀
try:
    StringIO(5)
except TypeError as e:
    print(e)  # expect: initial_value must be str or None, not int
---
# format_exception_only
import traceback
class MyError(Exception): pass
for e in (ValueError("v"), KeyError("k"), MyError("mine"), ValueError(), SystemExit(3), Exception("two\nlines"), OSError(2, "gone"), ExceptionGroup("g", [ValueError(1)])):
    print(traceback.format_exception_only(e))
# expect: ['ValueError: v\n']
# expect: ["KeyError: 'k'\n"]
# expect: ['MyError: mine\n']
# expect: ['ValueError\n']
# expect: ['SystemExit: 3\n']
# expect: ['Exception: two\nlines\n']
# expect: ['FileNotFoundError: [Errno 2] gone\n']
# expect: ['ExceptionGroup: g (1 sub-exception)\n']
e = ValueError("with")
e.add_note("a note")
e.add_note("two\nlines")
print("".join(traceback.format_exception_only(e)), end="")
# expect: ValueError: with
# expect: a note
# expect: two
# expect: lines
print(traceback.format_exception_only(ValueError, ValueError("two args")))
# expect: ['ValueError: two args\n']
---
# the shape of a formatted exception
import traceback
def inner(): raise ValueError("deep")
def outer(): inner()
try:
    outer()
except ValueError:
    text = traceback.format_exc()
lines = text.splitlines()
print(lines[0], [l.split(", in ")[1] for l in lines if ", in " in l], lines[-1])
# expect: Traceback (most recent call last): ['<module>', 'outer', 'inner'] ValueError: deep
---
# chained exceptions are told in order
import traceback
def headline(e): return [l.strip() for l in "".join(traceback.format_exception(e)).splitlines() if l and not l.startswith(" ")]
try:
    try:
        {}["k"]
    except KeyError as k:
        raise ValueError("v") from k
except ValueError as e:
    for l in headline(e): print(l)
# expect: Traceback (most recent call last):
# expect: KeyError: 'k'
# expect: The above exception was the direct cause of the following exception:
# expect: Traceback (most recent call last):
# expect: ValueError: v
try:
    try:
        1 / 0
    except ZeroDivisionError:
        int("x")
except ValueError as e:
    for l in headline(e): print(l)
    print(len(headline(e)), "".join(traceback.format_exception(e, chain=False)).count("Traceback"))
# expect: Traceback (most recent call last):
# expect: ZeroDivisionError: division by zero
# expect: During handling of the above exception, another exception occurred:
# expect: Traceback (most recent call last):
# expect: ValueError: invalid literal for int() with base 10: 'x'
# expect: 5 1
---
# extract_tb gives frames
import traceback
def a(): b()
def b(): raise KeyError("x")
try:
    a()
except KeyError as e:
    frames = traceback.extract_tb(e.__traceback__)
    print([f.name for f in frames], len(frames), [f.lineno for f in frames], type(frames).__name__)
    print([f.name for f in traceback.extract_tb(e.__traceback__, limit=1)], [f.name for f in traceback.extract_tb(e.__traceback__, limit=-1)])
# expect: ['<module>', 'a', 'b'] 3 [6, 3, 4] StackSummary
# expect: ['<module>'] ['b']
---
# extract_stack and walk_tb
import traceback
def f(): return [x.name for x in traceback.extract_stack()][-2:]
print(f())  # expect: ['<module>', 'f']
def g(): raise ValueError
try:
    g()
except ValueError as e:
    print([fr.f_code.co_name for fr, line in traceback.walk_tb(e.__traceback__)])
# expect: ['<module>', 'g']
---
# TracebackException
import traceback
try:
    try:
        raise KeyError("inner")
    except KeyError:
        raise ValueError("outer")
except ValueError as e:
    t = traceback.TracebackException.from_exception(e)
print(t.exc_type_str, str(t), t.__context__.exc_type_str, t.__cause__, [f.name for f in t.stack], list(t.format_exception_only()))
# expect: ValueError outer KeyError None ['<module>'] ['ValueError: outer\n']
---
# print_exc and print_exception to a file
import traceback, io
out = io.StringIO()
try:
    raise ValueError("written")
except ValueError as e:
    traceback.print_exc(file=out)
    traceback.print_exception(e, file=out, limit=0)
lines = out.getvalue().splitlines()
print(lines[0], lines[-1], sum(l == "ValueError: written" for l in lines))
# expect: Traceback (most recent call last): ValueError: written 2
print(repr(traceback.format_exc()))  # expect: 'NoneType: None\n'
---
# notes, groups and suppressed context in full tracebacks
import traceback
e = ExceptionGroup("two", [ValueError("a"), KeyError("b")])
e.exceptions[0].add_note("note of a")
print("".join(traceback.format_exception(e)), end="")
# expect:   | ExceptionGroup: two (2 sub-exceptions)
# expect:   +-+---------------- 1 ----------------
# expect:     | ValueError: a
# expect:     | note of a
# expect:     +---------------- 2 ----------------
# expect:     | KeyError: 'b'
# expect:     +------------------------------------
try:
    try:
        raise KeyError("hidden")
    except KeyError:
        raise ValueError("shown") from None
except ValueError as e:
    print("hidden" in "".join(traceback.format_exception(e)))  # expect: False
---
# format_list and a stack summary by hand
import traceback
s = traceback.StackSummary.from_list([("game.py", 3, "update", "x = 1"), ("main.py", 10, "run", None)])
print("".join(s.format()), end="")
# expect:   File "game.py", line 3, in update
# expect:     x = 1
# expect:   File "main.py", line 10, in run
print(traceback.format_list([("a.py", 1, "f", "code()")]))
# expect: ['  File "a.py", line 1, in f\n    code()\n']
---
# suggestions appear only in tracebacks
import traceback
class C:
    colour = 1
try:
    C().color
except AttributeError as e:
    print(e, "|", traceback.format_exception_only(e)[-1].strip())
# expect: 'C' object has no attribute 'color' | AttributeError: 'C' object has no attribute 'color'. Did you mean: 'colour'?
value_of_thing = 1
try:
    value_of_thin
except NameError as e:
    print(e, "|", traceback.format_exception_only(e)[-1].strip())
# expect: name 'value_of_thin' is not defined | NameError: name 'value_of_thin' is not defined
---
# warnings: recording
import warnings
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("old", DeprecationWarning)
    warnings.warn(UserWarning("instance"))
print([(w.category.__name__, str(w.message)) for w in log], len(log))
# expect: [('UserWarning', 'first'), ('DeprecationWarning', 'old'), ('UserWarning', 'instance')] 3
---
# warnings: filters
import warnings
def count(action, category=Warning):
    with warnings.catch_warnings(record=True) as log:
        warnings.resetwarnings()
        warnings.simplefilter(action, category)
        for _ in range(3): warnings.warn("again")
    return len(log)
print(count("always"), count("ignore"), count("once"), count("default"))  # expect: 3 0 1 1
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("as error", RuntimeWarning)
    except RuntimeWarning as e:
        print(type(e).__name__, e)  # expect: RuntimeWarning as error
---
# warnings: filters by message and category
import warnings
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message="skip.*")
    warnings.filterwarnings("error", category=BytesWarning)
    warnings.warn("skip me")
    warnings.warn("keep me")
    try:
        warnings.warn("bytes", BytesWarning)
    except BytesWarning as e:
        print("raised", e)  # expect: raised bytes
print([str(w.message) for w in log])  # expect: ['keep me']
for args in (("bad",), ("error", 5)):
    try:
        warnings.filterwarnings(*args)
    except (ValueError, TypeError, AssertionError) as e:
        print(type(e).__name__, e)
# expect: ValueError invalid action: 'bad'
# expect: TypeError message must be a string
try:
    warnings.warn("x", int)
except TypeError as e:
    print(e)  # expect: category must be a Warning subclass, not 'type'
---
# warnings: deprecated
import warnings
@warnings.deprecated("use g instead")
def f(): return 1
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    print(f(), f.__deprecated__)  # expect: 1 use g instead
print(log[0].category.__name__, log[0].message)  # expect: DeprecationWarning use g instead
---
# warnings: shown through showwarning and formatwarning
import warnings
print(repr(warnings.formatwarning("msg", UserWarning, "file.py", 7, "code line")))
# expect: 'file.py:7: UserWarning: msg\n  code line\n'
seen = []
with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: seen.append((str(message), category.__name__))
    warnings.warn("to the hook", FutureWarning)
print(seen)  # expect: [('to the hook', 'FutureWarning')]
---
# a BytesIO whose buffer was looked at goes on growing
import io
b = io.BytesIO(b"hello")
print(b.getbuffer().nbytes)  # expect: 5
b.seek(0, 2)
b.write(b" world")
print(b.truncate(3), b.getvalue())  # expect: 3 b'hel'
b.seek(6)
b.write(b"x")
with b.getbuffer() as view: view[0] = 72
print(b.getvalue())  # expect: b'Hel\x00\x00\x00x'
---
# warnings: a line and a level are indexes
import warnings
for f, args in ((warnings.warn_explicit, ("m", UserWarning, "f", "x")), (warnings.warn_explicit, ("m", UserWarning, "f", 1.5)),
                (warnings.warn, ("m", UserWarning, 1.5)), (warnings.warn, ("m", UserWarning, "2"))):
    try: f(*args)
    except TypeError as error: print(error)
# expect: 'str' object cannot be interpreted as an integer
# expect: 'float' object cannot be interpreted as an integer
# expect: 'float' object cannot be interpreted as an integer
# expect: 'str' object cannot be interpreted as an integer
---
# streams in memory take whatever has __index__ as a count, and nothing else
import io
class Two:
    def __index__(self): return 2
for stream in (io.BytesIO(b"abcdef"), io.StringIO("abcdef")):
    print(stream.read(Two()), stream.seek(Two()), stream.readline(Two()), stream.truncate(Two()), stream.getvalue())
    for use in (stream.read, stream.truncate, stream.seek):
        try:
            use(1.5)
        except TypeError as error:
            print(error)
# expect: b'ab' 2 b'cd' 2 b'ab'
# expect: argument should be integer or None, not 'float'
# expect: argument should be integer or None, not 'float'
# expect: 'float' object cannot be interpreted as an integer
# expect: ab 2 cd 2 ab
# expect: argument should be integer or None, not 'float'
# expect: argument should be integer or None, not 'float'
# expect: 'float' object cannot be interpreted as an integer
for use in (lambda: io.BytesIO().write(1), lambda: io.BytesIO().write("a"), lambda: io.BytesIO(b"a").readinto(b"b")):
    try:
        use()
    except TypeError as error:
        print(error)
# expect: a bytes-like object is required, not 'int'
# expect: a bytes-like object is required, not 'str'
# expect: readinto() argument must be read-write bytes-like object, not bytes
room = bytearray(4)
print(io.BytesIO(b"abc").readinto(memoryview(room)), room)  # expect: 3 bytearray(b'abc\x00')
room = bytearray(2)
print(io.BytesIO(b"xy").readinto(room), room)  # expect: 2 bytearray(b'xy')
room[:] = b"longer"  # no view of it is left
---
# what goes wrong in looking for a better name is not told; the members of a group come line by line
import traceback, warnings
class Secretive:
    hidden = 1
    def __dir__(self): raise OSError("no list")
try: Secretive().hiden
except AttributeError as error: print(traceback.format_exception_only(error))
# expect: ["AttributeError: 'Secretive' object has no attribute 'hiden'\n"]
group = ExceptionGroup("two\nlines", [ValueError("first\nsecond"), ExceptionGroup("inner", [KeyError(1)])])
print(traceback.format_exception_only(group, show_group=True))
# expect: ['ExceptionGroup: two\nlines (2 sub-exceptions)\n', '   ValueError: first\n', '   second\n', '   ExceptionGroup: inner (1 sub-exception)\n', '      KeyError: 1\n']
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(traceback.TracebackException.from_exception(group).exc_type.__name__, caught[0].message)
# expect: ExceptionGroup Deprecated in 3.13. Use exc_type_str instead.
---
# what tracebacks suggest: attributes that an own __getattr__ or a property refuses, names of class bodies, imports
import json, traceback
def last_line(action):
    try:
        action()
    except Exception as e:
        print(traceback.format_exception(e)[-1], end="")
class Refusing:
    color = "red"
    def __getattr__(self, name):
        raise AttributeError(f"no {name} here")
class Plain:
    _size = 1
    letters = "abc"
    @property
    def size(self):
        return self._siz
    @property
    def letter(self):
        raise AttributeError("none yet")
last_line(lambda: Refusing().colour)  # expect: AttributeError: no colour here. Did you mean: 'color'?
last_line(lambda: Refusing().colour())  # expect: AttributeError: no colour here. Did you mean: 'color'?
last_line(lambda: Plain().size)
# expect: AttributeError: 'Plain' object has no attribute '_siz'. Did you mean: '_size'?
last_line(lambda: Plain().letter)  # expect: AttributeError: none yet. Did you mean: 'letters'?
try:
    Refusing().colour
except AttributeError as e:
    print(e.name, type(e.obj).__name__)  # expect: colour Refusing
def class_body():
    class Body:
        alpha = 1
        beta = alhpa
last_line(class_body)  # expect: NameError: name 'alhpa' is not defined. Did you mean: 'alpha'?
last_line(lambda: exec("first = 1\nfrist"))
# expect: NameError: name 'frist' is not defined. Did you mean: 'first'?
def unbound():
    value
    value = 1
last_line(unbound)
# expect: UnboundLocalError: cannot access local variable 'value' where it is not associated with a value
last_line(lambda: (_ for _ in ()).throw(ImportError("given", name="json", name_from="dump_")))
# expect: ImportError: given. Did you mean: 'dump'?
long = Plain()
setattr(long, "x" * 45, 1)
last_line(lambda: getattr(long, "x" * 44))
# expect: AttributeError: 'Plain' object has no attribute 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'. Did you mean: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'?
last_line(lambda: sorted([], revers=True))
# expect: TypeError: sort() got an unexpected keyword argument 'revers'. Did you mean 'reverse'?
---
# buffers over a raw stream of a script's own: they read ahead, and write when they are full
import io
class Pipe(io.RawIOBase):
    def __init__(self, data=b""):
        self.data, self.at, self.calls = bytearray(data), 0, []
    def readable(self):
        return True
    writable = seekable = readable
    def readinto(self, room):
        count = min(4, len(room), len(self.data) - self.at)
        room[:count] = self.data[self.at:self.at + count]
        self.at += count
        self.calls.append(f"read {count} of {len(room)}")
        return count
    def write(self, data):
        count = min(4, len(data))
        self.data[self.at:self.at + count] = data[:count]
        self.at += count
        self.calls.append(f"write {count} of {len(data)}")
        return count
    def seek(self, place, whence=0):
        self.at = (0, self.at, len(self.data))[whence] + place
        return self.at
pipe = Pipe(b"one\ntwo three\nfour")
reader = io.BufferedReader(pipe, 6)
print(reader.read(2), reader.peek(), reader.read1(), reader.tell(), reader.readline(), reader.readline(3), reader.tell())
# expect: b'on' b'e\n' b'e\n' 4 b'two three\n' b'fou' 17
print(pipe.calls)  # expect: ['read 4 of 6', 'read 4 of 6', 'read 4 of 6', 'read 4 of 6', 'read 2 of 6']
print(reader.seek(4), list(reader), reader.read(5), reader.seek(-3, 2), reader.read(), reader.raw is pipe)
# expect: 4 [b'two three\n', b'four'] b'' 15 b'our' True
room = bytearray(3)
print(reader.seek(0), reader.readinto(room), room, reader.readinto1(room), room, reader.writable())
# expect: 0 3 bytearray(b'\nne') 1 bytearray(b'\nne') False
pipe = Pipe()
with io.BufferedWriter(pipe, 6) as writer:
    print(writer.write(b"abc"), writer.write(b"defghijklmn"), writer.tell(), pipe.data, pipe.calls)
    writer.flush()
    print(pipe.data, pipe.calls[-1])
# expect: 3 11 14 bytearray(b'abcdefghijk') ['write 3 of 3', 'write 4 of 11', 'write 4 of 7']
# expect: bytearray(b'abcdefghijklmn') write 3 of 3
print(pipe.closed, writer.closed)  # expect: True True
both = io.BufferedRandom(Pipe(b"0123456789"), 8)
print(both.read(3), both.write(b"XY"), both.tell(), both.read(2), both.seek(0), both.read())
# expect: b'012' 2 5 b'56' 0 b'012XY56789'
text = io.TextIOWrapper(io.BufferedReader(Pipe("é\r\nb\n".encode()), 4), encoding="utf-8")
print(text.readlines(), text.newlines)  # expect: ['é\n', 'b\n'] ('\n', '\r\n')
pipe = Pipe()
text = io.TextIOWrapper(io.BufferedWriter(pipe), encoding="utf-8", newline="\r\n")
text.write("a\n")
text.reconfigure(encoding="utf-16-le", newline="\n")
text.write("b\n")
text.flush()
print(pipe.data, text)  # expect: bytearray(b'a\r\nb\x00\n\x00') <_io.TextIOWrapper encoding='utf-16-le'>
---
# what buffers refuse, and raw streams that have nothing yet
import io
class Raw(io.RawIOBase):
    def __init__(self, *answers):
        self.answers = list(answers)
    def readable(self):
        return True
    def writable(self):
        return True
    def readinto(self, room):
        answer = self.answers.pop(0) if self.answers else b""
        if not isinstance(answer, bytes):
            return answer
        room[:len(answer)] = answer
        return len(answer)
    def write(self, data):
        return None
nothing = io.BufferedReader(Raw(None, None, None, b"a", None, b"b"))
print(nothing.read(2), nothing.read1(), nothing.peek(), nothing.read(4), nothing.read(), Raw(None).readall(), Raw(b"a", b"b").readall())
# expect: None b'' b'' b'a' b'b' None b'ab'
detached = io.BufferedReader(Raw())
detached.detach()
closed = io.BufferedWriter(Raw())
closed.close()
for wrong in (
    lambda: io.BufferedReader(io.RawIOBase()),
    lambda: io.BufferedWriter(Raw(), 0),
    lambda: io.BufferedReader(Raw(9999)).read(1),
    lambda: io.BufferedReader(Raw("x")).read(1),
    lambda: io.BufferedReader(Raw()).read(-2),
    lambda: io.BufferedReader(Raw()).write(b""),
    lambda: io.BufferedReader(Raw()).truncate(),
    lambda: io.BufferedWriter(Raw()).write("text"),
    lambda: detached.read(),
    lambda: closed.write(b""),
    lambda: closed.flush(),
    lambda: io.TextIOWrapper(io.BufferedReader(Raw()), encoding=5),
):
    try:
        wrong()
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: UnsupportedOperation File or stream is not readable.
# expect: ValueError buffer size must be strictly positive
# expect: OSError raw readinto() returned invalid length 9999 (should have been between 0 and 8192)
# expect: OSError raw readinto() failed
# expect: ValueError read length must be non-negative or -1
# expect: UnsupportedOperation write
# expect: UnsupportedOperation truncate
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError raw stream has been detached
# expect: ValueError write to closed file
# expect: ValueError flush of closed file
# expect: TypeError TextIOWrapper() argument 'encoding' must be str or None, not int
full = io.BufferedWriter(Raw(), 2)
try:
    full.write(b"abcdef")
except BlockingIOError as e:
    print(e.characters_written)  # expect: 2
---
# a subclass of BytesIO has all names to itself, and its write is not called by __init__
import io
class Tee(io.BytesIO):
    def __init__(self, other):
        super().__init__(b"first ")
        self._data = self._closed = self._at = other
    def write(self, data):
        self._data.write(data)
        return super().write(data)
copy = io.BytesIO()
with Tee(copy) as tee:
    tee.seek(0, io.SEEK_END)
    tee.write(b"second")
    print(tee.getvalue(), copy.getvalue(), tee.closed)  # expect: b'first second' b'second' False
print(tee.closed, copy.closed)  # expect: True False
---
# streams in memory are copied by their state: what they hold, the position, the attributes
import copy, io
data = io.BytesIO(b"content")
data.seek(3)
data.label = ["a"]
twin = copy.copy(data)
twin.write(b"XY")
print(data.getvalue(), twin.getvalue(), twin.tell(), twin.label is data.label)
# expect: b'content' b'conXYnt' 5 True
print(copy.deepcopy(data).label is data.label, data.__getstate__(), io.BytesIO().__getstate__())
# expect: False (b'content', 3, {'label': ['a']}) (b'', 0, None)
text = io.StringIO("one\r\ntwo", newline="")
text.seek(5)
text.label = 1
twin = copy.copy(text)
print([twin.read()], twin.label, text.__getstate__(), io.StringIO("é\n", newline="\r\n").__getstate__())
# expect: ['two'] 1 ('one\r\ntwo', '', 5, {'label': 1}) ('é\r\n', '\r\n', 0, None)
class Named(io.StringIO):
    pass
named = Named("abc")
named.part = {}
print(type(copy.copy(named)).__name__, copy.deepcopy(named).part is named.part, copy.copy(named).getvalue())
# expect: Named False abc
data.__setstate__((b"new", 2, {"more": 5}))
print(data.read(), data.more, data.label)  # expect: b'w' 5 ['a']
text.__setstate__(("a\nb", "\r\n", 0, None))
print([text.read()], text.write("\n"), [text.getvalue()])  # expect: ['a\nb'] 1 ['a\nb\r\n']
---
# states that are none, and streams that cannot be copied
import copy, io
data, text, closed = io.BytesIO(), io.StringIO(), io.BytesIO()
closed.close()
for attempt in (
    lambda: data.__setstate__(5),
    lambda: data.__setstate__((b"", 0)),
    lambda: data.__setstate__(("", 0, None)),
    lambda: data.__setstate__((b"", "0", None)),
    lambda: data.__setstate__((b"", -1, None)),
    lambda: data.__setstate__((b"", 0, [])),
    lambda: text.__setstate__(["", "\n", 0, None]),
    lambda: text.__setstate__((b"", "\n", 0, None)),
    lambda: text.__setstate__(("", "?", 0, None)),
    lambda: text.__setstate__(("", "\n", 1.5, None)),
    lambda: text.__setstate__(("", "\n", -1, None)),
    lambda: text.__setstate__(("", "\n", 2**80, None)),
    lambda: text.__setstate__(("", "\n", 0, 7)),
    lambda: copy.copy(closed),
    lambda: closed.__setstate__((b"", 0, None)),
    lambda: copy.copy(io.TextIOWrapper(io.BytesIO())),
    lambda: copy.deepcopy(io.BufferedReader(io.BytesIO())),
    lambda: io.BufferedWriter(io.BytesIO()).__reduce__(),
):
    try:
        print(attempt())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
# expect: TypeError _io.BytesIO.__setstate__ argument should be 3-tuple, got int
# expect: TypeError _io.BytesIO.__setstate__ argument should be 3-tuple, got tuple
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError second item of state must be an integer, not str
# expect: ValueError position value cannot be negative
# expect: TypeError third item of state should be a dict, got a list
# expect: TypeError _io.StringIO.__setstate__ argument should be 4-tuple, got list
# expect: TypeError initial_value must be str or None, not bytes
# expect: ValueError illegal newline value: '?'
# expect: TypeError third item of state must be an integer, got float
# expect: ValueError position value cannot be negative
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: TypeError fourth item of state should be a dict, got a int
# expect: ValueError I/O operation on closed file.
# expect: ValueError I/O operation on closed file.
# expect: TypeError cannot pickle 'TextIOWrapper' instances
# expect: TypeError cannot pickle 'BufferedReader' instances
# expect: TypeError cannot pickle 'BufferedWriter' instances
---
# a text stream that is parted from its bytes has written them, and can do nothing more
import io

raw = io.BytesIO()
buffer = io.BufferedWriter(raw)
text = io.TextIOWrapper(buffer, encoding="ascii")
text.write("score")
print(raw.getvalue(), text.detach() is buffer, raw.getvalue())  # expect: b'' True b'score'
for use in (text.detach, text.fileno, text.flush, lambda: text.write("more"), lambda: text.closed):
    try:
        use()
    except ValueError as error:
        print(error)
# expect: underlying buffer has been detached
# expect: underlying buffer has been detached
# expect: underlying buffer has been detached
# expect: underlying buffer has been detached
# expect: underlying buffer has been detached
print(text)  # expect: <_io.TextIOWrapper encoding='ascii'>

class Log(io.TextIOWrapper):
    pass

print(Log(io.BytesIO(), encoding="utf-8"))  # expect: <Log encoding='utf-8'>
---
# a text stream does not tell its place in the midst of a loop, and reads what it is told to
import io

text = io.TextIOWrapper(io.BytesIO(b"one\ntwo\n"), encoding="utf-8")
for line in text:
    try:
        print(line, text.tell())
    except OSError as error:
        print(error)
# expect: telling position disabled by next() call
# expect: telling position disabled by next() call
print(text.tell(), text.seek(0), next(text), text.seek(0), text.tell())
# expect: 8 0 one
# expect:  0 0
try:
    text.read("all")
except TypeError as error:
    print(error)  # expect: argument should be integer or None, not 'str'

class Wrong(io.BytesIO):
    def read(self, size=-1): return "text"
    read1 = read

try:
    io.TextIOWrapper(Wrong()).read(1)
except TypeError as error:
    print(error)  # expect: underlying read1() should have returned a bytes-like object, not 'str'
---
# what fails while a text stream is closed is raised once the bytes are closed
import io

class Full(io.TextIOWrapper):
    def flush(self): raise OSError("no space left")

full = Full(io.BytesIO(), encoding="utf-8")
try:
    full.close()
except OSError as error:
    print(error, full.closed, full.buffer.closed)  # expect: no space left True True
full.close()
---
# streams are called in messages as types that are built in are
import io
import sys

class Own(io.StringIO): pass
for attempt in (
    lambda: io.StringIO() + 1,
    lambda: io.BytesIO().nothing,
    lambda: [][io.TextIOWrapper(io.BytesIO())],
    lambda: "%d" % io.BufferedReader(io.BytesIO()),
    lambda: Own() + 1,
    lambda: setattr(io.StringIO, "extra", 1),
):
    try: attempt()
    except (AttributeError, TypeError) as error: print(error)
# expect: unsupported operand type(s) for +: '_io.StringIO' and 'int'
# expect: '_io.BytesIO' object has no attribute 'nothing'
# expect: list indices must be integers or slices, not _io.TextIOWrapper
# expect: %d format: a real number is required, not _io.BufferedReader
# expect: unsupported operand type(s) for +: 'Own' and 'int'
# expect: cannot set 'extra' attribute of immutable type '_io.StringIO'
print(io.StringIO, io.StringIO.__name__, Own.__name__)  # expect: <class '_io.StringIO'> StringIO Own
---
# a text stream wants a stream of bytes that is open, and counts that are integers
import io

def tell(use, *args):
    try:
        return use(*args)
    except (AttributeError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"

class Sink:
    """Takes bytes, and is no stream."""

    def write(self, data):
        return len(data)

closed = io.BytesIO()
closed.close()
for buffer in (3, None, Sink(), closed):
    print(tell(io.TextIOWrapper, buffer))
# expect: AttributeError: 'int' object has no attribute 'readable'
# expect: AttributeError: 'NoneType' object has no attribute 'readable'
# expect: AttributeError: 'Sink' object has no attribute 'readable'
# expect: ValueError: I/O operation on closed file.
text = io.TextIOWrapper(io.BytesIO(b"one\ntwo\n"), encoding="utf-8")
for count in (None, "x", 1.5, True, -1):
    print(tell(text.readline, count))
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: o
# expect: ne
# expect:
print(tell(text.write, None), tell(text.write, b""))
# expect: TypeError: write() argument must be str, not None TypeError: write() argument must be str, not bytes
---
# lines as far as a hint of characters: bytes in memory stop where they have as many, all others where they have more
import io

for hint in 3, 4, 5, None, 0:
    print(
        io.StringIO("a\nb\nc\n").readlines(hint), io.BytesIO(b"a\nb\nc\n").readlines(hint),
        io.TextIOWrapper(io.BytesIO(b"a\nb\nc\n")).readlines(hint),
        io.BufferedReader(io.BytesIO(b"a\nb\nc\n")).readlines(hint),
    )
# expect: ['a\n', 'b\n'] [b'a\n', b'b\n'] ['a\n', 'b\n'] [b'a\n', b'b\n']
# expect: ['a\n', 'b\n', 'c\n'] [b'a\n', b'b\n'] ['a\n', 'b\n', 'c\n'] [b'a\n', b'b\n', b'c\n']
# expect: ['a\n', 'b\n', 'c\n'] [b'a\n', b'b\n', b'c\n'] ['a\n', 'b\n', 'c\n'] [b'a\n', b'b\n', b'c\n']
# expect: ['a\n', 'b\n', 'c\n'] [b'a\n', b'b\n', b'c\n'] ['a\n', 'b\n', 'c\n'] [b'a\n', b'b\n', b'c\n']
# expect: ['a\n', 'b\n', 'c\n'] [b'a\n', b'b\n', b'c\n'] ['a\n', 'b\n', 'c\n'] [b'a\n', b'b\n', b'c\n']
