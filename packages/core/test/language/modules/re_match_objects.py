# group takes numbers and names, one or several
import re
m = re.search(r"(?P<user>\w+)@(?P<host>\w+)(\.com)?", "mail to ann@home today")
print(m.group(), m.group(0), m.group(1), m.group("host"), m.group(3))
# expect: ann@home ann@home ann home None
print(m.group(1, 2), m.group("host", 0, 3), m.group(1, "user"))
# expect: ('ann', 'home') ('home', 'ann@home', None) ('ann', 'ann')
print(m[0], m[1], m["host"], m[3], m.group(True), m.group(False))
# expect: ann@home ann home None ann ann@home
print(m.groups(), m.groups("none"), m.groups(default=0), m.groupdict(), m.groupdict("none"))
# expect: ('ann', 'home', None) ('ann', 'home', 'none') ('ann', 'home', 0) {'user': 'ann', 'host': 'home'} {'user': 'ann', 'host': 'home'}
class One:
    def __index__(self):
        return 1
print(m.group(One()), m[One()], m.start(One()), m.span("host"))  # expect: ann ann 8 (12, 16)
n = re.match("x", "x")
print(n.group(), n.groups(), n.groupdict(), n[0], re.match("(a)|(?P<b>b)", "a").groupdict("?"))
# expect: x () {} x {'b': '?'}
---
# there is no such group
import re
m = re.match("(?P<first>a)(b)?", "a")
for ask in (lambda: m.group(3), lambda: m.group(-1), lambda: m.group("second"), lambda: m["x"], lambda: m[3],
            lambda: m.start(9), lambda: m.end("x"), lambda: m.span(None), lambda: m.group(1.0), lambda: m.group(None),
            lambda: m.group(0, 7), lambda: m[1:2], lambda: m.group(b"first"), lambda: m[2 ** 80], lambda: m.group([])):
    try:
        print(ask())
    except Exception as e:
        print(type(e).__name__, e)
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: IndexError no such group
# expect: TypeError unhashable type: 'list'
print(m.group(2), m.start(2), m.end(2), m.span(2))  # expect: None -1 -1 (-1, -1)
---
# positions of the whole match and of groups, counted in characters
import re
m = re.search(r"(🙂+)(\w+)?(!)", "say 🙂🙂! now")
print(m.start(), m.end(), m.span(), m.start(0), m.end(0), m.span(0))  # expect: 4 7 (4, 7) 4 7 (4, 7)
print(m.start(1), m.end(1), m.span(1), m.span(2), m.span(3), m.regs)
# expect: 4 6 (4, 6) (-1, -1) (6, 7) ((4, 7), (4, 6), (-1, -1), (6, 7))
print(m.string[m.start():m.end()] == m.group(), m.string[slice(*m.span(1))])  # expect: True 🙂🙂
m = re.search("(?P<a>é)(?P<b>𝒳)", "𝒳é𝒳")
print(m.span("a"), m.span("b"), m.start("a"), m.end("b"), m.regs, m)
# expect: (1, 2) (2, 3) 1 3 ((1, 3), (1, 2), (2, 3)) <re.Match object; span=(1, 3), match='é𝒳'>
print(re.search("$", "🙂🙂").span(), re.search("b()", "🙂b").span(1), [x.span() for x in re.finditer(".", "a🙂é")])
# expect: (2, 2) (2, 2) [(0, 1), (1, 2), (2, 3)]
---
# what a match remembers of the search
import re
p = re.compile(r"(\d)(?P<letter>[a-z])?")
m = p.search("..1x..2", 1, 6)
print(m.pos, m.endpos, m.string, m.re is p, m.re.pattern)  # expect: 1 6 ..1x..2 True (\d)(?P<letter>[a-z])?
print(p.search("..1x", -5, 100).pos, p.search("..1x", -5, 100).endpos, p.search("..1x").endpos)
# expect: 0 4 4
print(m.lastindex, m.lastgroup, p.search("7").lastindex, p.search("7").lastgroup, re.match("x", "x").lastindex, re.match("x", "x").lastgroup)
# expect: 2 letter 1 None None None
for name in ("string", "pos", "re", "lastindex", "regs"):
    try:
        setattr(m, name, None)
    except AttributeError as e:
        print(e)
