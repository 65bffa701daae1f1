# try: files of the system, by open and its kin
# expect: log: PermissionError: the host has not provided open()
# expect: log: PermissionError: the host has not provided open()
# expect: log: PermissionError: the host has not provided open()
# expect: log: PermissionError: the host has not provided open()
# expect: log: PermissionError: the host has not provided open()
import io
tried(lambda: open("/etc/passwd").read())
tried(lambda: io.open("/etc/passwd").read())
tried(lambda: open("main.py", "w"))
tried(lambda: open(0))
tried(lambda: __builtins__.open("plugin.json"))
---
# try: modules of the system
# expect: log: ModuleNotFoundError: No module named 'os'
# expect: log: ModuleNotFoundError: No module named 'subprocess'
# expect: log: ModuleNotFoundError: No module named 'socket'
# expect: log: ModuleNotFoundError: No module named 'shutil'
# expect: log: ModuleNotFoundError: No module named 'pathlib'
# expect: log: ModuleNotFoundError: No module named 'posix'
# expect: log: ModuleNotFoundError: No module named 'nt'
# expect: log: []
# expect: log: answered None
# expect: log: ModuleNotFoundError: No module named 'multiprocessing'
# expect: log: ModuleNotFoundError: No module named 'fcntl'
# expect: log: ModuleNotFoundError: No module named 'mmap'
# expect: log: ModuleNotFoundError: No module named 'pty'
names = "os", "subprocess", "socket", "shutil", "pathlib", "posix", "nt", "_io", "multiprocessing", "fcntl", "mmap", "pty"
for name in names:
    tried(lambda: print([each for each in ("system", "listdir", "Popen", "create_connection", "fork", "rmtree", "FileIO", "mmap", "spawn") if hasattr(__import__(name), each)]))
---
# try: JavaScript modules by import
# expect: log: ModuleNotFoundError: No module named 'fs'
# expect: log: ModuleNotFoundError: No module named 'node:fs'
# expect: log: ModuleNotFoundError: No module named 'node:child_process'
# expect: log: ModuleNotFoundError: No module named 'process'
# expect: log: ModuleNotFoundError: No module named 'worker_threads'
# expect: log: ModuleNotFoundError: No module named 'js'
# expect: log: ModuleNotFoundError: No module named 'pyodide'
# expect: log: ModuleNotFoundError: No module named 'vm'
for name in "fs", "node:fs", "node:child_process", "process", "worker_threads", "js", "pyodide", "vm":
    tried(__import__, name)
---
# try: paths in the names of modules
# expect: log: ModuleNotFoundError: No module named '.'
# expect: log: ModuleNotFoundError: No module named '/etc/passwd'
# expect: log: ModuleNotFoundError: No module named '.'
# expect: log: ModuleNotFoundError: No module named '.'
# expect: log: ModuleNotFoundError: No module named '.'
# expect: log: ModuleNotFoundError: No module named 'a'
# expect: log: ModuleNotFoundError: No module named '.'
# expect: log: ModuleNotFoundError: No module named '/etc/passwd'
# expect: log: ModuleNotFoundError: No module named '.'
# expect: log: ModuleNotFoundError: No module named '.'
# expect: log: ModuleNotFoundError: No module named '.'
# expect: log: ModuleNotFoundError: No module named 'a'
# expect: log: ModuleNotFoundError: No module named 'main.py'; 'main' is not a package
# expect: log: ModuleNotFoundError: No module named 'a/'
# expect: log: ModuleNotFoundError: No module named 'main\u0000'
# expect: log: ModuleNotFoundError: No module named '\\server\share'
# expect: log: ModuleNotFoundError: No module named 'plugins'
# expect: log: ModuleNotFoundError: No module named 'C:main'
# expect: log: ModuleNotFoundError: No module named 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ...
# expect: log: ValueError: Empty module name
# expect: log: ModuleNotFoundError: No module named 'main.py'; 'main' is not a package
# expect: log: ModuleNotFoundError: No module named 'a/'
# expect: log: ModuleNotFoundError: No module named 'main\u0000'
# expect: log: ModuleNotFoundError: No module named '\\server\share'
# expect: log: ModuleNotFoundError: No module named 'plugins'
# expect: log: ModuleNotFoundError: No module named 'C:main'
# expect: log: ModuleNotFoundError: No module named 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ...
# expect: log: ValueError: Empty module name
for name in "../bystander/main", "/etc/passwd", "..main", ".", "..", "a..b", "main.py", "a/../main", "main\0", "\\\\server\\share", "plugins.bystander.main", "C:main", "x" * 100_000, "":
    tried(lambda: __import__(name).__name__)
