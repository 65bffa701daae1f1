# try: each guarded function without its permission
# expect: denied: console null
# expect: log: PermissionError: plugin 'permissions-1' has no permission 'console'; add it to [permissions.required] or [permissions.optional] of the manifest
# expect: denied: timers null
# expect: log: PermissionError: plugin 'permissions-1' has no permission 'timers'; ask for it with plugin.request("timers")
# expect: denied: timers null
# expect: log: PermissionError: plugin 'permissions-1' has no permission 'timers'; ask for it with plugin.request("timers")
# expect: denied: random null
# expect: log: PermissionError: plugin 'permissions-1' has no permission 'random'; ask for it with plugin.request("random")
# expect: denied: random null
# expect: log: PermissionError: plugin 'permissions-1' has no permission 'random'; ask for it with plugin.request("random")
# expect: denied: net "evil.example"
# expect: log: PermissionError: plugin 'permissions-1' has no permission 'net' for "evil.example", only for ["api.example.com"]; the host decides on more
import console, timers, rng, http, storage
tried(lambda: console.info("x"))
tried(lambda: timers.every(1, print))
tried(lambda: timers.after(0, print))
tried(lambda: rng.random())
tried(lambda: rng.stream("x").random())
tried(lambda: http.get("https://evil.example/"))
---
# try: a guarded asynchronous function, never awaited or awaited in a task
# expect: log: answered Call
# expect: denied: timers null
# expect: log: PermissionError: plugin 'permissions-2' has no permission 'timers'; ask for it with plugin.request("timers")
# expect: denied: timers null
# expect: denied: timers null
# expect: log: ['PermissionError', 'PermissionError']
import asyncio, timers
tried(lambda: type(timers.sleep(0)).__name__)
async def waits(): return await timers.sleep(0)
tried(lambda: asyncio.run(waits()))
async def on_activate():
    results = await asyncio.gather(waits(), timers.sleep(0), return_exceptions=True)
    print([type(each).__name__ for each in results])
---
# try: the functions of native modules replaced by its own, and put back
# expect: log: mine
# expect: denied: net "evil.example"
# expect: log: PermissionError: plugin 'permissions-3' has no permission 'net' for "evil.example", only for ["api.example.com"]; the host decides on more
# expect: log: True
# expect: denied: random null
# expect: log: PermissionError: plugin 'permissions-3' has no permission 'random'; ask for it with plugin.request("random")
import http, plugin
real = http.get
http.get = lambda url: "mine"
print(http.get("https://evil.example/"))
tried(lambda: real("https://evil.example/"))
plugin.granted = lambda name: True
plugin.request = lambda *args: True
print(plugin.granted("random"))
import rng
tried(lambda: rng.random())
---
# try: PermissionError and other exceptions replaced, so that no refusal could be raised
# expect: denied: random null
# expect: log: PermissionError False
import builtins, rng
class Quiet(Exception):
    def __new__(cls, *args): return 7
builtins.PermissionError = Quiet
builtins.Exception = Quiet
builtins.OSError = None
tried.__globals__["__builtins__"] = {"print": print, "type": type, "Exception": BaseException}
try: print(rng.random())
except BaseException as error: print(type(error).__name__, type(error) is Quiet)
---
# try: a saved reference to a guarded function, after its permission was revoked
# expect: log: answered 200
# expect: revoked: net null
# expect: denied: net "api.example.com"
# expect: log: PermissionError: plugin 'permissions-5' has no permission 'net' for "api.example.com"; the host decides on more
# expect: denied: net "api.example.com"
# expect: log: PermissionError: plugin 'permissions-5' has no permission 'net' for "api.example.com"; the host decides on more
import http, events
get, ask = http.get, http.request
tried(lambda: get("https://api.example.com/").status)
@events.on("a.go")
def go(data):
    tried(lambda: get("https://api.example.com/").status)
    tried(lambda: ask("GET", "https://api.example.com/").status)
