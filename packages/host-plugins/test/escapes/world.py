# try: the names of the JavaScript world, as globals and as builtins
# expect: log: []
# expect: log: NameError: name 'globalThis' is not defined
import builtins
names = "globalThis", "window", "process", "require", "module", "Function", "Object", "Reflect", "Proxy", "WebAssembly", "Deno", "fetch"
print([name for name in names if name in globals() or hasattr(builtins, name)])
tried(lambda: globalThis.process.env)
---
# try: the constructor of a host function, which in JavaScript compiles code
# expect: log: AttributeError: 'builtin_function_or_method' object has no attribute 'constructor'
# expect: log: AttributeError: 'method-wrapper' object has no attribute 'constructor'
# expect: log: AttributeError: 'builtin_function_or_method' object has no attribute 'constructor'
import http
tried(lambda: http.get.constructor("return process")())
tried(lambda: http.get.__call__.constructor)
tried(lambda: getattr(http.get, "constructor"))
---
# try: __proto__ of a module, a function, a class and an instance of the host's
# expect: log: AttributeError: module 'http' has no attribute '__proto__'
# expect: log: AttributeError: 'builtin_function_or_method' object has no attribute '__proto__'
# expect: log: AttributeError: type object 'Response' has no attribute '__proto__'
# expect: log: AttributeError: type object 'Timer' has no attribute '__proto__'
# expect: log: AttributeError: 'NoneType' object has no attribute '__proto__'
# expect: log: AttributeError: type object 'Stream' has no attribute '__proto__'
# expect: log: AttributeError: 'Subscription' object has no attribute '__proto__'
import http, timers, plugin, rng, events
for each in http, http.get, http.Response, timers.Timer, plugin.state, rng.Stream, events.on("a.x"):
    tried(lambda: each.__proto__)
---
# try: to set prototypes and constructors from Python
# expect: log: AttributeError: 'builtin_function_or_method' object has no attribute '__proto__' and no __dict__ for setting new attributes
# expect: log: AttributeError: 'Subscription' object has no attribute '__proto__' and no __dict__ for setting new attributes
# expect: log: TypeError: cannot set '__proto__' attribute of immutable type 'Response'
# expect: log: AttributeError: 'builtin_function_or_method' object has no attribute 'constructor' and no __dict__ for setting new attributes
# expect: log: AttributeError: 'Subscription' object has no attribute 'constructor' and no __dict__ for setting new attributes
# expect: log: TypeError: cannot set 'constructor' attribute of immutable type 'Response'
# expect: log: AttributeError: 'builtin_function_or_method' object has no attribute 'prototype' and no __dict__ for setting new attributes
# expect: log: AttributeError: 'Subscription' object has no attribute 'prototype' and no __dict__ for setting new attributes
# expect: log: TypeError: cannot set 'prototype' attribute of immutable type 'Response'
# expect: log: AttributeError: 'builtin_function_or_method' object has no attribute 'toString' and no __dict__ for setting new attributes
# expect: log: AttributeError: 'Subscription' object has no attribute 'toString' and no __dict__ for setting new attributes
# expect: log: TypeError: cannot set 'toString' attribute of immutable type 'Response'
# expect: log: answered (False, False, None)
import http, events
def write(name, on): setattr(on, name, {"polluted": True})
for name in "__proto__", "constructor", "prototype", "toString":
    tried(write, name, http.get)
    tried(write, name, events.on("a.x"))
    tried(write, name, http.Response)
class Own: pass
own = Own()
own.__proto__ = {"polluted": True}
own.constructor = 1
tried(lambda: (hasattr(Own(), "polluted"), hasattr({}, "polluted"), getattr(own, "polluted", None)))
---
# try: keys that name parts of prototypes, in data that the host reads
# expect: log: answered True
# expect: log: answered {}
import plugin
own = {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "toString": 1, "then": 1}
tried(lambda: plugin.run("bystander.keep", own) == own)
tried(lambda: plugin.run("bystander.keep", {}))
---
# try: a thenable, so that the host would call what it awaits
# expect: log: TypeError: bystander.keep(), argument 1["then"]: only data can go to others, not a function
# expect: log: TypeError: bystander.keep(), argument 1: only data can go to others, not an object of a class
# expect: log: []
import plugin
called = []
@plugin.command("go")
def go(data): return {"then": "called", "catch": [1]}
class Thenable:
    def then(self, *args): called.append(args)
