# a long source runs like a short one
source = "total = 0\n" + "total += 1\n" * 5_000 + "def last(): return total\n"
space = {}
exec(source, space)
print(space["last"](), space["last"].__code__.co_firstlineno)  # expect: 5000 5002
print(eval("+".join(["1"] * 9_000)))  # expect: 9000
---
# its errors, of the tokenizer, the parser and the compiler
def attempt(source):
    try:
        compile(source, "long.py", "exec")
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset, error.text)
lines = "x = [1, 2]\n" * 3_000
attempt(lines + "x = 'open\n")
# expect: SyntaxError unterminated string literal (detected at line 3001) 3001 5 x = 'open
attempt(lines + "x = = 1\n" + lines)
# expect: SyntaxError invalid syntax 3001 5 x = = 1
# expect:
attempt(lines + "  x = 1\n")
# expect: IndentationError unexpected indent 3001 2   x = 1
# expect:
attempt(lines + "return 1\n")  # expect: SyntaxError 'return' outside function 3001 1 None
attempt(lines + "from __future__ import annotations\n")
# expect: SyntaxError from __future__ imports must occur at the beginning of the file 3001 1 None
attempt("from __future__ import tea\n" + lines)
# expect: SyntaxError future feature tea is not defined 1 1 None
attempt(lines + "def f():\n    global a\n    nonlocal a\n" + lines)
# expect: SyntaxError name 'a' is nonlocal and global 3002 5 None
attempt(lines + "\0")  # expect: SyntaxError source code string cannot contain null bytes None None None
# ... its warnings, in their order
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compile(lines + "1 is 1\n" + lines + "'\\d'\n", "long.py", "exec")
for warning in caught:
    print(warning.category.__name__, warning.message, warning.lineno)
# expect: SyntaxWarning invalid escape sequence '\d' 6002
# expect: SyntaxWarning "is" with 'int' literal. Did you mean "=="? 3001
# ... an error of the source that a filter makes of a warning
with warnings.catch_warnings():
    warnings.simplefilter("error")
    attempt(lines + "1 is 1\n")
# expect: SyntaxError "is" with 'int' literal. Did you mean "=="? 3001 1 None
---
# single statements may be long, too
space = {}
exec(compile("if 1:\n" + "    x = 1\n" * 5_000 + "\n", "long.py", "single"), space)
print(space["x"])  # expect: 1
