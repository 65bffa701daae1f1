# each SyntaxWarning goes through the filters, with its place
import warnings
source = r"""
x = '\d'
y = b'\q'
z = f'{x!r}\w{x}'
r = 'a' '\z' '\y\k'
m = '''
\e'''
if x is 'a': pass
assert (x, 'why')
1if x else 2
try: [(1, 2) (3, 4)]
except TypeError: pass
try: [1 [2]]
except TypeError: pass
try: 'a' ['b']
except TypeError: pass
def f(): return x is not 5
"""
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    exec(source)
    compile("1 is 1", "some.py", "exec")
    eval("'\\d'")
for w in log:
    print(w.category.__name__, w.filename, w.lineno, w.message)
# expect: SyntaxWarning <string> 2 invalid escape sequence '\d'
# expect: SyntaxWarning <string> 3 invalid escape sequence '\q'
# expect: SyntaxWarning <string> 4 invalid escape sequence '\w'
# expect: SyntaxWarning <string> 5 invalid escape sequence '\z'
# expect: SyntaxWarning <string> 5 invalid escape sequence '\y'
# expect: SyntaxWarning <string> 6 invalid escape sequence '\e'
# expect: SyntaxWarning <string> 10 invalid decimal literal
# expect: SyntaxWarning <string> 8 "is" with 'str' literal. Did you mean "=="?
# expect: SyntaxWarning <string> 9 assertion is always true, perhaps remove parentheses?
# expect: SyntaxWarning <string> 11 'tuple' object is not callable; perhaps you missed a comma?
# expect: SyntaxWarning <string> 13 'int' object is not subscriptable; perhaps you missed a comma?
# expect: SyntaxWarning <string> 15 str indices must be integers or slices, not str; perhaps you missed a comma?
# expect: SyntaxWarning <string> 17 "is not" with 'int' literal. Did you mean "!="?
# expect: SyntaxWarning some.py 1 "is" with 'int' literal. Did you mean "=="?
# expect: SyntaxWarning <string> 1 invalid escape sequence '\d'
---
# a filter that raises makes a SyntaxError of it, which points at the same place
import warnings
warnings.simplefilter("error", SyntaxWarning)
for source in ["x = '\\d'", "x = 1\ny =  b'\\d' + 'a'", "x = '''a\nb\\d'''", "x = f'a{1}\\d'", "f'{1:\\d}'", "1 is 2", "a = (1 is\n 2)",
               "assert (1, 2)", "def f():\n  assert (1,\n 2), 'a'", "1if 2 else 3", "[(1, 2) (3, 4)]", "'a\\400'", "x = ('a'\n'b\\d')"]:
    for run in (lambda: compile(source, "<s>", "exec"), lambda: exec(source)):
        try:
            run()
        except SyntaxError as e:
            print(type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
# expect: SyntaxError invalid escape sequence '\d' 1 5 1 9
# expect: SyntaxError invalid escape sequence '\d' 1 5 1 9
# expect: SyntaxError invalid escape sequence '\d' 2 6 2 11
# expect: SyntaxError invalid escape sequence '\d' 2 6 2 11
# expect: SyntaxError invalid escape sequence '\d' 1 5 2 7
# expect: SyntaxError invalid escape sequence '\d' 1 5 2 7
# expect: SyntaxError invalid escape sequence '\d' 1 13 1 14
# expect: SyntaxError invalid escape sequence '\d' 1 13 1 14
# expect: SyntaxError invalid escape sequence '\d' 1 6 1 8
# expect: SyntaxError invalid escape sequence '\d' 1 6 1 8
# expect: SyntaxError "is" with 'int' literal. Did you mean "=="? 1 1 1 7
# expect: SyntaxError "is" with 'int' literal. Did you mean "=="? 1 1 1 7
# expect: SyntaxError "is" with 'int' literal. Did you mean "=="? 1 6 2 3
# expect: SyntaxError "is" with 'int' literal. Did you mean "=="? 1 6 2 3
# expect: SyntaxError assertion is always true, perhaps remove parentheses? 1 1 1 14
# expect: SyntaxError assertion is always true, perhaps remove parentheses? 1 1 1 14
# expect: SyntaxError assertion is always true, perhaps remove parentheses? 2 3 3 9
# expect: SyntaxError assertion is always true, perhaps remove parentheses? 2 3 3 9
# expect: SyntaxError invalid decimal literal 1 1 1 1
# expect: SyntaxError invalid decimal literal 1 1 1 1
# expect: SyntaxError 'tuple' object is not callable; perhaps you missed a comma? 1 2 1 8
# expect: SyntaxError 'tuple' object is not callable; perhaps you missed a comma? 1 2 1 8
# expect: SyntaxError invalid octal escape sequence '\400' 1 1 1 8
# expect: SyntaxError invalid octal escape sequence '\400' 1 1 1 8
# expect: SyntaxError invalid escape sequence '\d' 2 1 2 6
# expect: SyntaxError invalid escape sequence '\d' 2 1 2 6
---
# warnings come before an error; those of the compiler only when the parser is content
import warnings
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    for source in ("'\\d'; 2 is 2\n)", "'\\d'; 2 is 2\nreturn"):
        try:
            compile(source, "f", "exec")
        except SyntaxError as e:
            print(e, [str(w.message) for w in log])
            log.clear()
# expect: unmatched ')' (f, line 2) ["invalid escape sequence '\\d'"]
# expect: 'return' outside function (f, line 2) ["invalid escape sequence '\\d'", '"is" with \'int\' literal. Did you mean "=="?']
---
# an error of the compiler shows no line of a text that is no file
for source in ("x = 1\nreturn", "x = (\n"):
    try:
        exec(source)
    except SyntaxError as e:
        print(e.args[0], repr(e.text))
# expect: 'return' outside function None
# expect: '(' was never closed 'x = (\n'
---
# filters by message and module; ignored warnings leave no trace
import warnings
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message="invalid")
    warnings.filterwarnings("error", module="strict")
    compile("'\\d'", "f", "exec")
    print(len(log))  # expect: 0
    compile("1 is 1", "loose.py", "exec")
    print(len(log))  # expect: 1
    try:
        compile("1 is 1", "strict.py", "exec")
    except SyntaxError as e:
        print(e)  # expect: "is" with 'int' literal. Did you mean "=="? (strict.py, line 1)
---
# an exception of the hook that shows a warning ends the compilation
import warnings
def show(*args):
    raise LookupError(args[3])
warnings.showwarning = show
try:
    exec("print('not run')\nx = '\\d'")
except LookupError as e:
    print(repr(e))  # expect: LookupError(2)
