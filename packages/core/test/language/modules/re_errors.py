# an error of a pattern tells the message, the pattern and the place
import re
try:
    re.compile("abc(de")
except re.error as e:
    print(type(e), e)
    print(e.msg, repr(e.pattern), e.pos, e.lineno, e.colno, e.args)
# expect: <class 're.PatternError'> missing ), unterminated subpattern at position 3
# expect: missing ), unterminated subpattern 'abc(de' 3 1 4 ('missing ), unterminated subpattern at position 3',)
try:
    re.compile("ab\ncd\n  (x", re.X)
except re.PatternError as e:
    print(e, "|", e.msg, e.pos, e.lineno, e.colno)
# expect: missing ), unterminated subpattern at position 8 (line 3, column 3) | missing ), unterminated subpattern 8 3 3
try:
    re.compile(b"*")
except re.error as e:
    print(e, e.pattern, e.pos)  # expect: nothing to repeat at position 0 b'*' 0
e = re.error("too odd", "one\ntwo", 5)
print(e, e.msg, e.pos, e.lineno, e.colno, repr(e))
# expect: too odd at position 5 (line 2, column 2) too odd 5 2 2 PatternError('too odd at position 5 (line 2, column 2)')
e = re.error("just so")
print(e, e.msg, e.pattern, e.pos, e.lineno, e.colno)  # expect: just so just so None None None None
e = re.PatternError("bytes too", b"a\nb\nc", 4)
print(e, e.lineno, e.colno, issubclass(re.error, ValueError), re.error.__module__)
# expect: bytes too at position 4 (line 3, column 1) 3 1 False re
import traceback
print(traceback.format_exception_only(re.error("the end", "abc", 1)))  # expect: ['re.PatternError: the end at position 1\n']
---
# what is opened must be closed
import re
for pattern in ("(", "a(b(c)", "(?:", "(?P<x>", "(?=", "(?<!", "(?>a", "(?i:", "(a)(?(1)b", ")", "a)b", "a(b))", "(?i)a)", "[", "[a", "[]", "[^]", "a[b-", "[a\\]", "(?#", "a(?# so", "(?", "(?P", "(?P<", "(?<", "(?P<name", "(?P=name", "(?(1", "(?i", "(?-", "(?i-", "(?i-m", "(?P=", "(?(", "(?P>x)", "(?Px)"):
    try:
        print(pattern, re.compile(pattern))
    except re.error as e:
        print(pattern, "  ", e)
# expect: (    missing ), unterminated subpattern at position 0
# expect: a(b(c)    missing ), unterminated subpattern at position 1
# expect: (?:    missing ), unterminated subpattern at position 0
# expect: (?P<x>    missing ), unterminated subpattern at position 0
# expect: (?=    missing ), unterminated subpattern at position 0
# expect: (?<!    missing ), unterminated subpattern at position 0
# expect: (?>a    missing ), unterminated subpattern at position 0
# expect: (?i:    missing ), unterminated subpattern at position 0
# expect: (a)(?(1)b    missing ), unterminated subpattern at position 3
# expect: )    unbalanced parenthesis at position 0
# expect: a)b    unbalanced parenthesis at position 1
# expect: a(b))    unbalanced parenthesis at position 4
# expect: (?i)a)    unbalanced parenthesis at position 5
# expect: [    unterminated character set at position 0
# expect: [a    unterminated character set at position 0
# expect: []    unterminated character set at position 0
# expect: [^]    unterminated character set at position 0
# expect: a[b-    unterminated character set at position 1
# expect: [a\]    unterminated character set at position 0
# expect: (?#    missing ), unterminated comment at position 0
# expect: a(?# so    missing ), unterminated comment at position 1
# expect: (?    unexpected end of pattern at position 2
# expect: (?P    unexpected end of pattern at position 3
# expect: (?P<    missing group name at position 4
# expect: (?<    unexpected end of pattern at position 3
# expect: (?P<name    missing >, unterminated name at position 4
# expect: (?P=name    missing ), unterminated name at position 4
# expect: (?(1    missing ), unterminated name at position 3
# expect: (?i    missing -, : or ) at position 3
# expect: (?-    missing flag at position 3
# expect: (?i-    missing flag at position 4
# expect: (?i-m    missing : at position 5
# expect: (?P=    missing group name at position 4
# expect: (?(    missing group name at position 3
# expect: (?P>x)    unknown extension ?P> at position 1
# expect: (?Px)    unknown extension ?Px at position 1
---
# a quantifier needs something to repeat, and comes once
import re
for pattern in ("*", "+a", "?", "{2}", "{,3}", "{2,}", "a|*", "(*)", "(?:+)", "^*", "^+", "$*", "$?", r"\b*", r"\A{2}", r"\Z+", "(?=a)*", "(?!a)?", "a**", "a+*", "a?*", "a{2}{3}", "a*{2}", "a*???", "a+++", "a*?+", "a??*", "(?i)*", "(?:a)**", "()*", "(?:)*", "(|a)+", "a{3,2}", "a{99999999999}", "a{1,99999999999}", "a{5,99999999999}", "(?x)a * *", "a*(?#c)*"):
    try:
        re.compile(pattern)
        print(pattern, "  is right")
    except (re.error, OverflowError) as e:
        print(pattern, "  ", type(e).__name__, e)