# expect: readonly attribute
# expect: readonly attribute
# expect: readonly attribute
# expect: attribute 'lastindex' of 're.Match' objects is not writable
# expect: attribute 'regs' of 're.Match' objects is not writable
try:
    m.extra = 1
except AttributeError as e:
    print(e)  # expect: 're.Match' object has no attribute 'extra' and no __dict__ for setting new attributes
---
# lastindex is the group that closed last
import re
for pattern, text in [("(a)(b)", "ab"), ("((a)(b))", "ab"), ("((ab))", "ab"), ("(a)|(b)", "b"), ("(a)(b)?", "a"), ("(a)(b)?", "ab"),
                      ("(?:(a)|(b))+", "ba"), ("(?P<x>a)(b)", "ab"), ("(?P<x>(?P<y>a))", "a"), ("(a)(?=(b))", "ab"), ("()(a)", "a"), ("(a)(?!(c))", "ab")]:
    m = re.match(pattern, text)
    print(pattern, m.groups(), m.lastindex, m.lastgroup)
# expect: (a)(b) ('a', 'b') 2 None
# expect: ((a)(b)) ('ab', 'a', 'b') 1 None
# expect: ((ab)) ('ab', 'ab') 1 None
# expect: (a)|(b) (None, 'b') 2 None
# expect: (a)(b)? ('a', None) 1 None
# expect: (a)(b)? ('a', 'b') 2 None
# expect: (?:(a)|(b))+ ('a', 'b') 1 None
# expect: (?P<x>a)(b) ('a', 'b') 2 None
# expect: (?P<x>(?P<y>a)) ('a', 'a') 1 x
# expect: (a)(?=(b)) ('a', 'b') 2 None
# expect: ()(a) ('', 'a') 2 None
# expect: (a)(?!(c)) ('a', None) 1 None
---
# a repeated group keeps what its last iteration took
import re
print(re.match("(a|b|c)+", "abc").groups(), re.match(r"(?:(\w)(\d)?)+", "a1b").groups(), re.match("(a*)+", "aa").groups())
# expect: ('c',) ('b', '1') ('',)
print(re.match("(?:(a)|(b))*", "aba").groups(), re.match("(?:(a)|(b)|(c))*", "abc").groups(), re.match("(?:(a)|b)*", "ab").groups())
# expect: ('a', 'b') ('a', 'b', 'c') ('a',)
print(re.match("(?:(x)|(y))+?$", "xy").groups(), re.match("(a)*?b", "aab").groups(), re.match("(a|ab)(c|bcd)*(d)?", "abcd").groups())
# expect: ('x', 'y') ('a',) ('a', 'bcd', None)
print(re.match("((a)|b)*", "ab").groups(), re.match("(?:a(b)?)*", "aba").groups(), re.match("(?:(b)?a)*", "baa").groups())
# expect: ('b', 'a') ('b',) ('b',)
print(re.match("(.){3}", "xyz").groups(), re.match("(.){0}", "xyz").groups(), re.match("(.){2,}?", "xyz").groups(), re.match("(🙂|é)*", "🙂é").span(1))
# expect: ('z',) (None,) ('y',) (1, 2)
print(re.match("(?:(1)|(2)(3)?)+", "1232").groups(), re.match("(()|a)+", "aa").span(1), re.match("(a?)*", "aa").span(1), re.match("(a?)*?$", "aa").span(1))
# expect: ('1', '2', '3') (0, 0) (2, 2) (1, 2)
print(re.findall("(a|b)+", "ab ba"), re.match("(?P<d>[0-9])*", "2024")["d"], re.match("((.)(.))*", "abcde").groups())
# expect: ['b', 'a'] 4 ('cd', 'c', 'd')
---
# a group that was tried and given up has not matched
import re
print(re.match("(?:(a)b|a(c))", "ac").groups(), re.match("(a)?ab", "ab").groups(), re.match("(?:(a)(b)|(a))c", "ac").groups())
# expect: (None, 'c') (None,) (None, None, 'a')
print(re.match("(a)?(ab)?", "ab").groups(), re.match("(a*)(ab)", "aab").groups(), re.match("(a|ab)(bc|c)?$", "abc").groups())
# expect: ('a', None) ('a', 'ab') ('a', 'bc')
print(re.match("(?:(x)|x)(?:(y)z|y)", "xy").groups(), re.match("(?:(a)|ab)c", "abc").groups(), re.match("(?:(a)|ab)(?(1)x|c)", "abc").groups())
# expect: ('x', None) (None,) (None,)
print(re.match("(?:(a)(b)?)+ac", "abac").groups(), re.match("(?:(a)x|(b))*bc", "axbc").groups(), re.match("((a)x)?a(b)", "ab").groups())
# expect: ('a', 'b') ('a', None) (None, None, 'b')
print(re.match("(.*)(\\d+)", "ab12").groups(), re.match("(.*?)(\\d+)", "ab12").groups(), re.match("(.+)(.+)(.+)", "abcde").groups())
# expect: ('ab1', '2') ('ab', '12') ('abc', 'd', 'e')
---
# lookarounds: what a positive one captures stays, what a negative one captures does not
import re
print(re.match("(?=(a)(b))a", "ab").groups(), re.match("(?!(a)c)a(b)", "ab").groups(), re.match("(?=(.*))x", "xyz").groups())
# expect: ('a', 'b') (None, 'b') ('xyz',)
print(re.search("(?<=(a))b", "ab").groups(), re.search("(?<!(c))b", "ab").groups(), re.search("(?<=(?P<x>.))🙂", "é🙂").groupdict())
# expect: ('a',) (None,) {'x': 'é'}
print(re.match("(?:(?=(a|b))[ab])+", "aba").groups(), re.match("(?=(a+?))\\1b", "aab"), re.match("(?=(a+))\\1b", "aab").groups())
# expect: ('a',) None ('aa',)
print(re.match("(?!(?!(a)))a", "a").groups(), re.match("(?=(?=(a))(a))a", "a").groups(), re.match("(x)?(?(1)y|(?=(z)))", "z").groups())
# expect: (None,) ('a', 'a') (None, 'z')
print(re.match("(a)(?=(?:(b)|(c)))", "ac").groups(), re.match("(?=(a))(?=(ab))(?=(abc))", "abc").groups())
# expect: ('a', None, 'c') ('a', 'ab', 'abc')
---
# expand fills a template
import re
m = re.match(r"(?P<last>\w+), (?P<first>\w+)( Jr)?", "Doe, Jane")
print(m.expand(r"\2 \1"), m.expand(r"\g<first> \g<last>"), m.expand(""), m.expand(r"\g<2>0 [\3] \g<0>"))
# expect: Jane Doe Jane Doe  Jane0 [] Doe, Jane
print(repr(m.expand(r"\1\t\2\n")), m.expand(r"\\1 \g<1>"), m.expand("plain"), m.expand(r"\101"))
# expect: 'Doe\tJane\n' \1 Doe plain A
for template in (r"\4", r"\g<middle>", r"\g<", r"\g<1", r"\q", "\\", r"\g<-1>", r"\g<>"):
    try:
        print(m.expand(template))
    except Exception as e:
        print(type(e).__name__, e)