tried(lambda: plugin.run("bystander.keep", {"then": called.append}))
tried(lambda: plugin.run("bystander.keep", Thenable()))
print(called)
---
# try: from the class of a host function to a class that opens or loads
# expect: log: ['TextIOWrapper']
import http
found = set()
seen = set()
def search(cls):
    for each in type.__subclasses__(cls):
        if each in seen: continue
        seen.add(each)
        if any(hasattr(each, name) for name in ("exec_module", "load_module", "popen", "_wrap_close", "fileno", "constructor")): found.add(each.__name__)
        search(each)
search(type(http.get).__mro__[-1])
print(sorted(found))
---
# try: __globals__, __code__, __closure__ and __self__ of host functions
# expect: log: []
# expect: log: []
# expect: log: []
# expect: log: []
# expect: log: []
# expect: log: []
# expect: log: KeyError: '__builtins__'
import http, storage, plugin
for each in http.get, storage.set, plugin.request, print, len, http.Response:
    print([name for name in ("__globals__", "__code__", "__closure__", "__func__", "__builtins__", "__wrapped__") if hasattr(each, name)])
tried(lambda: http.get.__self__.__dict__["__builtins__"])
---
# try: to build an instance of a host class without its constructor
# expect: log: TypeError: object.__new__(Response) is not safe, use Response.__new__()
# expect: log: TypeError: cannot create 'Response' instances
# expect: log: TypeError: cannot create 'Response' instances
# expect: log: TypeError: object.__new__(Timer) is not safe, use Timer.__new__()
# expect: log: TypeError: cannot create 'Timer' instances
# expect: log: TypeError: cannot create 'Timer' instances
# expect: log: TypeError: object.__new__(Subscription) is not safe, use Subscription.__new__()
# expect: log: TypeError: cannot create 'Subscription' instances
# expect: log: TypeError: cannot create 'Subscription' instances
# expect: log: TypeError: object.__new__(Stream) is not safe, use Stream.__new__()
# expect: log: TypeError: cannot create 'Stream' instances
# expect: log: TypeError: cannot create 'Stream' instances
import http, timers, events, rng
for cls in http.Response, timers.Timer, events.Subscription, rng.Stream:
    tried(lambda: object.__new__(cls).cancel())
    tried(lambda: cls.__new__(cls))
    tried(lambda: cls())
---
# try: to give an instance of one host class to another's methods and descriptors
# expect: log: TypeError: descriptor 'cancel' for 'Timer' objects doesn't apply to a 'Subscription' object
# expect: log: TypeError: descriptor 'is_active' for 'Timer' objects doesn't apply to a 'Subscription' object
# expect: log: AttributeError: attribute 'is_active' of 'Subscription' object is read-only
# expect: log: TypeError: descriptor 'random' for 'Stream' objects doesn't apply to a 'Subscription' object
# expect: log: TypeError: descriptor 'text' for 'Response' objects doesn't apply to a 'object' object
# expect: log: TypeError: descriptor 'cancel' for 'Subscription' objects doesn't apply to a 'NoneType' object
import events, timers, rng, http
subscription = events.on("a.x")
tried(lambda: timers.Timer.cancel(subscription))
tried(lambda: timers.Timer.is_active.__get__(subscription))
tried(lambda: events.Subscription.is_active.__set__(subscription, True))
tried(lambda: rng.Stream.random(subscription))
tried(lambda: http.Response.text.__get__(object()))
tried(lambda: events.Subscription.cancel(None))
---
# try: to change the class of an object into a host class, and the reverse
# expect: log: TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: log: TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: log: TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
import events, timers
class Own: pass
def become(each, cls): each.__class__ = cls
tried(become, Own(), timers.Timer)
tried(become, events.on("a.x"), timers.Timer)
tried(become, events.on("a.x"), Own)
---
# try: to derive from a host class, and use the empty instance
# expect: log: RuntimeError: Own: the constructor of its native class was not called
# expect: log: RuntimeError: Own: the constructor of its native class was not called
# expect: log: RuntimeError: Own: the constructor of its native class was not called
# expect: log: TypeError: object.__new__(Own) is not safe, use Subscription.__new__()
import timers, rng, events
def derived(cls, name):
    class Own(cls):
        def __init__(self): pass
    return getattr(Own(), name)