import plugin
events.emit("a.revoke", [plugin.id, "net"])
---
# try: what was begun under a permission goes on after it was revoked
# expect: log: answered None
# expect: revoked: storage null
# expect: denied: storage null
# expect: log: PermissionError: plugin 'permissions-6' has no permission 'storage'; the host decides on more
# expect: revoked: events null
# expect: denied: events "a.x"
# expect: log: PermissionError: plugin 'permissions-6' has no permission 'events' for "a.x"; the host decides on more
# expect: denied: events "a.x"
# expect: log: PermissionError: plugin 'permissions-6' has no permission 'events' for "a.x"; the host decides on more
import events, storage
subscription = events.on("a.go", lambda data: print("heard"))
tried(lambda: storage.set("a", 1))
import plugin
events.emit("a.revoke", [plugin.id, "storage"])
tried(lambda: storage.set("a", 2))
events.emit("a.revoke", [plugin.id, "events"])
tried(lambda: events.emit("a.x"))
tried(lambda: events.on("a.x"))
---
# try: to ask for what the manifest does not mention, or for more of it
# expect: log: ValueError: the manifest does not mention 'console'; add it to [permissions.optional] to ask for it
# expect: log: ValueError: [permissions.optional] of the manifest has 'net' for ["*.example.com"] alone, not for ["*"]
# expect: log: ValueError: [permissions.optional] of the manifest has 'net' for ["*.example.com"] alone, not for ["evil.example"]
# expect: log: ValueError: [permissions.optional] of the manifest has 'net' for ["*.example.com"] alone, not for ["*.example.com","*"]
# expect: refused: net ["*.example.com"]
# expect: log: answered False
# expect: refused: random true
# expect: log: answered False
# expect: refused: timers true
# expect: log: answered False
import plugin
tried(lambda: plugin.request("console"))
tried(lambda: plugin.request("net", ["*"]))
tried(lambda: plugin.request("net", ["evil.example"]))
tried(lambda: plugin.request("net", ["*.example.com", "*"]))
tried(lambda: plugin.request("net"))
tried(lambda: plugin.request("random"))
tried(lambda: plugin.request("timers", True))
---
# try: to ask with parameters that are none
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
# expect: log: ValueError: [permissions.optional] of the manifest has 'net' for ["*.example.com"] alone, not for ["*","*","*","*","*","*","*","*","*", ...
# expect: log: ValueError: permission 'net' takes a list of names or patterns, as ["api.example.com", "*.example.org"]
import plugin
for parameter in "*", [], [""], ["*.*"], [1], [None], {"a": 1}, False, 0, -1, 1e308, float("nan"), 2**80, b"*", print, ["x" * 10_000], ["*"] * 100_000, [["*.example.com"]]:
    tried(lambda: plugin.request("net", parameter))
---
# try: to ask for permissions whose names are none
# expect: log: ValueError: there is no permission ''
# expect: log: ValueError: there is no permission '__proto__'
# expect: log: ValueError: there is no permission 'constructor'
# expect: log: ValueError: there is no permission 'toString'
# expect: log: ValueError: there is no permission 'nett'; did you mean 'net'?
# expect: log: ValueError: there is no permission 'NET'; did you mean 'net'?
# expect: log: ValueError: there is no permission 'net '; did you mean 'net'?
# expect: log: ValueError: there is no permission 'net\u0000'; did you mean 'net'?
# expect: log: ValueError: there is no permission '*'
# expect: log: ValueError: there is no permission 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ...
# expect: log: answered False
# expect: log: answered False
import plugin
for name in "", "__proto__", "constructor", "toString", "nett", "NET", "net ", "net\0", "*", "x" * 50_000:
    tried(lambda: plugin.request(name))
tried(lambda: plugin.granted("__proto__"))
tried(lambda: plugin.granted("constructor"))
---
# try: a list that changes while the host decides on it
# expect: refused: net ["*.example.com"]
# expect: log: answered False
# expect: log: False
import plugin
class Changing(list):
    def __iter__(self): return iter(["*"])
    def __getitem__(self, at): return "*"
    def __len__(self): return 1
