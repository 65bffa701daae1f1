# try: the modules and globals of another plugin
# expect: log: ModuleNotFoundError: No module named 'bystander'
# expect: log: ModuleNotFoundError: No module named 'bystander'
# expect: log: ModuleNotFoundError: No module named 'plugins'
# expect: log: []
# expect: log: AttributeError: module '__main__' has no attribute 'treasure'
import sys
for name in "bystander", "bystander.main", "plugins.bystander":
    tried(__import__, name)
print([name for name in sys.modules if "bystander" in name])
import __main__
tried(lambda: __main__.treasure)
---
# try: what another keeps, by its keys, its id and paths
# expect: log: b'secret' None
# expect: log: b'bystander/secret' None
# expect: log: b'../bystander/secret' None
# expect: log: b'../bystander.json' None
# expect: log: b'bystander\x00secret' None
# expect: log: b'__proto__' None
# expect: log: b'constructor' None
# expect: log: answered None
# expect: log: []
import storage, plugin
for key in "secret", "bystander/secret", "../bystander/secret", "../bystander.json", "bystander\0secret", "__proto__", "constructor":
    print(key.encode(), storage.get(key))
plugin.id = "bystander"
tried(lambda: storage.get("secret"))
print(storage.keys())
---
# try: another's id: the constants of its own module rewritten
# expect: denied: events "bystander.forged"
# expect: log: PermissionError: plugin 'neighbours-3' has no permission 'events' for "bystander.forged", only for ["a.*"]; the host decides on more
# expect: log: ValueError: contributes.commands of the manifest has no 'report'
import plugin, events
plugin.id = plugin.name = "bystander"
plugin.version = "9.9.9"
tried(lambda: events.emit("bystander.forged"))
tried(lambda: plugin.command("report", print))
---
# try: commands with forged prefixes, undeclared ones, and another's taken over
# expect: log: ValueError: contributes.commands of the manifest has no 'bystander.treasure'
# expect: log: ValueError: contributes.commands of the manifest has no '../bystander.treasure'
# expect: log: ValueError: contributes.commands of the manifest has no 'report'
# expect: log: ValueError: contributes.commands of the manifest has no '__proto__'
# expect: log: ValueError: contributes.commands of the manifest has no 'constructor'
# expect: log: ValueError: contributes.commands of the manifest has no 'hasOwnProperty'
# expect: log: ValueError: contributes.commands of the manifest has no 'go\u0000'; did you mean 'go'?
# expect: log: ValueError: contributes.commands of the manifest has no ''
# expect: log: ValueError: there is a command 'neighbours-4.go' already
import plugin
for name in "bystander.treasure", "../bystander.treasure", "report", "__proto__", "constructor", "hasOwnProperty", "go\0", "":
    tried(lambda: plugin.command(name, print))
tried(lambda: plugin.command("go", lambda data: "mine") and plugin.command("go", print))
---
# try: events in the name of another, of the host, and of everyone
# expect: denied: events "bystander.told"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "bystander.told", only for ["a.*"]; the host decides on more
# expect: denied: events "tick"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "tick", only for ["a.*"]; the host decides on more
# expect: denied: events "*"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "*", only for ["a.*"]; the host decides on more
# expect: denied: events "a"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "a", only for ["a.*"]; the host decides on more
# expect: denied: events "A.x"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "A.x", only for ["a.*"]; the host decides on more
# expect: denied: events "а.x"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "а.x", only for ["a.*"]; the host decides on more
# expect: denied: events ""
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "", only for ["a.*"]; the host decides on more
# expect: denied: events "__proto__"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "__proto__", only for ["a.*"]; the host decides on more
# expect: denied: events "constructor"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "constructor", only for ["a.*"]; the host decides on more
# expect: denied: events "toString"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "toString", only for ["a.*"]; the host decides on more
# expect: denied: events "host.stop"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "host.stop", only for ["a.*"]; the host decides on more
# expect: denied: events "\u0000a.x"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "\u0000a.x", only for ["a.*"]; the host decides on more
# expect: denied: events "b.a.x"
# expect: log: PermissionError: plugin 'neighbours-5' has no permission 'events' for "b.a.x", only for ["a.*"]; the host decides on more
import events
for name in "bystander.told", "tick", "*", "a", "A.x", "а.x", "", "__proto__", "constructor", "toString", "host.stop", "\0a.x", "b.a.x":
    tried(lambda: events.emit(name, 1))