# expect: PatternError invalid group reference 4 at position 1
# expect: IndexError unknown group name 'middle'
# expect: PatternError missing group name at position 3
# expect: PatternError missing >, unterminated name at position 3
# expect: PatternError bad escape \q at position 0
# expect: PatternError bad escape (end of pattern) at position 0
# expect: PatternError bad character in group name '-1' at position 3
# expect: PatternError missing group name at position 3
print(re.match("(🙂)(.)", "🙂é").expand(r"\2\1\2"), re.match("a", "a").expand(r"x\g<0>y"))  # expect: é🙂é xay
---
# a match is true, prints its span and text, and is the same object when copied
import re, copy
m = re.search("b+", "abbb")
print(bool(m), m, repr(m) == str(m), copy.copy(m) is m, copy.deepcopy(m) is m)
# expect: True <re.Match object; span=(1, 4), match='bbb'> True True True
print(re.match("", ""), re.search("'", "it's"), re.search("\n", "a\nb"), re.search("🙂", "a🙂"))
# expect: <re.Match object; span=(0, 0), match=''> <re.Match object; span=(2, 3), match="'"> <re.Match object; span=(1, 2), match='\n'> <re.Match object; span=(1, 2), match='🙂'>
print(re.match("x*", "x" * 60))
# expect: <re.Match object; span=(0, 60), match='xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx>
print(re.match("\U0001F600*", "\U0001F600" * 60), re.match("(?s).*", "quote ' and \" both \\ " + "y" * 50))
# expect: <re.Match object; span=(0, 60), match='😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀> <re.Match object; span=(0, 71), match='quote \' and " both \\ yyyyyyyyyyyyyyyyyyyyyyyyyy>
print(type(m), type(m).__name__, type(m) is re.Match, isinstance(m, re.Match), m == re.search("b+", "abbb"), m == m)
# expect: <class 're.Match'> Match True True False True
try:
    re.Match()