---
# try: relative imports out of the plugin
# expect: log: ImportError: attempted relative import with no known parent package
# expect: log: ImportError: attempted relative import with no known parent package
# expect: log: ImportError: attempted relative import with no known parent package
# expect: log: ModuleNotFoundError: No module named '.'
# expect: log: ImportError: attempted relative import beyond top-level package
tried(exec, "from .. import bystander")
tried(exec, "from ..bystander import main")
tried(exec, "from . import main")
tried(lambda: __import__("main", {"__package__": "../bystander"}, {}, ("x",), 1))
tried(lambda: __import__("x", {"__package__": "a.b", "__name__": "a.b.c"}, {}, (), 9))
---
# try: loaders and finders of its own, and those of the engine
# expect: log: answered None
# expect: log: answered None
# expect: log: AttributeError: 'dict' object has no attribute 'append'
# expect: log: answered None
# expect: log: ModuleNotFoundError: No module named 'passwd'
# expect: log: AttributeError: 'NoneType' object has no attribute 'get_data'
# expect: log: AttributeError: 'NoneType' object has no attribute 'loader'
import sys
class Finder:
    def find_spec(self, name, path=None, target=None): print("asked for", name)
for name in "meta_path", "path_hooks", "path_importer_cache":
    tried(lambda: getattr(sys, name).append(Finder()))
tried(lambda: sys.path.append("/etc"))
tried(__import__, "passwd")
tried(lambda: __loader__.get_data("/etc/passwd"))
tried(lambda: __spec__.loader)
---
# try: false modules in sys.modules, and their removal, so that guards would be gone
# expect: denied: net "evil.example"
# expect: log: PermissionError: plugin 'files-7' has no permission 'net' for "evil.example", only for ["api.example.com"]; the host decides on more
# expect: denied: net "evil.example"
# expect: log: PermissionError: plugin 'files-7' has no permission 'net' for "evil.example", only for ["api.example.com"]; the host decides on more
# expect: denied: net "evil.example"
# expect: failure: activation, disabled: PluginError: plugin 'files-7' could not be activated: RuntimeError: lost sys.stdout
import sys, http
class Fake: PermissionError = ValueError
sys.modules["http"] = Fake()
sys.modules["builtins"] = Fake()
tried(lambda: http.get("https://evil.example/"))
del sys.modules["http"]
import http as again
tried(lambda: again.get("https://evil.example/"))
sys.modules.clear()
import http as third
tried(lambda: third.get("https://evil.example/"))
---
# try: a file of its own in the place of a native module
# file: http.py: def get(url): return "mine"
# file: plugin.py: id = "bystander"
# expect: log: files-8
# expect: denied: net "evil.example"
# expect: log: PermissionError: plugin 'files-8' has no permission 'net' for "evil.example", only for ["api.example.com"]; the host decides on more
import http, plugin
print(plugin.id)
tried(lambda: http.get("https://evil.example/"))
---
# try: the environment, arguments and streams of the host
# expect: log: ['plugins/files-9/main.py']
# expect: log: EOFError: this host gives no input
# expect: log: answered <_io.FileIO name='<stdout>' mode='wb' closefd=False>
# expect: log: answered 1
# expect: log: EOFError: this host gives no input
# expect: log: answered
# expect: log: ModuleNotFoundError: No module named 'os'
import sys
print(sys.argv)
tried(lambda: sys.stdin.read())
tried(lambda: sys.stdout.buffer.raw)
tried(lambda: sys.stdout.fileno())
tried(lambda: input())
tried(lambda: sys.executable)
tried(lambda: __import__("os").environ)
---
# try: to end the host's process, or to stop in its debugger
# expect: log: RuntimeError: breakpoint(): this interpreter has no debugger; set sys.breakpointhook
# expect: log: SystemExit 3
# expect: log: ModuleNotFoundError: No module named 'os'
# expect: log: ModuleNotFoundError: No module named 'signal'
# expect: log: NameError: name 'exit' is not defined
import sys
tried(lambda: breakpoint())
def leave():
    try: sys.exit(3)
    except SystemExit as error: print("SystemExit", error)
leave()
tried(lambda: __import__("os")._exit(3))
tried(lambda: __import__("signal").raise_signal(9))
tried(lambda: exit())
