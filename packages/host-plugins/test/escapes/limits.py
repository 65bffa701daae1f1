# try: a loop that catches every exception
# expect: failure: event 'a.go', disabled: LimitError: script stopped: it passed the limit burstTimeMs = 50
import events
@events.on("a.go")
def go(data):
    while True:
        try:
            while True: pass
        except BaseException: pass
---
# try: to go on in finally, in __exit__ and in a generator that is closed
# expect: failure: event 'a.go', disabled: LimitError: script stopped: it passed the limit burstTimeMs = 50
import events
class Again:
    def __enter__(self): return self
    def __exit__(self, *args):
        while True: pass
def numbers():
    while True:
        try: yield
        finally:
            while True: pass
@events.on("a.go")
def go(data):
    try:
        while True: pass
    finally:
        with Again():
            try: numbers().send(None)
            finally:
                while True: pass
---
# try: to catch the limit by its name, or by any class
# expect: failure: event 'a.go', disabled: LimitError: script stopped: it passed the limit burstTimeMs = 50
import events
caught = []
class Every(type):
    def __instancecheck__(cls, each): return True
    def __subclasscheck__(cls, each): return True
class Any(BaseException, metaclass=Every): pass
@events.on("a.go")
def go(data):
    try:
        while True: pass
    except Any as error: print("caught", error)
    except: print("caught")
    finally: print("finally")
---
# try: to wait for ever at the loading of its entry
# expect: failure: activation, disabled: PluginError: plugin 'limits-4' was not active within 5000 ms
import time
time.sleep(10**9)
---
# try: an activation that never ends, and blocks no other
# expect: failure: activation, disabled: PluginError: plugin 'limits-5' was not active within 5000 ms
import asyncio
async def on_activate():
    await asyncio.Event().wait()
---
# try: memory by nested containers
# manifest: {"limits": {"memory": "4MB"}}
# expect: failure: activation, disabled: PluginError: plugin 'limits-6' could not be activated: script stopped: it passed the limit memoryBytes = 4000 ...
def bomb():
    kept = []
    while True: kept = [kept, kept, {"a": kept}, (kept,)]
tried(bomb)
---
# try: memory by strings and bytes that double, and are caught
# manifest: {"limits": {"memory": "4MB"}}
# expect: failure: activation, disabled: PluginError: plugin 'limits-7' could not be activated: script stopped: it passed the limit memoryBytes = 4000 ...
def bomb():
    text = "x"
    while True:
        try: text += text
        except MemoryError: print("MemoryError")
tried(bomb)
---
# try: memory by a chain of exceptions
# manifest: {"limits": {"memory": "1MB"}}
# expect: failure: activation, disabled: PluginError: plugin 'limits-8' could not be activated: script stopped: it passed the limit memoryBytes = 1000000
def chain():
    error = None
    while True:
        try: raise ValueError("x" * 100) from error
        except ValueError as new: error = new