---
# try: to hear what it may not
# expect: denied: events "tick"
# expect: log: PermissionError: plugin 'neighbours-6' has no permission 'events' for "tick", only for ["a.*"]; the host decides on more
# expect: denied: events "*"
# expect: log: PermissionError: plugin 'neighbours-6' has no permission 'events' for "*", only for ["a.*"]; the host decides on more
# expect: denied: events "bystander.*"
# expect: log: PermissionError: plugin 'neighbours-6' has no permission 'events' for "bystander.*", only for ["a.*"]; the host decides on more
# expect: denied: events "a"
# expect: log: PermissionError: plugin 'neighbours-6' has no permission 'events' for "a", only for ["a.*"]; the host decides on more
# expect: denied: events "**"
# expect: log: PermissionError: plugin 'neighbours-6' has no permission 'events' for "**", only for ["a.*"]; the host decides on more
# expect: denied: events "newListener"
# expect: log: PermissionError: plugin 'neighbours-6' has no permission 'events' for "newListener", only for ["a.*"]; the host decides on more
# expect: denied: events "error"
# expect: log: PermissionError: plugin 'neighbours-6' has no permission 'events' for "error", only for ["a.*"]; the host decides on more
# expect: denied: events "a․x"
# expect: log: PermissionError: plugin 'neighbours-6' has no permission 'events' for "a․x", only for ["a.*"]; the host decides on more
# expect: denied: events "tick"
# expect: log: PermissionError: plugin 'neighbours-6' has no permission 'events' for "tick", only for ["a.*"]; the host decides on more
# expect: denied: events "tick"
# expect: log: PermissionError: plugin 'neighbours-6' has no permission 'events' for "tick", only for ["a.*"]; the host decides on more
import events
for name in "tick", "*", "bystander.*", "a", "**", "newListener", "error", "a\u2024x":
    tried(lambda: events.on(name, print))
tried(lambda: events.once("tick"))
tried(lambda: events.on("a.x") and events.on("tick"))
---
# try: hooks that are not declared, or that nobody has
# expect: log: ValueError: contributes.hooks of the manifest has no 'secret'
# expect: log: ValueError: contributes.hooks of the manifest has no 'nothing'
# expect: log: ValueError: contributes.hooks of the manifest has no '__proto__'
# expect: log: ValueError: contributes.hooks of the manifest has no 'toString'
# expect: log: ValueError: contributes.hooks of the manifest has no ''
# expect: log: ValueError: contributes.hooks of the manifest has no 'ask\u0000'; did you mean 'ask'?
# expect: log: TypeError: hook() argument 'order' must be Literal['pre', 'normal', 'post'], not 'first'
# expect: log: ValueError: there is no hook 'nothing'
# expect: log: ValueError: there is no hook '__proto__'
import plugin
for name in "secret", "nothing", "__proto__", "toString", "", "ask\0":
    tried(lambda: plugin.hook(name, print))
tried(lambda: plugin.hook("ask", print, order="first"))
tried(lambda: plugin.call("nothing"))
tried(lambda: plugin.call("__proto__"))
---
# try: to change what another's command answered, so that the other would notice
# expect: log: {'gold': 1, 'items': [1, 2], '__proto__': 'own'}
import plugin
mine = plugin.run("bystander.treasure")
mine["gold"] = 10**6
mine["items"].append("stolen")
mine["items"] is plugin.run("bystander.treasure")["items"]
print(plugin.run("bystander.treasure"))
---
# try: to change data after it was sent, and data that came with an event
# expect: log: {'list': [1, 'mine'], 'n': 1, 'more': True}
# expect: log: {'list': [1], 'n': 1}
import plugin, events
own = {"list": [1], "raw": b"abc"}
events.emit("a.told", own)
own["list"].append("later")
@events.on("a.go")
def go(data):
    data["list"].append("mine")
    data["more"] = True
    print(data)
@events.on("a.go")
def second(data): print(data)
---
# try: to change the arguments of a hook that others get after it
# expect: log: {'list': [], 'n': 1, 'stolen': True}
import plugin
@plugin.hook("pass", order="pre")
def change(data):
    data["list"].clear()
    data["stolen"] = True
    print(data)
@plugin.hook("ask")
def ask(data):
    data["list"].clear()
    return data