# expect: *    PatternError nothing to repeat at position 0
# expect: +a    PatternError nothing to repeat at position 0
# expect: ?    PatternError nothing to repeat at position 0
# expect: {2}    PatternError nothing to repeat at position 0
# expect: {,3}    PatternError nothing to repeat at position 0
# expect: {2,}    PatternError nothing to repeat at position 0
# expect: a|*    PatternError nothing to repeat at position 2
# expect: (*)    PatternError nothing to repeat at position 1
# expect: (?:+)    PatternError nothing to repeat at position 3
# expect: ^*    PatternError nothing to repeat at position 1
# expect: ^+    PatternError nothing to repeat at position 1
# expect: $*    PatternError nothing to repeat at position 1
# expect: $?    PatternError nothing to repeat at position 1
# expect: \b*    PatternError nothing to repeat at position 2
# expect: \A{2}    PatternError nothing to repeat at position 2
# expect: \Z+    PatternError nothing to repeat at position 2
# expect: (?=a)*   is right
# expect: (?!a)?   is right
# expect: a**    PatternError multiple repeat at position 2
# expect: a+*    PatternError multiple repeat at position 2
# expect: a?*    PatternError multiple repeat at position 2
# expect: a{2}{3}    PatternError multiple repeat at position 4
# expect: a*{2}    PatternError multiple repeat at position 2
# expect: a*???    PatternError multiple repeat at position 3
# expect: a+++    PatternError multiple repeat at position 3
# expect: a*?+    PatternError multiple repeat at position 3
# expect: a??*    PatternError multiple repeat at position 3
# expect: (?i)*    PatternError nothing to repeat at position 4
# expect: (?:a)**    PatternError multiple repeat at position 6
# expect: ()*   is right
# expect: (?:)*   is right
# expect: (|a)+   is right
# expect: a{3,2}    PatternError min repeat greater than max repeat at position 2
# expect: a{99999999999}    OverflowError the repetition number is too large
# expect: a{1,99999999999}    OverflowError the repetition number is too large
# expect: a{5,99999999999}    OverflowError the repetition number is too large
# expect: (?x)a * *    PatternError multiple repeat at position 8
# expect: a*(?#c)*    PatternError multiple repeat at position 7
---
# escapes that mean nothing, or not enough
import re
for pattern in ("\\", "a\\", r"\q", r"\y", r"\z", r"\E", r"\G", r"\K", r"\R", r"\X", r"\p", r"\x", r"\x1", r"\xg0", r"\u12", r"\u123g", r"\U0010", r"\U00110000", r"\UFFFFFFFF", r"\N", r"\N{", r"\N{}", r"\N{no such name}", r"\Nx", r"\N{BULLET", r"\400", r"\777", r"\1", r"(a)\2", r"(a\1)", r"\8", r"\19", r"[\q]", r"[\B]", r"[\A]", r"[\x]", r"[\u00]", r"[\N]", r"[\N{x}]", r"[\400]", r"[\9]", r"[\8a]", r"[\Z]", "[\\"):
    try:
        re.compile(pattern)
        print(pattern, "  is right")
    except (re.error, OverflowError) as e:
        print(pattern, "  ", type(e).__name__, e)
