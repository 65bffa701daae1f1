# try: exceptions whose text, type and notes fail or never end
# expect: failure: event 'a.go', reported: Hostile: <exception str() failed>\u000a<note str() failed>
import events
class Hostile(Exception):
    def __str__(self): raise SystemExit("out of __str__")
    def __repr__(self): raise Hostile
    @property
    def args(self): raise Hostile
    __notes__ = property(lambda self: [self])
@events.on("a.go")
def go(data): raise Hostile()
---
# try: exceptions whose __str__ loops for ever
# expect: failure: event 'a.go', reported: Hostile:
import events
class Hostile(Exception):
    def __str__(self):
        while True: pass
@events.on("a.go")
def go(data): raise Hostile()
---
# try: a __str__ that answers no str, and one of a million characters
# expect: failure: event 'a.go', reported: One: <exception str() failed>
# expect: failure: event 'a.go', reported: Two: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ...
import events
class One(Exception):
    def __str__(self): return 7
class Two(Exception):
    def __str__(self): return "x" * 1_000_000
@events.on("a.go")
def go(data): raise One()
@events.on("a.go")
def went(data): raise Two()
---
# try: causes and contexts in a circle, and chains of thousands
# expect: failure: event 'a.go', reported: ValueError: one
# expect: failure: event 'a.go', reported: ValueError: 2999
import events
@events.on("a.go")
def go(data):
    one, two = ValueError("one"), ValueError("two")
    one.__cause__, two.__cause__ = two, one
    one.__context__ = two.__context__ = one
    raise one
@events.on("a.go")
def went(data):
    error = None
    for n in range(3_000):
        new = ValueError(n)
        new.__cause__ = error
        error = new
    raise error
---
# try: notes, groups and tracebacks that are none
# expect: failure: event 'a.go', reported: ValueError: noted\u000aa\u000ab\u000a1\u000aNone\u000anoted\u000a\u001b[31m
# expect: failure: event 'a.go', reported: ExceptionGroup: g (1 sub-exception)
import events
@events.on("a.go")
def go(data):
    error = ValueError("noted")
    error.__notes__ = ["a\nb", 1, None, error, "\x1b[31m"]
    raise error
@events.on("a.go")
def went(data):
    group = ExceptionGroup("g", [ValueError(1)])
    for n in range(2_000): group = ExceptionGroup("g", [group])
    raise group
---
# try: exceptions that end interpreters: SystemExit, KeyboardInterrupt, GeneratorExit, StopIteration
# expect: failure: event 'a.go', reported: SystemExit: 3
# expect: failure: event 'a.go', reported: KeyboardInterrupt:
# expect: failure: event 'a.go', reported: GeneratorExit:
# expect: failure: event 'a.go', reported: StopIteration: 1
# expect: failure: event 'a.go', reported: StopAsyncIteration:
# expect: failure: event 'a.go', reported: BaseException: base
import events
def raising(error):
    def handler(data): raise error
    return handler
for error in SystemExit(3), KeyboardInterrupt(), GeneratorExit(), StopIteration(1), StopAsyncIteration(), BaseException("base"): events.on("a.go", raising(error))
---
# try: an exception named and shown like one of the host's
# expect: failure: event 'a.go', reported: PluginError: the plugin host is closing, or has closed
# expect: failure: event 'a.go', reported: LimitError: memoryBytes
import events
class PluginError(Exception): code = "host-closed"
class LimitError(Exception): limit = "memoryBytes"
PluginError.__module__ = LimitError.__module__ = "host"
@events.on("a.go")
def go(data): raise PluginError("the plugin host is closing, or has closed")
@events.on("a.go")
def went(data): raise LimitError("memoryBytes")
---
# try: answers to a hook that are cyclic, deep, huge or no data
# expect: failure: hook 'ask', reported: TypeError: the answer["self"]["self"]["self"]["self"]["self"]["self"]["self"]["self"]["self"]["self"][...]: i ...
# expect: failure: hook 'ask', reported: TypeError: the answer[0][0][0][0][0][0][0][0][0][0][...]: it is nested more than 100 deep
# expect: failure: hook 'ask', reported: TypeError: the answer: only data can go to others, not a function
# expect: failure: hook 'ask', reported: TypeError: the answer: a dict that goes to others must have str keys only
# expect: failure: hook 'ask', reported: TypeError: the answer: only data can go to others, not an object of a class
# expect: failure: hook 'ask', reported: TypeError: the answer: a set cannot go to others; a list can
import plugin
loop = {}
loop["self"] = loop
deep = []
for n in range(10_000): deep = [deep]
for answer in loop, deep, print, {1: 2}, object(), {"x"}: plugin.hook("ask", lambda data, answer=answer: answer)
---
# try: answers that break JSON, logs and comparisons
# expect: log: [nan, inf, -0.0, 1267650600228229401496703205376, '\ud800', '\x00', b'\x00', {'': None, '__proto__': {'polluted': 1}, 'constructor': 1, ...
import plugin
odd = [float("nan"), float("inf"), -0.0, 2**100, "\ud800", "\0", b"\0", {"": None, "__proto__": {"polluted": 1}, "constructor": 1, "length": -1}, ()]
@plugin.hook("ask")
def ask(data): return odd
@plugin.command("go")
def go(data):
    print(ascii(plugin.run("bystander.keep", odd)))
    return odd