except TypeError as e:
    print(e)  # expect: cannot create 're.Match' instances
try:
    len(m)
except TypeError as e:
    print(e)  # expect: object of type 're.Match' has no len()
try:
    iter(m)
except TypeError as e:
    print(e)  # expect: 're.Match' object is not iterable
---
# strings of other classes, and strings that hold half of a pair
import re
class Name(str):
    pass
m = re.match("(a)b", Name("abc"))
print(type(m.group()), type(m.group(1)), type(m.string), m.string is m.string, type(m.expand(r"\1")))
# expect: <class 'str'> <class 'str'> <class '__main__.Name'> True <class 'str'>
print(type(re.match(".*", Name("abc")).group()), type(re.sub("x", "y", Name("abc"))), type(re.split("x", Name("abc"))[0]), type(re.findall(".*", Name("abc"))[0]))
# expect: <class 'str'> <class 'str'> <class 'str'> <class 'str'>
print(ascii(re.findall(".", "\ud83d-😀-\ude00")), re.search("\ude00", "😀\ude00").span(), re.search("\ud83d", "😀"))
# expect: ['\ud83d', '-', '\U0001f600', '-', '\ude00'] (1, 2) None
print(re.findall("[\ud800-\udfff]", "a\udcffb") == ["\udcff"], re.match("\\ud83d", "\ud83d").span(), re.match("[\U0001F600]", "\ud83d"))
# expect: True (0, 1) None
print(ascii(re.sub("\udc00", "-", "\ud800 \udc00")), re.escape("\ud800") == "\ud800", re.match(r"\w", "\ud800"))
# expect: '\ud800 -' True None
---
# the methods of a match are ordinary methods
import re
m = re.match("(a)(b)", "ab")
get = m.group
print(get(2), list(map(m.group, range(3))), list(map(m.start, (1, 2))), re.Match.group(m, 1))
# expect: b ['ab', 'a', 'b'] [0, 1] a
print([name for name in dir(re.Match) if not name.startswith("_")])
# expect: ['end', 'endpos', 'expand', 'group', 'groupdict', 'groups', 'lastgroup', 'lastindex', 'pos', 're', 'regs', 'span', 'start', 'string']
print([name for name in dir(re.Pattern) if not name.startswith("_")])
# expect: ['findall', 'finditer', 'flags', 'fullmatch', 'groupindex', 'groups', 'match', 'pattern', 'scanner', 'search', 'split', 'sub', 'subn']
print(hasattr(m, "__dict__"), {m: 1}[m], m in [m], [m].index(m))  # expect: False 1 True 0
for wrong in (lambda: m.groups(1, 2), lambda: m.expand(), lambda: m.start(1, 2), lambda: m.span(1, 2), lambda: m.groupdict(x=1), lambda: m.expand(5), lambda: m.group(group=1)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError groups() takes at most 1 argument (2 given)
# expect: TypeError expand() missing required argument 'template' (pos 1)
# expect: TypeError start expected at most 1 argument, got 2
# expect: TypeError span expected at most 1 argument, got 2
# expect: TypeError groupdict() got an unexpected keyword argument 'x'
# expect: TypeError decoding to str: need a bytes-like object, int found
# expect: TypeError Match.group() takes no keyword arguments