# expect: \    PatternError bad escape (end of pattern) at position 0
# expect: a\    PatternError bad escape (end of pattern) at position 1
# expect: \q    PatternError bad escape \q at position 0
# expect: \y    PatternError bad escape \y at position 0
# expect: \z    PatternError bad escape \z at position 0
# expect: \E    PatternError bad escape \E at position 0
# expect: \G    PatternError bad escape \G at position 0
# expect: \K    PatternError bad escape \K at position 0
# expect: \R    PatternError bad escape \R at position 0
# expect: \X    PatternError bad escape \X at position 0
# expect: \p    PatternError bad escape \p at position 0
# expect: \x    PatternError incomplete escape \x at position 0
# expect: \x1    PatternError incomplete escape \x1 at position 0
# expect: \xg0    PatternError incomplete escape \x at position 0
# expect: \u12    PatternError incomplete escape \u12 at position 0
# expect: \u123g    PatternError incomplete escape \u123 at position 0
# expect: \U0010    PatternError incomplete escape \U0010 at position 0
# expect: \U00110000    PatternError bad escape \U00110000 at position 0
# expect: \UFFFFFFFF    PatternError bad escape \UFFFFFFFF at position 0
# expect: \N    PatternError missing { at position 2
# expect: \N{    PatternError missing character name at position 3
# expect: \N{}    PatternError missing character name at position 3
# expect: \N{no such name}    PatternError undefined character name 'no such name' at position 0
# expect: \Nx    PatternError missing { at position 2
# expect: \N{BULLET    PatternError missing }, unterminated name at position 3
# expect: \400    PatternError octal escape value \400 outside of range 0-0o377 at position 0
# expect: \777    PatternError octal escape value \777 outside of range 0-0o377 at position 0
# expect: \1    PatternError invalid group reference 1 at position 1
# expect: (a)\2    PatternError invalid group reference 2 at position 4
# expect: (a\1)    PatternError cannot refer to an open group at position 2
# expect: \8    PatternError invalid group reference 8 at position 1
# expect: \19    PatternError invalid group reference 19 at position 1
# expect: [\q]    PatternError bad escape \q at position 1
# expect: [\B]    PatternError bad escape \B at position 1
# expect: [\A]    PatternError bad escape \A at position 1
# expect: [\x]    PatternError incomplete escape \x at position 1
# expect: [\u00]    PatternError incomplete escape \u00 at position 1
# expect: [\N]    PatternError missing { at position 3
# expect: [\N{x}]    PatternError undefined character name 'x' at position 1
# expect: [\400]    PatternError octal escape value \400 outside of range 0-0o377 at position 1
# expect: [\9]    PatternError bad escape \9 at position 1
# expect: [\8a]    PatternError bad escape \8 at position 1
# expect: [\Z]    PatternError bad escape \Z at position 1
# expect: [\    PatternError bad escape (end of pattern) at position 1
---
# sets: ranges must rise and have characters at both ends
import re
for pattern in ("[b-a]", "[z-A]", r"[\d-z]", r"[a-\d]", r"[\w-\s]", "[a-b-c]", r"[a\-z-y]", "[🙂-😀]", "[😀-🙂]", r"[\x41-\x40]", r"[--a]", "[a--]", r"[\]-\[]", r"[\s-]", r"[-\s]", "[b-\n]", "[^b-a]", r"[\u0041-\t]", "[9-0]x"):
    try:
        re.compile(pattern)
        print(ascii(pattern), "  is right")
    except re.error as e:
        print(ascii(pattern), "  ", ascii(str(e)))
# expect: '[b-a]'    'bad character range b-a at position 1'
# expect: '[z-A]'    'bad character range z-A at position 1'
# expect: '[\\d-z]'    'bad character range \\d-z at position 1'
# expect: '[a-\\d]'    'bad character range a-\\d at position 1'
# expect: '[\\w-\\s]'    'bad character range \\w-\\s at position 1'
# expect: '[a-b-c]'   is right
# expect: '[a\\-z-y]'    'bad character range z-y at position 4'
# expect: '[\U0001f642-\U0001f600]'    'bad character range \U0001f642-\U0001f600 at position 1'
# expect: '[\U0001f600-\U0001f642]'   is right
# expect: '[\\x41-\\x40]'    'bad character range \\x-\\x at position 5'
# expect: '[--a]'   is right
# expect: '[a--]'    'bad character range a-- at position 1'
# expect: '[\\]-\\[]'    'bad character range \\]-\\[ at position 1'
# expect: '[\\s-]'   is right
# expect: '[-\\s]'   is right
# expect: '[b-\n]'    'bad character range b-\n at position 1 (line 1, column 2)'
# expect: '[^b-a]'    'bad character range b-a at position 2'
# expect: '[\\u0041-\\t]'    'bad character range \\u-\\t at position 5'
# expect: '[9-0]x'    'bad character range 9-0 at position 1'
---
# names of groups
import re
for pattern in ("(?P<>a)", "(?P<1a>b)", "(?P<a-b>c)", "(?P<a b>c)", "(?P<a>b", "(?P<é>a)(?P=é)", "(?P<a>x)(?P<a>y)", "(?P=a)", "(?P=)", "(?P=1)", "(?P<a>(?P=a))", "(?P<🙂>a)", "(?P<a.b>c)", "(?P<if>a)(?P=if)", "(?P<x>.)(?P=y)", "(?Pa)", "(?P!)", "(?P<_>a)", "(?P<٣>a)", "(?P<x", "(?P=x", "(?P<x>.)(?P=x y)"):
    try:
        re.compile(pattern)
        print(pattern, "  is right")
    except re.error as e:
        print(pattern, "  ", e)
