# a missing colon
x = 1
if x
    print("no")
# syntax: 3:5 SyntaxError: expected ':'
---
# a bracket that is never closed
values = [1, 2
print(values)
# syntax: 2:10 SyntaxError: '[' was never closed
---
# an assignment where a comparison is meant
x = 5
if x = 5:
    pass
# syntax: 3:4 SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
---
# return outside a function
x = 1
return x
# syntax: 3:1 SyntaxError: 'return' outside function
---
# a body that is not indented
def f():
return 1
# syntax: 3:1 IndentationError: expected an indented block after function definition on line 2
---
# an unknown indentation level
if True:
        x = 1
    y = 2
# syntax: 4:10 IndentationError: unindent does not match any outer indentation level
---
# print as a statement
print "hello"
# syntax: 2:1 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
---
# a name that is both parameter and global
def f(a):
    global a
# syntax: 3:5 SyntaxError: name 'a' is parameter and global
---
# nonlocal without an enclosing variable
def f():
    nonlocal nothing
# syntax: 3:5 SyntaxError: no binding for nonlocal 'nothing' found
---
# nothing of a chunk with an error runs
print("never printed")
def f(a, a): pass
# syntax: 3:10 SyntaxError: duplicate argument 'a' in function definition
---
# two default exceptions
try:
    pass
except:
    pass
except ValueError:
    pass
# syntax: 4:1 SyntaxError: default 'except:' must be last
---
# an unreachable case
match 1:
    case x: pass
    case 2: pass
# syntax: 3:10 SyntaxError: name capture 'x' makes remaining patterns unreachable