---
# try: a command of another with arguments that are no data
# expect: log: TypeError: bystander.keep(), argument 1: only data can go to others, not a function
# expect: log: TypeError: bystander.keep(), argument 1: only data can go to others, not an object of a class
# expect: log: TypeError: bystander.keep(), argument 1: a dict that goes to others must have str keys only
# expect: log: TypeError: bystander.keep(), argument 1: a set cannot go to others; a list can
# expect: log: TypeError: bystander.keep(), argument 1: only data can go to others, not an object of a class
# expect: log: TypeError: bystander.keep(), argument 1: only data can go to others, not a function
# expect: log: TypeError: bystander.keep(), argument 1: only data can go to others, not an object of a class
# expect: log: TypeError: bystander.keep(), argument 1: only data can go to others, not a function
# expect: log: TypeError: bystander.keep(), argument 1: only data can go to others, not an object of a class
# expect: log: TypeError: bystander.keep(), argument 1: only data can go to others, not an object of a class
# expect: log: TypeError: bystander.keep(), argument 1: only data can go to others, not an object of a class
import plugin
for value in print, object(), {1: 2}, {1, 2}, (x for x in ()), lambda: 1, plugin, type, Exception("x"), 1j, ...:
    tried(lambda: plugin.run("bystander.keep", value))
---
# try: others' commands by names that are none
# expect: log: ValueError: there is no command 'bystander.nothing'
# expect: log: ValueError: there is no command 'nothing.go'
# expect: log: ValueError: there is no command 'bystander.'; did you mean 'bystander.keep'?
# expect: log: ValueError: there is no command '.report'
# expect: log: ValueError: there is no command ''
# expect: log: ValueError: there is no command 'bystander.constructor'
# expect: log: ValueError: there is no command '__proto__.toString'
# expect: log: ValueError: there is no command 'bystander.report\u0000'; did you mean 'bystander.report'?
# expect: log: ValueError: there is no command 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ...
import plugin
for name in "bystander.nothing", "nothing.go", "bystander.", ".report", "", "bystander.constructor", "__proto__.toString", "bystander.report\0", "x" * 100_000:
    tried(lambda: plugin.run(name))
---
# try: to run its own command from itself for ever, through the host
# manifest: {"limits": {"tasks": 5}}
# expect: failure: command 'neighbours-13.go', reported: LimitError: script stopped: it passed the limit tasks = 5
# expect: failure: command 'neighbours-13.go', reported: RuntimeError: command 'neighbours-13.go' failed: LimitError: script stopped: it passed the li ...
# expect: failure: command 'neighbours-13.go', reported: RuntimeError: command 'neighbours-13.go' failed: RuntimeError: command 'neighbours-13.go' fai ...
# expect: failure: command 'neighbours-13.go', reported: RuntimeError: command 'neighbours-13.go' failed: RuntimeError: command 'neighbours-13.go' fai ...
# expect: failure: command 'neighbours-13.go', reported: RuntimeError: command 'neighbours-13.go' failed: RuntimeError: command 'neighbours-13.go' fai ...
# expect: failure: command 'neighbours-13.go', reported: RuntimeError: command 'neighbours-13.go' failed: RuntimeError: command 'neighbours-13.go' fai ...
import plugin
@plugin.command("go")
def go(data): return plugin.run(f"{plugin.id}.go", data)
---
# try: the same event from its handler for ever
# expect: dropped: a.own
import events
@events.on("a.own")
def own(data): events.emit("a.own", data)
events.emit("a.own", 1)
---
# try: the same event from its handler for ever, on the host's own stack
# expect: dropped: a.again
import events
@events.on("a.again")
def again(data): events.emit("a.again", data)
@events.on("a.go")
def go(data): events.emit("a.again", data)
---
# try: two handlers that double an event each time it comes
# expect: dropped: a.double
import events
left = 5_000
def double(data):
    global left
    left -= 1
    if left > 0: events.emit("a.double", data)
events.on("a.double", double)
@events.on("a.double")
async def two(data): double(data)
@events.on("a.go")
def go(data): events.emit("a.double", data)
---
# try: a hook that calls itself for ever, through the host
# manifest: {"limits": {"tasks": 20}}
# expect: failure: hook 'ask', reported: LimitError: script stopped: it passed the limit tasks = 20
import plugin
@plugin.hook("ask")
def ask(data): return plugin.call("ask", data)