hosts = Changing(["*.example.com"])
tried(lambda: plugin.request("net", hosts))
hosts[:] = ["*"]
print(plugin.granted("timers"))
---
# try: a str that says to be another: equality, hash, text and format of its own
# expect: denied: net "evil.example"
# expect: log: PermissionError: plugin 'permissions-11' has no permission 'net' for "evil.example", only for ["api.example.com"]; the host decides on more
# expect: denied: events "tick"
# expect: log: PermissionError: plugin 'permissions-11' has no permission 'events' for "tick", only for ["a.*"]; the host decides on more
# expect: denied: events "tick"
# expect: log: PermissionError: plugin 'permissions-11' has no permission 'events' for "tick", only for ["a.*"]; the host decides on more
# expect: log: answered None
# expect: log: ['k'] v
import http, events, storage
class Two(str):
    shown = 0
    def __str__(self): return "https://api.example.com/"
    def __eq__(self, other): return True
    def __hash__(self): return hash("https://api.example.com/")
    def __format__(self, spec): return "https://api.example.com/"
    def startswith(self, *args): return True
    def lower(self): return "api.example.com"
    def encode(self, *args): return b"https://api.example.com/"
tried(lambda: http.get(Two("https://evil.example/")))
tried(lambda: events.emit(Two("tick"), 1))
tried(lambda: events.on(Two("tick"), print))
tried(lambda: storage.set(Two("k"), Two("v")))
print(storage.keys(), storage.get("k"))
---
# try: numbers, dicts and lists whose subclasses change between check and use
# expect: log: answered None
# expect: log: OSError: 'd' takes at least 2000 bytes, and 'permissions-12' may store 1000 bytes
# expect: log: OSError: 'l' takes at least 2000 bytes, and 'permissions-12' may store 1000 bytes
# expect: log: ['n'] 41
import storage
class Small(int):
    def __int__(self): return 1
    def __index__(self): return 1
    def __len__(self): return 1
class Empty(dict):
    def items(self): return []
    def keys(self): return []
    def __len__(self): return 0
class Short(list):
    def __len__(self): return 0
    def __iter__(self): return iter(())
tried(lambda: storage.set("n", Small(2**80)))
tried(lambda: storage.set("d", Empty(a="x" * 2_000)))
tried(lambda: storage.set("l", Short(["x" * 2_000])))
print(storage.keys(), storage.size())
---
# try: to store more than it may: at once, bit by bit, and in keys
# expect: log: OSError: 'a' takes at least 2000 bytes, and 'permissions-13' may store 1000 bytes
# expect: log: OSError: with 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...' all takes 2005 bytes, and 'permissions-13' may store 1000 bytes
# expect: log: OSError: with '17' all takes 1034 bytes, and 'permissions-13' may store 1000 bytes
# expect: log: True
# expect: log: OSError: 'a' takes at least 1202 bytes, and 'permissions-13' may store 1000 bytes
import storage
tried(lambda: storage.set("a", "x" * 2_000))
tried(lambda: storage.set("x" * 2_000, 1))
def fill():
    for n in range(1_000): storage.set(str(n), "x" * 50)
tried(fill)
print(storage.size() <= 1_000)
tried(lambda: storage.set("a", "\u20ac" * 400))
---
# try: to store what cannot be read again: cycles, depth, half characters, no numbers
# expect: log: TypeError: value[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0 ...
# expect: log: TypeError: value[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0 ...
# expect: log: answered None
# expect: log: nan
# expect: log: answered None
# expect: log: inf
# expect: log: answered None
# expect: log: '\ud800'
# expect: log: answered None
# expect: log: 1606938044258990275541962092341162602522202993782792835301376
# expect: log: answered None
# expect: log: b'\xff'
# expect: log: answered None
# expect: log: {'__proto__': 1}
# expect: log: answered None
# expect: log: {'$bytes': 'x'}
# expect: log: answered None
# expect: log: -0.0
import storage
loop = []
loop.append(loop)
deep = []
for n in range(10_000): deep = [deep]
tried(lambda: storage.set("loop", loop))
tried(lambda: storage.set("deep", deep))
for value in float("nan"), float("inf"), "\ud800", 2**200, b"\xff", {"__proto__": 1}, {"$bytes": "x"}, -0.0:
    tried(lambda: storage.set("v", value))
    print(ascii(storage.get("v")))