---
# try: keys that are no str, or equal after conversion
# expect: log: TypeError: bystander.keep(), argument 1: a dict that goes to others must have str keys only
# expect: log: TypeError: bystander.keep(), argument 1: a dict that goes to others must have str keys only
# expect: log: TypeError: bystander.keep(), argument 1: a dict that goes to others must have str keys only
# expect: log: TypeError: bystander.keep(), argument 1: a dict that goes to others must have str keys only
# expect: log: TypeError: bystander.keep(), argument 1: a dict that goes to others must have str keys only
# expect: log: TypeError: bystander.keep(), argument 1: a dict that goes to others must have str keys only
import plugin
class Key(str):
    def __eq__(self, other): return False
    def __hash__(self): return 1
for data in {float("nan"): 1, float("-nan"): 2}, {1: "a", "1": "b"}, {None: 1}, {(): 1}, {Key("a"): 1, Key("a"): 2}, {True: 1}:
    tried(lambda: plugin.run("bystander.keep", data))
---
# try: an answer that grows with each level, a billion items
# expect: log: TypeError: bystander.keep(), argument 1[0][0][0][0][8][9][9][9][9][6]: it has more than 1000000 values
# expect: failure: command 'hostile-data-11.go', reported: TypeError: the answer[0][0][0][0][8][9][9][9][9][6]: it has more than 1000000 values
import plugin
bomb = ["x"] * 10
for n in range(9): bomb = [bomb] * 10
@plugin.command("go")
def go(data): return bomb
tried(lambda: plugin.run("bystander.keep", bomb))
---
# try: a huge string for another, and in an event
# expect: log: answered 9000000
import plugin, events
def send(): return len(plugin.run("bystander.keep", "x" * 9_000_000))
tried(send)
---
# try: on_dispose that leaves functions, cycles and objects for the next version
# expect: failure: on_dispose, reported: TypeError: what on_dispose() of 'hostile-data-13' answers["f"]: only data can go to others, not a function
def on_dispose(): return {"f": print, "own": on_dispose}
---
# try: on_dispose that raises what has no text
# expect: failure: on_dispose, reported: Hostile: <exception str() failed>
class Hostile(BaseException):
    def __str__(self): raise self
def on_dispose(): raise Hostile
---
# try: on_dispose that loops for ever and catches everything
# expect: failure: on_dispose, reported: LimitError: script stopped: it passed the limit burstTimeMs = 50
def on_dispose():
    while True:
        try:
            while True: pass
        except BaseException: continue
---
# try: on_dispose that waits for ever, and registers and emits anew
# expect: failure: on_dispose, reported: LimitError: script stopped: it passed the limit wallTimeMs = 1000
import asyncio, events, plugin
async def on_dispose():
    for n in range(100): events.on("a.go", print)
    events.emit("a.x", "from the grave")
    await asyncio.Event().wait()
---
# try: tasks, __del__ and asynchronous generators that outlive the plugin
# expect: warning log: asyncio: Task was destroyed but it is pending!\u000atask: <Task pending name='Task-1'>
# expect: warning log: closing: something was interrupted in the phase 'drained'
# expect: warning log: closing: something was terminated in the phase 'drained'
# expect: warning log: closing: something was terminated in the phase 'asyncgens'
import asyncio
class Own:
    def __del__(self):
        while True: pass
own = Own()
async def undying():
    while True:
        try: await asyncio.sleep(1)
        except BaseException: pass
async def numbers():
    try:
        while True: yield 1
    finally:
        while True: await asyncio.sleep(1)
async def on_activate():
    global task, agen
    task = asyncio.create_task(undying())
    agen = numbers()
    await anext(agen)
---
# try: entry functions that are none, or that are the host's own
# expect: log: active
# expect: failure: on_dispose, reported: PluginError: 'on_dispose' of plugin 'hostile-data-18' must be a function
import plugin, http
on_dispose = 7
migrate = http.get
def on_activate(): print("active")
---
# try: plugin.state rewritten, and kept from the host
# expect: log: {'version': 99, 'granted': ['*']}
import plugin
plugin.state = {"version": 99, "granted": ["*"]}
print(plugin.state)
def on_dispose(): return plugin.state
---
# try: on_activate replaced by a host function, and one that takes what it does not get
# expect: failure: activation, disabled: PluginError: plugin 'hostile-data-20' could not be activated: TypeError: request() missing required argument ...
import plugin
on_activate = plugin.request
---
# try: a coroutine, a generator and a Future as handlers' answers
# expect: failure: hook 'ask', reported: TypeError: the answer: only data can go to others, not an object of a class
# expect: failure: hook 'ask', reported: TypeError: the answer: only data can go to others, not an object of a class
import plugin, asyncio
async def waits(): return 1
@plugin.hook("ask")
def ask(data): return waits()
@plugin.hook("ask")
def numbers(data): yield 1
@plugin.hook("ask")
def future(data): return asyncio.get_event_loop().create_future()