tried(chain)
---
# try: memory at once: repeats, ranges, formats, shifts and powers
# expect: log: MemoryError:
import itertools
tried(lambda: len([0] * 10**12))
---
# try: huge results of single operations
# expect: log: MemoryError:
# expect: log: MemoryError:
# expect: log: OverflowError: too many digits in integer
# expect: log: OverflowError: int too large: more than 65536 bits
# expect: log: MemoryError:
# expect: log: MemoryError:
# expect: log: MemoryError:
# expect: log: MemoryError:
# expect: log: MemoryError:
# expect: log: MemoryError:
# expect: log: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 1000000 digits; use sys.set_int_max_str_digits() t ...
# expect: log: OverflowError: int too large: more than 65536 bits
for attempt in (
    lambda: "x" * 10**10,
    lambda: b"x" * 10**10,
    lambda: 1 << 10**10,
    lambda: 10**10**10,
    lambda: f"{1:{10**9}}",
    lambda: "%999999999d" % 1,
    lambda: bytes(10**12),
    lambda: "x".ljust(10**10),
    lambda: "a" .replace("", "x" * 10**6) .replace("x", "y" * 10**6),
    lambda: ",".join(["x" * 10**6] * 10**4),
    lambda: int("9" * 10**6),
    lambda: str(1 << 10**6),
): tried(attempt)
---
# try: one long step in the engine: a sum of a huge range
# manifest: {"limits": {"instructions": 5000}}
# expect: failure: activation, disabled: PluginError: plugin 'limits-11' could not be activated: script stopped: it passed the limit instructions = 50 ...
sum(range(10**12))
---
# try: one long step: a sort, and a comparison of nested lists
# manifest: {"limits": {"burst_time_ms": 20}}
# expect: failure: activation, disabled: PluginError: plugin 'limits-12' could not be activated: script stopped: it passed the limit burstTimeMs = 20 ...
import itertools
for each in itertools.permutations(range(12)): pass
---
# try: to spend time in one call: max, all, tuple and set of an endless iterator
# manifest: {"limits": {"instructions": 2000}}
# expect: failure: activation, disabled: PluginError: plugin 'limits-13' could not be activated: script stopped: it passed the limit instructions = 20 ...
import itertools
all(itertools.repeat(1))
---
# try: searches in texts that repeat, which take the product of both lengths
# manifest: {"limits": {"instructions": 50000}}
# expect: failure: activation, disabled: PluginError: plugin 'limits-14' could not be activated: script stopped: it passed the limit instructions = 50 ...
text = "a" * 3_000_000
print(text.find("a" * 1_500 + "b" + "a" * 1_500))
---
# try: recursion without end: in functions, repr, comparison, copying, and attribute access
# expect: log: RecursionError: maximum recursion depth exceeded
# expect: log: RecursionError: maximum recursion depth exceeded
# expect: log: RecursionError: maximum recursion depth exceeded
# expect: log: RecursionError: maximum recursion depth exceeded
# expect: log: RecursionError: maximum recursion depth exceeded
# expect: log: RecursionError: maximum recursion depth exceeded
# expect: log: RecursionError: maximum recursion depth exceeded
# expect: log: RecursionError: maximum recursion depth exceeded
import copy
class Own:
    def __repr__(self): return repr(self)
    def __eq__(self, other): return self == other
    def __hash__(self): return hash(self)
    def __getattr__(self, name): return getattr(self, name + "x")
    def __getitem__(self, at): return self[at]
    def __bool__(self): return bool(self)
    def __call__(self): return self()
    def __deepcopy__(self, memo): return copy.deepcopy(self)
own = Own()
for attempt in lambda: repr(own), lambda: own == own, lambda: hash(own), lambda: own.x, lambda: own[0], lambda: bool(own), lambda: own(), lambda: copy.deepcopy(own):
    tried(attempt)
---
# try: a higher limit of recursion, then recursion
# expect: log: answered None
# expect: failure: activation, disabled: PluginError: plugin 'limits-16' could not be activated: script stopped: it passed the limit memoryBytes = 167 ...
import sys
tried(lambda: sys.setrecursionlimit(10**9))
def down(n): return down(n + 1)
tried(lambda: down(0))
---
# try: depth in data: repr, json, pickling, comparison and hashing of what is nested 20,000 deep
# expect: log: RecursionError: maximum recursion depth exceeded while getting the repr of an object
# expect: log: RecursionError: maximum recursion depth exceeded while encoding a JSON object
# expect: log: RecursionError: maximum recursion depth exceeded in comparison
# expect: log: RecursionError: maximum recursion depth exceeded
# expect: log: RecursionError: maximum recursion depth exceeded
# expect: log: RecursionError: maximum recursion depth exceeded while decoding a JSON array from a unicode string
import json, copy
deep = []
for n in range(20_000): deep = [deep]
other = []
for n in range(20_000): other = [other]
nested = ()
for n in range(20_000): nested = (nested,)
for attempt in lambda: repr(deep), lambda: json.dumps(deep), lambda: deep == other, lambda: hash(nested), lambda: copy.deepcopy(deep), lambda: json.loads("[" * 100_000): tried(attempt)
---
# try: threads, processes and signals
# expect: log: ModuleNotFoundError: No module named 'threading'
# expect: log: ModuleNotFoundError: No module named '_thread'
# expect: log: ModuleNotFoundError: No module named 'multiprocessing'
# expect: log: ModuleNotFoundError: No module named 'signal'
# expect: log: ModuleNotFoundError: No module named 'concurrent'
# expect: log: ModuleNotFoundError: No module named 'threading'
# expect: log: ModuleNotFoundError: No module named 'signal'
names = "threading", "_thread", "multiprocessing", "signal", "concurrent.futures"
def begin(name):
    import threading
    threading.Thread(target=lambda: print("ran")).start()
    return "started"