# expect: (?P<>a)    missing group name at position 4
# expect: (?P<1a>b)    bad character in group name '1a' at position 4
# expect: (?P<a-b>c)    bad character in group name 'a-b' at position 4
# expect: (?P<a b>c)    bad character in group name 'a b' at position 4
# expect: (?P<a>b    missing ), unterminated subpattern at position 0
# expect: (?P<é>a)(?P=é)   is right
# expect: (?P<a>x)(?P<a>y)    redefinition of group name 'a' as group 2; was group 1 at position 12
# expect: (?P=a)    unknown group name 'a' at position 4
# expect: (?P=)    missing group name at position 4
# expect: (?P=1)    bad character in group name '1' at position 4
# expect: (?P<a>(?P=a))    cannot refer to an open group at position 10
# expect: (?P<🙂>a)    bad character in group name '🙂' at position 4
# expect: (?P<a.b>c)    bad character in group name 'a.b' at position 4
# expect: (?P<if>a)(?P=if)   is right
# expect: (?P<x>.)(?P=y)    unknown group name 'y' at position 12
# expect: (?Pa)    unknown extension ?Pa at position 1
# expect: (?P!)    unknown extension ?P! at position 1
# expect: (?P<_>a)   is right
# expect: (?P<٣>a)    bad character in group name '٣' at position 4
# expect: (?P<x    missing >, unterminated name at position 4
# expect: (?P=x    missing ), unterminated name at position 4
# expect: (?P<x>.)(?P=x y)    bad character in group name 'x y' at position 12
---
# conditionals and references name groups that are there
import re
for pattern in ("(?(1)a|b)", "(a)?(?(2)b)", "(a)?(?(1)b|c|d)", "(?(x)a)", "(?(0)a)", "(?(-1)a)", "(?()a)", "(?(1a)b)", "(?P<n>a)?(?(n)b|c)", "(a)?(?(1)b|c", "(a)(?( 1)b)", "(a)(?(1 )b)", "(a)(?(+1)b)", "(a)(?(01)b)", "(a)(?(1_0)b)", "(a)(?(99)b)", "(a)(?(٠)b)", "(?(101)a)", "(a)(?(1)", "(?:(a)(?(1)b))\\1", r"(?=(a))\1", r"(?<=(a)\1)b", r"(?<=(?(1)a|b))c", r"(a)(?<=(?(1)b|c))d"):
    try:
        re.compile(pattern)
        print(pattern, "  is right")
    except re.error as e:
        print(pattern, "  ", e)
# expect: (?(1)a|b)    invalid group reference 1 at position 3
# expect: (a)?(?(2)b)    invalid group reference 2 at position 7
# expect: (a)?(?(1)b|c|d)    conditional backref with more than two branches at position 12
# expect: (?(x)a)    unknown group name 'x' at position 3
# expect: (?(0)a)    bad group number at position 3
# expect: (?(-1)a)    bad character in group name '-1' at position 3
# expect: (?()a)    missing group name at position 3
# expect: (?(1a)b)    bad character in group name '1a' at position 3
# expect: (?P<n>a)?(?(n)b|c)   is right
# expect: (a)?(?(1)b|c    missing ), unterminated subpattern at position 4
# expect: (a)(?( 1)b)    bad character in group name ' 1' at position 6
# expect: (a)(?(1 )b)    bad character in group name '1 ' at position 6
# expect: (a)(?(+1)b)    bad character in group name '+1' at position 6
# expect: (a)(?(01)b)   is right
# expect: (a)(?(1_0)b)    bad character in group name '1_0' at position 6
# expect: (a)(?(99)b)    invalid group reference 99 at position 6
# expect: (a)(?(٠)b)    bad character in group name '٠' at position 6
# expect: (?(101)a)    invalid group reference 101 at position 3
# expect: (a)(?(1)    missing ), unterminated subpattern at position 3
# expect: (?:(a)(?(1)b))\1   is right
# expect: (?=(a))\1   is right
# expect: (?<=(a)\1)b    cannot refer to group defined in the same lookbehind subpattern at position 9
# expect: (?<=(?(1)a|b))c    cannot refer to an open group at position 9
# expect: (a)(?<=(?(1)b|c))d   is right
---
# extensions that there are not
import re
for pattern in ("(?a", "(?b)", "(?@)", "(?*)", "(?<a)", "(?<>a)", "(?<name>a)", "(?P'x'a)", "(?&x)", "(?R)", "(?1)", "(?|a)", "(?'x'a)", "(? a)", "(?<*)", "(?🙂)", "(?^i:a)", "(?+i)", "(?~a)", "(?C)", "(??)", "(?)", "(?<", "(?i.a)", "(?ii)a", "(?iz)", "(?i-z:a)", "(?i-:a)", "(?-:a)", "(?-)", "(?-i)a", "(?i-i:a)", "(?i-s)a", "(?:", "(?i-s", "(?i:a"):
    try:
        re.compile(pattern)
        print(pattern, "  is right")
    except re.error as e:
        print(pattern, "  ", e)
