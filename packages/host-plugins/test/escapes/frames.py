# try: the frames of the host, through those of a traceback
# expect: log: answered ['climb', 'tried', '<module>']
def climb():
    import plugin
    try: plugin.run("bystander.nothing")
    except ValueError as error: frame = error.__traceback__.tb_frame
    names = []
    while frame is not None:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names
tried(climb)
---
# try: the globals of whoever called a handler
# expect: log: ['__main__']
import sys, events
@events.on("a.go")
def go(data):
    frame = sys._getframe()
    names = []
    while frame is not None:
        names.append(frame.f_globals["__name__"])
        frame = frame.f_back
    print(names)
---
# try: frames of generators, coroutines and asynchronous generators
# expect: log: answered None
# expect: log: answered None
# expect: log: answered None
# expect: log: AttributeError: 'Call' object has no attribute 'cr_frame'
import http
def numbers(): yield 1
async def waits(): return 1
async def both(): yield 1
coroutine = waits()
tried(lambda: numbers().gi_frame.f_back)
tried(lambda: coroutine.cr_frame.f_back)
tried(lambda: both().ag_frame.f_back)
tried(lambda: http.fetch("https://evil.example/").cr_frame)
coroutine.close()
---
# try: to write into frames
# expect: log: AttributeError: readonly attribute
# expect: log: AttributeError: readonly attribute
# expect: log: AttributeError: attribute 'f_code' of 'frame' objects is not writable
# expect: log: AttributeError: attribute 'f_back' of 'frame' objects is not writable
# expect: log: AttributeError: attribute 'f_lineno' of 'frame' objects is not writable
import sys
def write(name, value): setattr(sys._getframe(1), name, value)
for name, value in ("f_globals", {}), ("f_builtins", {}), ("f_code", write.__code__), ("f_back", None), ("f_lineno", 1):
    tried(write, name, value)
---
# try: code objects made by hand, with operations that no compiler makes
# expect: log: TypeError: cannot create 'code' instances
# expect: log: ValueError: replace() cannot change 'co_code' here
# expect: log: ValueError: replace() cannot change 'co_consts' here
# expect: log: ValueError: replace() cannot change 'co_stacksize' here
def own(): return 1
code = own.__code__
tried(lambda: type(code)(0, 0, 0, 9, 9, 9, b"\xff\xff", (), (), (), "x", "x", "x", 1, b"", b"", (), ()))
tried(lambda: code.replace(co_code=b"\xff" * 64))
tried(lambda: code.replace(co_consts=(object(),)))
tried(lambda: code.replace(co_stacksize=-1))
---
# try: code in place of code, and functions over others' globals
# expect: log: AttributeError: 'builtin_function_or_method' object has no attribute '__code__' and no __dict__ for setting new attributes
# expect: log: answered mine
# expect: log: answered <built-in function open>
import plugin, builtins
def own(): return open
tried(lambda: setattr(plugin.request, "__code__", own.__code__))
tried(lambda: type(own)(own.__code__, {"__builtins__": {"open": "mine"}})())
tried(lambda: type(own)(own.__code__, vars(plugin))())
---
# try: builtins restored in an eval that has none
# expect: log: NameError: name 'open' is not defined
# expect: log: AttributeError: 'wrapper_descriptor' object has no attribute '__globals__'
# expect: log: ModuleNotFoundError: No module named 'os'
# expect: denied: net "evil.example"
# expect: log: PermissionError: plugin 'frames-7' has no permission 'net' for "evil.example", only for ["api.example.com"]; the host decides on more
tried(lambda: eval("open", {"__builtins__": {}}))
tried(lambda: eval("().__class__.__base__.__subclasses__()[0].__init__.__globals__", {"__builtins__": {}}))
tried(lambda: exec("import os; os.listdir('/')", {}))
tried(lambda: eval(compile("__import__('http').get('https://evil.example/')", "<host>", "eval")))
---
# try: compile with a file name of the host, flags, and sources that break parsers
# expect: log: SyntaxError: invalid syntax (host.ts, line 1)
# expect: log: SyntaxError: source code string cannot contain null bytes
# expect: log: SyntaxError: too many nested parentheses (<string>, line 1)
# expect: log: SyntaxError: source code is nested too deeply (<string>, line 1)
# expect: log: answered True
tried(lambda: compile("1 +", "host.ts", "exec"))
tried(lambda: compile("x" * 1000 + "\0", "x", "exec"))
tried(lambda: eval("(" * 5000 + ")" * 5000))
tried(lambda: eval("-" * 100_000 + "1"))
tried(lambda: len(compile("[" * 50 + "]" * 50, "x", "eval").co_code) > 0)
---
# try: to change what all code of the engine uses: builtin types and their methods
# expect: log: TypeError: cannot set '__str__' attribute of immutable type 'str'
# expect: log: TypeError: cannot set '__str__' attribute of immutable type 'int'
# expect: log: TypeError: cannot set '__str__' attribute of immutable type 'dict'
# expect: log: TypeError: cannot set '__str__' attribute of immutable type 'list'
# expect: log: TypeError: cannot set '__str__' attribute of immutable type 'object'
# expect: log: TypeError: cannot set '__str__' attribute of immutable type 'type'
# expect: log: TypeError: cannot set '__str__' attribute of immutable type 'Exception'
# expect: log: TypeError: cannot set '__str__' attribute of immutable type 'PermissionError'
# expect: log: TypeError: cannot set '__str__' attribute of immutable type 'builtin_function_or_method'
def patch(cls, name): setattr(cls, name, lambda *args: "patched")
for cls in str, int, dict, list, object, type, Exception, PermissionError, type(print):
    tried(patch, cls, "__str__")
---
# try: to trace and profile what runs, the host's calls too
# expect: log: settrace False
# expect: log: setprofile False
# expect: log: _current_frames False
# expect: log: _clear_type_cache False
# expect: log: setswitchinterval True
# expect: log: _debugmallocstats False
# expect: log: AttributeError: module 'sys' has no attribute 'addaudithook'
import sys
for name in "settrace", "setprofile", "_current_frames", "_clear_type_cache", "setswitchinterval", "_debugmallocstats":
    print(name, hasattr(sys, name))
tried(lambda: sys.addaudithook(print))
---
# try: garbage and references of the engine
# expect: log: answered []
# expect: log: answered []
# expect: log: ModuleNotFoundError: No module named 'ctypes'
# expect: log: ModuleNotFoundError: No module named '_ctypes'
# expect: log: answered True
tried(lambda: [each for each in __import__("gc").get_objects() if "ScriptLife" in str(type(each))])
tried(lambda: __import__("gc").get_referrers(print))
tried(lambda: __import__("ctypes").c_void_p(0))
tried(lambda: __import__("_ctypes"))
tried(lambda: id(print) > 0)