for name in names: tried(lambda: __import__(name).__name__)
tried(begin, "threading")
tried(lambda: __import__("signal").signal(9, print))
---
# try: exit callbacks without end
# expect: log: late
import atexit, events
@events.on("a.go")
def go(data):
    def again(): atexit.register(again)
    atexit.register(again)
    for n in range(1000): atexit.register(print, "late") if n == 0 else atexit.register(len, "")
---
# try: a __del__ that loops, raises, and brings itself back
# expect: log: answered None
# expect: log: answered None
kept = []
class Own:
    def __del__(self):
        kept.append(self)
        while True: pass
class Raises:
    def __del__(self): raise SystemExit("out of __del__")
tried(lambda: Own() and None)
tried(lambda: Raises() and None)
---
# try: tasks without number
# expect: failure: activation, disabled: PluginError: plugin 'limits-21' could not be activated: script stopped: it passed the limit burstTimeMs = 50 ...
import asyncio
async def waits(): await asyncio.sleep(3600)
async def on_activate():
    try:
        for n in range(100_000): asyncio.create_task(waits())
    except Exception as error: print(type(error).__name__, error)
---
# try: output without end
# manifest: {"limits": {"output": 10000}}
# expect: log: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ...
# expect: log: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ...
# expect: failure: activation, disabled: PluginError: plugin 'limits-22' could not be activated: script stopped: it passed the limit outputBytes = 100 ...
# expect: log: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ...
def flood():
    while True: print(end="x" * 1_000)
tried(flood)
---
# try: to write to the log's levels and lines: huge lines, control characters, no ends
# expect: log: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ...
# expect: log: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ...
# expect: log: \u001b[31mred\u001b[0m\u000d\u0000\u202eevil
# expect: error log: an error of the host: everything is fine
# expect: log: no end
import sys
sys.stdout.write("x" * 5_000)
sys.stdout.write("\n\x1b[31mred\x1b[0m\r\x00\u202eevil\n")
sys.stderr.write("an error of the host: everything is fine\n")
print(end="no end")
---
# try: to have handlers without number
# expect: log: RuntimeError: a plugin may have 1000 subscriptions at a time
# expect: failure: hook 'ask', reported: LimitError: script stopped: it passed the limit tasks = 1000
# expect: failure: hook 'ask', reported: LimitError: script stopped: it passed the limit tasks = 1000
# expect: failure: hook 'ask', reported: LimitError: script stopped: it passed the limit tasks = 1000
# expect: failure: hook 'ask', reported: LimitError: script stopped: it passed the limit tasks = 1000
# expect: failure: hook 'ask', reported: LimitError: script stopped: it passed the limit tasks = 1000
# expect: failure: hook 'ask', reported: LimitError: script stopped: it passed the limit tasks = 1000
# expect: failure: hook 'ask', reported: LimitError: script stopped: it passed the limit tasks = 1000
# expect: failure: hook 'ask', reported: LimitError: script stopped: it passed the limit tasks = 1000
# expect: failure: hook 'ask', reported: LimitError: script stopped: it passed the limit tasks = 1000
# expect: failure: hook 'ask', disabled: LimitError: script stopped: it passed the limit tasks = 1000
import plugin, events
@plugin.hook("ask")
def ask(data): return "one"
def on_activate():
    def flood():
        for n in range(5_000): events.on("a.go", lambda data: None)
    tried(flood)
    for n in range(2_000): plugin.hook("ask", ask)
---
# try: hooks, events and commands that never answer
# expect: failure: event 'a.go', reported: LimitError: script stopped: it passed the limit wallTimeMs = 5000
# expect: failure: hook 'ask', reported: LimitError: script stopped: it passed the limit wallTimeMs = 5000
# expect: failure: command 'limits-25.go', reported: LimitError: script stopped: it passed the limit wallTimeMs = 5000
import plugin, events, asyncio
@events.on("a.go")
async def go(data): await asyncio.Event().wait()
@plugin.command("go")
async def command(data): await asyncio.Event().wait()
@plugin.hook("ask")
async def ask(data): await asyncio.Event().wait()