# expect: (?a    missing -, : or ) at position 3
# expect: (?b)    unknown extension ?b at position 1
# expect: (?@)    unknown extension ?@ at position 1
# expect: (?*)    unknown extension ?* at position 1
# expect: (?<a)    unknown extension ?<a at position 1
# expect: (?<>a)    unknown extension ?<> at position 1
# expect: (?<name>a)    unknown extension ?<n at position 1
# expect: (?P'x'a)    unknown extension ?P' at position 1
# expect: (?&x)    unknown extension ?& at position 1
# expect: (?R)    unknown extension ?R at position 1
# expect: (?1)    unknown extension ?1 at position 1
# expect: (?|a)    unknown extension ?| at position 1
# expect: (?'x'a)    unknown extension ?' at position 1
# expect: (? a)    unknown extension ?  at position 1
# expect: (?<*)    unknown extension ?<* at position 1
# expect: (?🙂)    unknown extension ?🙂 at position 1
# expect: (?^i:a)    unknown extension ?^ at position 1
# expect: (?+i)    unknown extension ?+ at position 1
# expect: (?~a)    unknown extension ?~ at position 1
# expect: (?C)    unknown extension ?C at position 1
# expect: (??)    unknown extension ?? at position 1
# expect: (?)    unknown extension ?) at position 1
# expect: (?<    unexpected end of pattern at position 3
# expect: (?i.a)    missing -, : or ) at position 3
# expect: (?ii)a   is right
# expect: (?iz)    unknown flag at position 3
# expect: (?i-z:a)    unknown flag at position 4
# expect: (?i-:a)    missing flag at position 4
# expect: (?-:a)    missing flag at position 3
# expect: (?-)    missing flag at position 3
# expect: (?-i)a    missing : at position 4
# expect: (?i-i:a)    bad inline flags: flag turned on and off at position 5
# expect: (?i-s)a    missing : at position 5
# expect: (?:    missing ), unterminated subpattern at position 0
# expect: (?i-s    missing : at position 5
# expect: (?i:a    missing ), unterminated subpattern at position 0
---
# flags inside a pattern
import re
for pattern in ("a(?i)b", "(?:(?i)a)", "a|(?i)b", "((?m))", "(?i)(?m)a(?s)", " (?x)a", "(?#c)(?i)a", "(?L)a", "(?L:a)", "(?au)a", "(?a)(?u)a", "(?au:a)", "(?a-i:b)", "(?i-a:b)", "(?-u:b)", "(?-L:b)", "(?-a)", "(?ai:b)", "(?u:a(?a:b))", "(?x) (?i)a", "(?x: (?i) a)"):
    try:
        re.compile(pattern)
        print(pattern, "  is right")
    except (re.error, ValueError) as e:
        print(pattern, "  ", type(e).__name__, e)
# expect: a(?i)b    PatternError global flags not at the start of the expression at position 1
# expect: (?:(?i)a)    PatternError global flags not at the start of the expression at position 3
# expect: a|(?i)b    PatternError global flags not at the start of the expression at position 2
# expect: ((?m))    PatternError global flags not at the start of the expression at position 1
# expect: (?i)(?m)a(?s)    PatternError global flags not at the start of the expression at position 9
# expect:  (?x)a    PatternError global flags not at the start of the expression at position 1
# expect: (?#c)(?i)a   is right
# expect: (?L)a    PatternError bad inline flags: cannot use 'L' flag with a str pattern at position 3
# expect: (?L:a)    PatternError bad inline flags: cannot use 'L' flag with a str pattern at position 3
# expect: (?au)a    PatternError bad inline flags: flags 'a', 'u' and 'L' are incompatible at position 4
# expect: (?a)(?u)a    ValueError ASCII and UNICODE flags are incompatible
# expect: (?au:a)    PatternError bad inline flags: flags 'a', 'u' and 'L' are incompatible at position 4
# expect: (?a-i:b)   is right
# expect: (?i-a:b)    PatternError bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 5
# expect: (?-u:b)    PatternError bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 4
# expect: (?-L:b)    PatternError bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 4
# expect: (?-a)    PatternError bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 4
# expect: (?ai:b)   is right
# expect: (?u:a(?a:b))   is right
# expect: (?x) (?i)a   is right
# expect: (?x: (?i) a)    PatternError global flags not at the start of the expression at position 5
for pattern in (b"(?u)a", b"(?u:a)", b"(?La)a", b"(?aL:a)", b"(?-L:a)", b"(?L:a)", b"(?L)a(?a:b)", b"(?i:a)"):
    try:
        re.compile(pattern)
        print(pattern, "  is right")
    except (re.error, ValueError) as e:
        print(pattern, "  ", type(e).__name__, e)