tried(derived, timers.Timer, "is_active")
tried(lambda: derived(rng.Stream, "random")())
tried(derived, events.Subscription, "is_active")
tried(lambda: type("Own", (events.Subscription,), {"__new__": lambda cls: object.__new__(cls)})().cancel())
---
# try: a metaclass that says to be every class, given to the host
# expect: log: TypeError: get() argument 'url' must be str, not Any
# expect: log: TypeError: event 'a.x': only data can go to others, not a function
# expect: log: TypeError: request() argument 'permission' must be str, not Any
import plugin, events, http
class Any(type):
    def __instancecheck__(cls, each): return True
    def __subclasscheck__(cls, each): return True
    def __getattr__(cls, name): return cls
    def __call__(cls, *args): return {"granted": True}
class Everything(metaclass=Any): pass
tried(lambda: http.get(Everything))
tried(lambda: events.emit("a.x", Everything))
tried(lambda: plugin.request(Everything))
---
# try: __class__ that lies, in place of a str and of a function
# expect: log: TypeError: get() argument 'url' must be str, not Liar
# expect: log: TypeError: on() argument 'handler' must be Callable[..., Any] | None, not Liar
# expect: log: True
import events, http
class Liar:
    __class__ = str
    def __str__(self): return "https://api.example.com/"
    def startswith(self, other): return True
tried(lambda: http.get(Liar()))
tried(lambda: events.on("a.x", Liar()))
print(isinstance(Liar(), str))
---
# try: pickling and copying of host objects, by which they could be made anew
# expect: log: TypeError: cannot pickle 'Subscription' object
# expect: log: TypeError: cannot pickle 'Subscription' object
# expect: log: TypeError: cannot pickle 'module' object
# expect: log: answered get
import events, http, copy
subscription = events.on("a.x")
tried(lambda: subscription.__reduce_ex__(4))
tried(lambda: copy.copy(subscription))
tried(lambda: copy.deepcopy(http))
# Its name is all that a built-in function tells, as in CPython.
tried(lambda: object.__reduce__(http.get))
---
# try: attributes by format strings
# expect: log: AttributeError: 'wrapper_descriptor' object has no attribute '__globals__'
# expect: log: AttributeError: 'builtin_function_or_method' object has no attribute 'constructor'
# expect: log: AttributeError: 'Subscription' object has no attribute '__proto__'
# expect: log: MemoryError:
import http, events
tried(lambda: "{0.__class__.__init__.__globals__}".format(http))
tried(lambda: "{0.constructor}".format(http.get))
tried(lambda: "{0.__proto__.constructor}".format(events.on("a.x")))
tried(lambda: f"{http.get!r:{'>'}{10**9}}")
---
# try: what vars, dir and inspect tell of host modules
# expect: log: ['Response', 'fetch', 'get', 'request']
# expect: log: ['delete', 'delete_async', 'get', 'get_async', 'keys', 'keys_async', 'set', 'set_async', 'size', 'size_async']
# expect: log: ['call', 'command', 'granted', 'hook', 'id', 'name', 'request', 'run', 'state', 'version']
# expect: log: []
import http, storage, plugin
for each in http, storage, plugin:
    print(sorted(name for name in vars(each) if not name.startswith("__")))
print([name for name in dir(http.get) if "proto" in name or "construct" in name or name in ("call", "apply", "bind")])