---
# try: keys of the storage that are none, or that are paths
# expect: log: answered None
# expect: log: answered None
# expect: log: answered None
# expect: log: answered None
# expect: log: answered None
# expect: log: answered None
# expect: log: answered None
# expect: log: answered None
# expect: log: ['', '\x00', '../x', '/etc/passwd', '__proto__', 'a\nb', 'constructor', '\ud800']
# expect: log: TypeError: set() argument 'key' must be str, not int
# expect: log: answered False
import storage
for key in "", "\0", "../x", "/etc/passwd", "__proto__", "constructor", "\ud800", "a\nb":
    tried(lambda: storage.set(key, 1))
print(ascii(storage.keys()))
tried(lambda: storage.set(1, 1))
tried(lambda: storage.delete("hasOwnProperty"))
---
# try: subscriptions and waits without end
# expect: log: RuntimeError: a plugin may have 1000 subscriptions at a time
# expect: log: 1000
import events, asyncio
held = []
def flood():
    while True: held.append(events.on("a.x", print))
tried(flood)
print(len(held))
---
# try: the module game by each other name, without its permission
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-17' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-17' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-17' has no permission 'game'; ask for it with plugin.request("game")
# expect: log: ModuleNotFoundError: No module named 'importlib'
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-17' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-17' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-17' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-17' has no permission 'game'; ask for it with plugin.request("game")
# expect: log: []
# expect: log: ['game']
import sys, types
tried(lambda: __import__("_game").vec2.ONE)
tried(lambda: exec("from _game import *"))
tried(lambda: __import__("game.easing"))
tried(lambda: __import__("importlib").import_module("_game"))
tried(lambda: __import__("easing", {"__package__": "game"}, None, ["InQuad"], 1))
class Other(str):
    def __eq__(self, other): return False
    def __hash__(self): return 0
    def split(self, *args): return ["json"]
tried(lambda: __import__(Other("_game")))
sys.modules["game"] = types.ModuleType("game")
tried(lambda: __import__("game"))
sys.modules["game"].__path__ = []
tried(lambda: __import__("game.easing"))
print([each for each in object.__subclasses__() if "vec" in each.__name__ or "array2d" in each.__name__])
print(sorted(name for name in sys.modules if "game" in name))
---
# try: constructors and constants of the module game, held and found again, after its permission was revoked
# expect: log: answered True
# expect: log: answered vec2(1.0, 2.0)
# expect: revoked: game null
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-18' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-18' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-18' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-18' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-18' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-18' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-18' has no permission 'game'; ask for it with plugin.request("game")
# expect: denied: game null
# expect: log: PermissionError: plugin 'permissions-18' has no permission 'game'; ask for it with plugin.request("game")
# expect: log: answered vec2(2.0, 2.0)
import events, plugin, copy, sys
tried(lambda: plugin.request("game"))
import game
make, again, easing = game.vec2.__new__, game.array2d.fromlist, game.easing
one = game.vec2.ONE
tried(lambda: make(game.vec2, 1, 2))
events.emit("a.revoke", [plugin.id, "game"])
tried(lambda: make(game.vec2, 1, 2))
tried(lambda: type(one)(1, 2))
tried(lambda: again([[1]]))
tried(lambda: easing.InQuad(0.5))
tried(lambda: map(game.vec2, [1], [2]).__next__())
tried(lambda: copy.copy(game.rgb)(1, 2, 3))
del sys.modules["game"], sys.modules["_game"]
tried(lambda: __import__("game"))
tried(lambda: __import__("_game"))
tried(lambda: one * 2)