# expect: b'(?u)a'    PatternError bad inline flags: cannot use 'u' flag with a bytes pattern at position 3
# expect: b'(?u:a)'    PatternError bad inline flags: cannot use 'u' flag with a bytes pattern at position 3
# expect: b'(?La)a'    PatternError bad inline flags: flags 'a', 'u' and 'L' are incompatible at position 4
# expect: b'(?aL:a)'    PatternError bad inline flags: flags 'a', 'u' and 'L' are incompatible at position 4
# expect: b'(?-L:a)'    PatternError bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 4
# expect: b'(?L:a)'   is right
# expect: b'(?L)a(?a:b)'   is right
# expect: b'(?i:a)'   is right
---
# a lookbehind must have one width
import re
for pattern in ("(?<=a*)b", "(?<=a+)b", "(?<!a?)b", "(?<=a|bc)d", "(?<=a{2,3})b", "(?<=a{2})b", "(?<=ab|cd)e", "(?<=(?:a|bc)d)e", "(?<=(a)(?:bc))d", r"(a*)(?<=\1)b", r"(a)(?<=\1)b", r"(a+)(?<!x\1)b", "(?<=^a)b", "(?<=(?=a+))b", "(?<=a(?<!b*))c", "(?<=(?>a+))b", "(?<=a++)b", "(?<=a{2}+)b", "(?<=(?i:ß))s", "(?<=())x", "(?<=x(?#long comment))y", "(?<=🙂)x", r"(?<=(?P<n>a)(?P=n))b", r"(a|bc)(?<=\1)d", "(?<=a{0,0})b"):
    try:
        re.compile(pattern)
        print(pattern, "  is right")
    except re.error as e:
        print(pattern, "  ", e, e.pos)
# expect: (?<=a*)b    look-behind requires fixed-width pattern None
# expect: (?<=a+)b    look-behind requires fixed-width pattern None
# expect: (?<!a?)b    look-behind requires fixed-width pattern None
# expect: (?<=a|bc)d    look-behind requires fixed-width pattern None
# expect: (?<=a{2,3})b    look-behind requires fixed-width pattern None
# expect: (?<=a{2})b   is right
# expect: (?<=ab|cd)e   is right
# expect: (?<=(?:a|bc)d)e    look-behind requires fixed-width pattern None
# expect: (?<=(a)(?:bc))d   is right
# expect: (a*)(?<=\1)b    look-behind requires fixed-width pattern None
# expect: (a)(?<=\1)b   is right
# expect: (a+)(?<!x\1)b    look-behind requires fixed-width pattern None
# expect: (?<=^a)b   is right
# expect: (?<=(?=a+))b   is right
# expect: (?<=a(?<!b*))c    look-behind requires fixed-width pattern None
# expect: (?<=(?>a+))b    look-behind requires fixed-width pattern None
# expect: (?<=a++)b    look-behind requires fixed-width pattern None
# expect: (?<=a{2}+)b   is right
# expect: (?<=(?i:ß))s   is right
# expect: (?<=())x   is right
# expect: (?<=x(?#long comment))y   is right
# expect: (?<=🙂)x   is right
# expect: (?<=(?P<n>a)(?P=n))b    cannot refer to group defined in the same lookbehind subpattern at position 18 18
# expect: (a|bc)(?<=\1)d    look-behind requires fixed-width pattern None
# expect: (?<=a{0,0})b   is right
---
# templates have errors too
import re
for template in (r"\2", r"\99", r"\g<2>", r"\g<z>", r"\g<", r"\g<x", r"\g<>", r"\g", r"\g<1a>", r"\g<-1>", r"\g< 1>", r"\g<x y>", r"\q", r"\x41", r"\u0041", r"\N{BULLET}", r"\d", r"\w", r"\Z", "\\", r"ab\k", r"\400", r"\777", r"\8", r"\08", r"\g<01>", r"\g<1_0>", r"\g<+1>", r"\g<٠>", r"\g<100>", r"\é", r"\.", r"\ ", r"\g<é>", r"\A\B", "\\\n"):
    try:
        print(ascii(template), "  gives", ascii(re.sub("(?P<x>a)", template, "a")))
    except Exception as e:
        print(ascii(template), "  ", type(e).__name__, ascii(str(e)))
