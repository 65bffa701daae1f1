"""Runs programs that arrive on stdin, one JSON string a line, and answers each with a JSON line: its stdout and error.

The error is null, or the traceback as the interpreter would print it.
"""

import contextlib
import io
import json
import linecache
import os
import resource
import signal
import sys
import traceback
import types
import warnings


class Hang(BaseException):
    pass


def stop(signum, frame):
    raise Hang


def run(source):
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    linecache.cache["program.py"] = (len(source), None, source.splitlines(True), "program.py")
    output = io.StringIO()
    error = None
    signal.setitimer(signal.ITIMER_REAL, 5, 1)
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
            code = compile(source, "program.py", "exec", dont_inherit=True)
            exec(code, module.__dict__)
    except Hang:
        return {"stdout": "", "error": None, "hangs": True}
    except BaseException as caught:
        caught.__traceback__ = caught.__traceback__.tb_next
        error = "".join(traceback.format_exception(caught))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return {"stdout": output.getvalue(), "error": error}


resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
signal.signal(signal.SIGALRM, stop)
warnings.simplefilter("ignore")
sys.unraisablehook = lambda *args: None
print(json.dumps(list(sys.version_info[:2])), flush=True)
for line in sys.stdin:
    # A process each: CPython 3.13.0 can lose count of its recursion depth, and a program may end its process.
    child = os.fork()
    if child == 0:
        answer = run(json.loads(line))
        print(json.dumps(answer), flush=True)
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        print(json.dumps({"stdout": "", "error": None, "hangs": True}), flush=True)