# expect: '\\2'    PatternError 'invalid group reference 2 at position 1'
# expect: '\\99'    PatternError 'invalid group reference 99 at position 1'
# expect: '\\g<2>'    PatternError 'invalid group reference 2 at position 3'
# expect: '\\g<z>'    IndexError "unknown group name 'z'"
# expect: '\\g<'    PatternError 'missing group name at position 3'
# expect: '\\g<x'    PatternError 'missing >, unterminated name at position 3'
# expect: '\\g<>'    PatternError 'missing group name at position 3'
# expect: '\\g'    PatternError 'missing < at position 2'
# expect: '\\g<1a>'    PatternError "bad character in group name '1a' at position 3"
# expect: '\\g<-1>'    PatternError "bad character in group name '-1' at position 3"
# expect: '\\g< 1>'    PatternError "bad character in group name ' 1' at position 3"
# expect: '\\g<x y>'    PatternError "bad character in group name 'x y' at position 3"
# expect: '\\q'    PatternError 'bad escape \\q at position 0'
# expect: '\\x41'    PatternError 'bad escape \\x at position 0'
# expect: '\\u0041'    PatternError 'bad escape \\u at position 0'
# expect: '\\N{BULLET}'    PatternError 'bad escape \\N at position 0'
# expect: '\\d'    PatternError 'bad escape \\d at position 0'
# expect: '\\w'    PatternError 'bad escape \\w at position 0'
# expect: '\\Z'    PatternError 'bad escape \\Z at position 0'
# expect: '\\'    PatternError 'bad escape (end of pattern) at position 0'
# expect: 'ab\\k'    PatternError 'bad escape \\k at position 2'
# expect: '\\400'    PatternError 'octal escape value \\400 outside of range 0-0o377 at position 0'
# expect: '\\777'    PatternError 'octal escape value \\777 outside of range 0-0o377 at position 0'
# expect: '\\8'    PatternError 'invalid group reference 8 at position 1'
# expect: '\\08'   gives '\x008'
# expect: '\\g<01>'   gives 'a'
# expect: '\\g<1_0>'    PatternError "bad character in group name '1_0' at position 3"
# expect: '\\g<+1>'    PatternError "bad character in group name '+1' at position 3"
# expect: '\\g<\u0660>'    PatternError "bad character in group name '\u0660' at position 3"
# expect: '\\g<100>'    PatternError 'invalid group reference 100 at position 3'
# expect: '\\\xe9'   gives '\\\xe9'
# expect: '\\.'   gives '\\.'
# expect: '\\ '   gives '\\ '
# expect: '\\g<\xe9>'    IndexError "unknown group name '\xe9'"
# expect: '\\A\\B'    PatternError 'bad escape \\A at position 0'
# expect: '\\\n'   gives '\\\n'
try:
    re.sub("(?P<x>a)", "line one\nline two \\g<x", "b")
except re.error as e:
    print(e.msg, e.pos, e.lineno, e.colno, repr(e.pattern))
# expect: missing >, unterminated name 21 2 13 'line one\nline two \\g<x'
---
# sets in sets and set operations may mean something one day
import re, warnings
for pattern in ("[[a]", "[[:alpha:]]", "[a[b]", "[a--b]", "[--a]", "[a&&b]", "[&&a]", "[a||b]", "[a~~b]", "[a-]", "[a\\[b]", "[a&b]", "[a-&&-b]", "[]--a]", "[^[a]", "[a\\--b]", "x[[]", "[~~]", "[a-z--b]", "[a|b]"):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            re.compile(pattern)
        except re.error as e:
            print(pattern, "error:", e)
    print(pattern, [f"{w.category.__name__}: {w.message}" for w in seen])
# expect: [[a] ['FutureWarning: Possible nested set at position 1']
# expect: [[:alpha:]] ['FutureWarning: Possible nested set at position 1']
# expect: [a[b] []
# expect: [a--b] error: bad character range a-- at position 1
# expect: [a--b] ['FutureWarning: Possible set difference at position 2']
# expect: [--a] []
# expect: [a&&b] ['FutureWarning: Possible set intersection at position 2']
# expect: [&&a] []
# expect: [a||b] ['FutureWarning: Possible set union at position 2']
# expect: [a~~b] ['FutureWarning: Possible set symmetric difference at position 2']
# expect: [a-] []
# expect: [a\[b] []
# expect: [a&b] []
# expect: [a-&&-b] error: bad character range a-& at position 1
# expect: [a-&&-b] []
# expect: []--a] error: bad character range ]-- at position 1
# expect: []--a] ['FutureWarning: Possible set difference at position 2']
# expect: [^[a] []
# expect: [a\--b] []
# expect: x[[] ['FutureWarning: Possible nested set at position 2']
# expect: [~~] []
# expect: [a-z--b] ['FutureWarning: Possible set difference at position 4']
# expect: [a|b] []
re.purge()
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        re.compile("x\n[[]")
    except FutureWarning as e:
        print(type(e).__name__, e)  # expect: FutureWarning Possible nested set at position 3
---
# wrong arguments
import re
def wrong(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
for pattern in (5, None, 1.5, ["a"], ("a",), {"a"}, object):
    wrong(lambda: re.compile(pattern))
# expect: TypeError first argument must be string or compiled pattern
# expect: TypeError first argument must be string or compiled pattern
# expect: TypeError first argument must be string or compiled pattern
# expect: TypeError unhashable type: 'list'
# expect: TypeError first argument must be string or compiled pattern
# expect: TypeError unhashable type: 'set'
# expect: TypeError first argument must be string or compiled pattern
wrong(lambda: re.match(None, "a"))  # expect: TypeError first argument must be string or compiled pattern
wrong(lambda: re.compile(re.compile("a"), re.I))
# expect: ValueError cannot process flags argument with a compiled pattern
wrong(lambda: re.search(re.compile("a"), "A", re.I))
# expect: ValueError cannot process flags argument with a compiled pattern
wrong(lambda: re.compile("a", "i"))  # expect: TypeError unsupported operand type(s) for &: 'str' and 'int'
wrong(lambda: re.compile("a", None))
# expect: TypeError unsupported operand type(s) for &: 'NoneType' and 'int'
wrong(lambda: re.compile("a", 1.0))  # expect: TypeError unsupported operand type(s) for &: 'float' and 'int'
wrong(lambda: re.compile("a", re.L))  # expect: ValueError cannot use LOCALE flag with a str pattern
wrong(lambda: re.compile(b"a", re.U))  # expect: ValueError cannot use UNICODE flag with a bytes pattern
wrong(lambda: re.compile("a", re.A | re.U))  # expect: ValueError ASCII and UNICODE flags are incompatible
wrong(lambda: re.compile(b"a", re.A | re.L))  # expect: ValueError ASCII and LOCALE flags are incompatible
wrong(lambda: re.compile("a", 2 ** 40))  # expect: OverflowError Python int too large to convert to C int
wrong(lambda: re.compile("a", -1))  # expect: ValueError cannot use LOCALE flag with a str pattern
---
# missing, superfluous and misspelt arguments
import re
def wrong(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
wrong(lambda: re.compile())  # expect: TypeError compile() missing 1 required positional argument: 'pattern'
wrong(lambda: re.match("a"))  # expect: TypeError match() missing 1 required positional argument: 'string'
wrong(lambda: re.match("a", "b", 0, 1))
# expect: TypeError match() takes from 2 to 3 positional arguments but 4 were given
wrong(lambda: re.findall("a", "b", flag=1))
# expect: TypeError findall() got an unexpected keyword argument 'flag'. Did you mean 'flags'?
wrong(lambda: re.sub("a", "b"))  # expect: TypeError sub() missing 1 required positional argument: 'string'
wrong(lambda: re.escape())  # expect: TypeError escape() missing 1 required positional argument: 'pattern'
wrong(lambda: re.purge(1))  # expect: TypeError purge() takes 0 positional arguments but 1 was given
p = re.compile("a")
wrong(lambda: p.match())  # expect: TypeError match() missing required argument 'string' (pos 1)
wrong(lambda: p.match("a", 0, 1, 2))  # expect: TypeError match() takes at most 3 arguments (4 given)
wrong(lambda: p.match("a", flags=2))  # expect: TypeError match() got an unexpected keyword argument 'flags'
wrong(lambda: p.sub("b"))  # expect: TypeError sub() missing required argument 'string' (pos 2)
wrong(lambda: p.sub("b", "a", "1"))  # expect: TypeError 'str' object cannot be interpreted as an integer
wrong(lambda: p.split("a", 1.5))  # expect: TypeError 'float' object cannot be interpreted as an integer
wrong(lambda: p.split("a", None))  # expect: TypeError 'NoneType' object cannot be interpreted as an integer
wrong(lambda: p.findall(5))  # expect: TypeError expected string or bytes-like object, got 'int'
wrong(lambda: p.finditer(None))  # expect: TypeError expected string or bytes-like object, got 'NoneType'
wrong(lambda: p.fullmatch([]))  # expect: TypeError expected string or bytes-like object, got 'list'
wrong(lambda: p.scanner())  # expect: TypeError scanner() missing required argument 'string' (pos 1)
wrong(lambda: re.sub("a", "b", "a", count="1"))
# expect: TypeError 'str' object cannot be interpreted as an integer
wrong(lambda: re.sub("a", "b", "a", count=None))
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
wrong(lambda: re.split("a", "a", maxsplit="x"))
# expect: TypeError 'str' object cannot be interpreted as an integer
