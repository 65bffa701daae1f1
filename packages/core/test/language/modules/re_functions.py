# match begins where it is told to, fullmatch also ends at the end, search looks everywhere
import re
for function in (re.match, re.fullmatch, re.search):
    print(function.__name__, [bool(function("b+", text)) for text in ("b", "bb", "bba", "abb", "aba", "", "bb\n")])
# expect: match [True, True, True, False, False, False, True]
# expect: fullmatch [True, True, False, False, False, False, False]
# expect: search [True, True, True, True, True, False, True]
print(re.search("b", "abab").start(), re.search("", "").span(), re.match("", "x").span(), re.fullmatch("", "x"))
# expect: 1 (0, 0) (0, 0) None
print(re.fullmatch("a|ab|abc", "abc").group(), re.fullmatch("a*?", "aaa").group(), re.fullmatch(".*🙂", "x🙂").span())
# expect: abc aaa (0, 2)
print(re.search(pattern="b", string="abB", flags=re.I).span(), re.match(string="ab", pattern="a").span())
# expect: (1, 2) (0, 1)
p = re.compile("b")
print(p.search("ab").span(), p.match("ab"), p.fullmatch("b").span(), p.search(string="ab", pos=1, endpos=2).span())
# expect: (1, 2) None (0, 1) (1, 2)
print(re.match("(?m)^b", "a\nb"), re.search("(?m)^b", "a\nb").span(), re.fullmatch("(?s).*", "a\nb").span())
# expect: None (2, 3) (0, 3)
---
# findall gives texts, or the only group's, or tuples of the groups
import re
print(re.findall("[0-9]+", "1 and 22 and 333"), re.findall("([0-9])[0-9]*", "1 and 22 and 333"))
# expect: ['1', '22', '333'] ['1', '2', '3']
print(re.findall("([a-z])([0-9])?", "a1 b c3"), re.findall("((a)b)", "ab ab"), re.findall("(?:(a)|(b))", "ab"))
# expect: [('a', '1'), ('b', ''), ('c', '3')] [('ab', 'a'), ('ab', 'a')] [('a', ''), ('', 'b')]
print(re.findall("x", "abc"), re.findall("", "ab"), re.findall("x*", "axxb"), re.findall("x*?", "xx"), re.findall("()", "ab"))
# expect: [] ['', '', ''] ['', 'xx', '', ''] ['', 'x', '', 'x', ''] ['', '', '']
print(re.findall("(a)|b", "ab"), re.findall(r"\b|🙂", "a🙂"), re.findall("aa", "aaaaa"), re.findall("(?=aa)", "aaa"))
# expect: ['a', ''] ['', '', '🙂'] ['aa', 'aa'] ['', '']
print(re.findall(r"(?P<key>\w+)=(?P<value>\w*)", "a=1, b=, 🙂=2, c=3"), re.findall(".", "é🙂𝒳"))
# expect: [('a', '1'), ('b', ''), ('c', '3')] ['é', '🙂', '𝒳']
print(re.compile("a").findall("aaaa", 1), re.compile("a").findall("aaaa", 1, 3), re.compile("^a").findall("aa", 1), re.compile("a").findall(string="aa", endpos=1))
# expect: ['a', 'a', 'a'] ['a', 'a'] [] ['a']
---
# finditer gives the matches one by one
import re
found = re.finditer(r"(\w)(\d)", "a1 b2 🙂3 c3")
print(iter(found) is found, next(found), [m.groups() for m in found], next(found, "no more"))
# expect: True <re.Match object; span=(0, 2), match='a1'> [('b', '2'), ('c', '3')] no more
print([(m.group(), m.span()) for m in re.finditer("x*", "axxb")], [m.span() for m in re.finditer("", "🙂🙂")])
# expect: [('', (0, 0)), ('xx', (1, 3)), ('', (3, 3)), ('', (4, 4))] [(0, 0), (1, 1), (2, 2)]
print([m.start() for m in re.compile("a").finditer("banana", 2)], [m.pos for m in re.compile("a").finditer("banana", 2, 5)])
# expect: [3, 5] [2]
print(type(re.finditer("a", "a")).__name__, sum(1 for _ in re.finditer("a", "banana")), list(re.finditer("z", "banana")))
# expect: callable_iterator 3 []
def vowels(text):
    yield from re.finditer("[aeiou]", text)
print({m.start(): m[0] for m in vowels("umbrella")}, max(re.finditer(r"\w+", "a three to"), key=lambda m: len(m[0]))[0])
# expect: {0: 'u', 4: 'e', 7: 'a'} three
for m in re.finditer(r"(?P<n>\d+)", "1 20"):
    print(m["n"], m.end(), int(m["n"]) * 2)
# expect: 1 1 2
# expect: 20 4 40
---
# an empty match may follow another match, but not lie in the same place twice
import re
print(re.findall("a*", "baac"), [m.span() for m in re.finditer("a*", "baac")])
# expect: ['', 'aa', '', ''] [(0, 0), (1, 3), (3, 3), (4, 4)]
print(re.findall("a*?", "aa"), [m.span() for m in re.finditer("a*?", "aa")])
# expect: ['', 'a', '', 'a', ''] [(0, 0), (0, 1), (1, 1), (1, 2), (2, 2)]
print(re.findall(r"\b|\w+", "hi you"), [m.span() for m in re.finditer(r"\b|\w+", "hi you")])
# expect: ['', 'hi', '', '', 'you', ''] [(0, 0), (0, 2), (2, 2), (3, 3), (3, 6), (6, 6)]
print([m.span() for m in re.finditer("|a", "aa")], [m.span() for m in re.finditer("a|", "aa")], [m.span() for m in re.finditer("(?=a)|a", "aa")])
# expect: [(0, 0), (0, 1), (1, 1), (1, 2), (2, 2)] [(0, 1), (1, 2), (2, 2)] [(0, 0), (0, 1), (1, 1), (1, 2)]
print(re.sub("x*", "-", "abxd"), re.sub("a*", "-", "baac"), re.sub("", "-", "ab"), repr(re.sub("$", "!", "a\n")), re.sub("|a", "-", "aa"))
# expect: -a-b--d- -b--c- -a-b- 'a!\n!' -----
print(re.split("x*", "axbc"), re.split("", "ab"), re.split(r"\b", "to be"), re.split("(x*)", "axb"), re.split("(?<=,)", "a,b,"))
# expect: ['', 'a', '', 'b', 'c', ''] ['', 'a', 'b', ''] ['', 'to', ' ', 'be', ''] ['', '', 'a', 'x', '', '', 'b', '', ''] ['a,', 'b,', '']
print(re.sub("🙂*", "-", "a🙂🙂b"), re.split("", "🙂é"))  # expect: -a--b- ['', '🙂', 'é', '']
---
# split cuts at each match, and keeps what the groups captured
import re
print(re.split(",", "a,b,,c"), re.split(r"[,;]\s*", "a, b;c"), re.split("x", "abc"), re.split(",", ""), re.split(",", ","))
# expect: ['a', 'b', '', 'c'] ['a', 'b', 'c'] ['abc'] [''] ['', '']
print(re.split("(,)", "a,b"), re.split("(,)|(;)", "a,b;c"), re.split("((,)(;)?)", "a,b,;c"), re.split("(?:,)", "a,b"))
# expect: ['a', ',', 'b'] ['a', ',', None, 'b', None, ';', 'c'] ['a', ',', ',', None, 'b', ',;', ',', ';', 'c'] ['a', 'b']
print(re.split(",", "a,b,c", maxsplit=1), re.split(",", "a,b,c", maxsplit=0), re.split(",", "a,b,c", maxsplit=-1), re.split("(,)", "a,b,c", maxsplit=1))
# expect: ['a', 'b,c'] ['a', 'b', 'c'] ['a,b,c'] ['a', ',', 'b,c']
print(re.split(r"\W+", " words, and words "), re.split(r"(\W+)", " a b "), re.split("[aeiou]", "EDucation", flags=re.I))
# expect: ['', 'words', 'and', 'words', ''] ['', ' ', 'a', ' ', 'b', ' ', ''] ['', 'D', 'c', 't', '', 'n']
print(re.split("🙂", "a🙂b🙂"), re.split("(🙂)", "🙂"), re.split(r"(?m)^", "a\nb\n"), re.compile(" ").split("a b c", 1), re.compile(" ").split(string="a b c", maxsplit=1))
# expect: ['a', 'b', ''] ['', '🙂', ''] ['', 'a\n', 'b\n', ''] ['a', 'b c'] ['a', 'b c']
---
# sub with a template
import re
print(re.sub("cat", "dog", "cat concat"), re.sub("x", "y", "abc"), re.sub("a", "", "banana"), re.sub("a", r"\g<0>\g<0>", "banana"))
# expect: dog condog abc bnn baanaanaa
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "one two three four"), re.sub(r"(?P<a>.)(?P<b>.)", r"\g<b>\g<a>", "abcd"))
# expect: two one four three badc
print(re.sub("(a)(b)?", r"[\1|\2]", "aab"), re.sub("(a)", r"\g<1>1", "a"), re.sub("(.)", r"\1\1", "🙂é"), re.sub(r"\s+", " ", "a \t b\n\nc"))
# expect: [a|][a|b] a1 🙂🙂éé a b c
print(repr(re.sub("a", r"\n\t\r\a\b\f\v", "a")), re.sub("a", r"\\", "a"), re.sub("a", r"\\n", "a"), re.sub("a", "\\\\g<0>", "a"), re.sub("a", r"\.\-\ \_\!\🙂", "a"))
# expect: '\n\t\r\x07\x08\x0c\x0b' \ \n \g<0> \.\-\ \_\!\🙂
print(repr(re.sub("a", r"\0", "a")), re.sub("a", r"\101\060", "a"), re.sub("a", r"\0601", "a"), repr(re.sub("a", r"\08", "a")), re.sub("(a)", r"\1011", "a"))
# expect: '\x00' A0 01 '\x008' A1
print(re.sub("(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)", r"\10\9\1", "abcdefghij"), re.sub("(.)" * 11, r"\g<11>\11\g<01>", "abcdefghijk"), re.sub("(a)", r"\g<1>0", "a"))
# expect: jia kka a0
print(re.compile("a").sub("b", "aaa", 2), re.compile("a").sub(repl="b", string="aaa", count=1), re.sub("(?i)A", "é", "aA"), re.sub("🙂", "\\\\", "🙂"))
# expect: bba baa éé \
---
# sub with a function, which gets the match
import re
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 and 21"), re.sub(".", lambda m: m[0] * 2, "🙂é"), re.sub("a", lambda m: r"\1\n", "a"))
# expect: 2 and 42 🙂🙂éé \1\n
seen = []
def mark(m):
    seen.append(m.span())
    return f"<{m.group(1) or ''}>"
print(re.sub("(a)|b", mark, "abca"), seen)  # expect: <a><>c<a> [(0, 1), (1, 2), (3, 4)]
print(re.sub("a", lambda m: "A" if m.start() > 2 else "", "banana"), re.sub("(?P<x>.)", lambda m: m["x"].swapcase(), "aBc"))
# expect: bnAnA AbC
class Counter:
    n = 0
    def __call__(self, m):
        self.n += 1
        return f"{m[0]}{self.n}"
print(re.sub("[ab]", Counter(), "abcab"), re.sub("a", lambda m: None or "", "bab"))  # expect: a1b2ca3b4 bb
for bad in (lambda m: 5, lambda m: b"x", lambda: "x", lambda m: 1 / 0):
    try:
        print(re.sub("a", bad, "bab"))
    except Exception as e:
        print(type(e).__name__, str(e).replace("<lambda>", "the function"))
# expect: TypeError sequence item 1: expected str instance, int found
# expect: TypeError sequence item 1: expected str instance, bytes found
# expect: TypeError the function() takes 0 positional arguments but 1 was given
# expect: ZeroDivisionError division by zero
print(re.sub("a", lambda m: None, "bab"), re.sub("b", lambda m: re.sub(".", "[" + m[0] + "]", "xy"), "abc"))
# expect: bb a[b][b]c
def stop(m):
    raise LookupError(m.start())
try:
    re.sub("b", stop, "aab")
except LookupError as e:
    print("stopped at", e)  # expect: stopped at 2
---
# subn counts, count limits
import re
print(re.subn("a", "b", "banana"), re.subn("x", "y", "abc"), re.subn("a", "b", "banana", count=2), re.subn("", "-", "ab"))
# expect: ('bbnbnb', 3) ('abc', 0) ('bbnbna', 2) ('-a-b-', 3)
print(re.sub("a", "b", "aaa", count=0), re.sub("a", "b", "aaa", count=-1), re.subn("a", "b", "aaa", count=100), re.subn("(?i)A", r"\g<0>!", "aA", count=1))
# expect: bbb aaa ('bbb', 3) ('a!A', 1)
print(re.compile("🙂").subn(":)", "🙂x🙂"), re.subn("a*", "-", "baac"), re.compile("a").subn("b", "aa", 1), re.sub("", "-", "abc", count=2))
# expect: (':)x:)', 2) ('-b--c-', 4) ('ba', 1) -a-bc
text = "abc"
print(re.sub("x", "y", text) is text, re.subn("x", "y", text)[0] is text, re.sub("x", lambda m: "y", text))
# expect: True True abc
---
# escape makes a pattern of a text
import re
print(re.escape("1+1=2?"), re.escape("a.b*c"), re.escape("hello_world 42"), re.escape(""), re.escape("[x]{2}(y)|z^$\\"))
# expect: 1\+1=2\? a\.b\*c hello_world\ 42  \[x\]\{2\}\(y\)\|z\^\$\\
print(re.escape("é🙂ß"), re.escape("!\"%',/:;<=>@`"), re.escape("#&-~"), re.escape("a b\tc\nd").split("\n"), re.escape("\0\x01") == "\0\x01")
# expect: é🙂ß !"%',/:;<=>@` \#\&\-\~ ['a\\ b\\\tc\\', 'd'] True
print(re.escape(b"a.b"), re.escape(b"\xff-\x00"), re.escape(bytearray(b"a+b")))
# expect: b'a\\.b' b'\xff\\-\x00' b'a\\+b'
for text in ("a.b", "(x)|[y]", "tab\tand\nline", "\\d+", "#!-~&", "🙂.*", " \v\f\r"):
    assert re.fullmatch(re.escape(text), text) and re.fullmatch(re.escape(text), text, re.X)
for bad in (5, None, ["a"]):
    try:
        print(re.escape(bad))
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError decoding to str: need a bytes-like object, int found
# expect: TypeError decoding to str: need a bytes-like object, NoneType found
# expect: TypeError decoding to str: need a bytes-like object, list found
---
# compile gives a pattern, and gives a pattern back as it is
import re
p = re.compile(r"(?P<k>\w+)=(?P<v>\w+)?", re.I)
print(re.compile(p) is p, re.compile(p, 0) is p, p.pattern, p.flags, p.groups, p.groupindex)
# expect: True True (?P<k>\w+)=(?P<v>\w+)? 34 2 {'k': 1, 'v': 2}
print(re.match(p, "a=b").groups(), re.sub(p, r"\g<v>=\g<k>", "a=b"), re.findall(p, "a=1 b="), re.split(re.compile(","), "a,b"))
# expect: ('a', 'b') b=a [('a', '1'), ('b', '')] ['a', 'b']
print(type(p), type(p) is re.Pattern, type(p.groupindex).__name__, p.groupindex["v"], dict(p.groupindex), list(p.groupindex))
# expect: <class 're.Pattern'> True mappingproxy 2 {'k': 1, 'v': 2} ['k', 'v']
print(re.compile("").pattern == "", re.compile(pattern="a", flags=re.S), re.compile("a").groups, re.compile("((a)(b))").groups)
# expect: True re.compile('a', re.DOTALL) 0 3
try:
    p.groupindex["k"] = 5
except TypeError as e:
    print(e)  # expect: 'mappingproxy' object does not support item assignment
for name in ("pattern", "flags", "groups", "groupindex"):
    try:
        setattr(p, name, 1)
    except AttributeError as e:
        print(e)
# expect: readonly attribute
# expect: readonly attribute
# expect: readonly attribute
# expect: attribute 'groupindex' of 're.Pattern' objects is not writable
print(re.purge(), re.compile("a").search("ba").start())  # expect: None 1
try:
    re.Pattern("a")
except TypeError as e:
    print(e)  # expect: cannot create 're.Pattern' instances
---
# patterns are equal when their text and flags are, and can be keys
import re, copy
a, b = re.compile("x+", re.I), re.compile("x+", re.I)
re.purge()
c = re.compile("x+", re.I)
print(a == b, a == c, hash(a) == hash(c), a == re.compile("x+"), a != c, re.compile("a") == re.compile(b"a"), a == "x+", re.compile("(?i)x") == re.compile("x", re.I))
# expect: True True True False False False False False
table = {re.compile(r"\d+"): "number", re.compile(r"\w+"): "word"}
print([next((kind for pattern, kind in table.items() if pattern.fullmatch(text)), "?") for text in ("12", "a1", "🙂")])
# expect: ['number', 'word', '?']
print(table[re.compile(r"\d+")], len({re.compile("a"), re.compile("a"), re.compile("b")}), re.compile(r"\w+") in table)
# expect: number 2 True
print(copy.copy(a) is a, copy.deepcopy(a) is a, copy.deepcopy([a])[0] is a, bool(re.compile("")), hasattr(a, "__dict__"))
# expect: True True True True False
for compare in (lambda: a < c, lambda: a >= c):
    try:
        compare()
    except TypeError as e:
        print(e)
# expect: '<' not supported between instances of 're.Pattern' and 're.Pattern'
# expect: '>=' not supported between instances of 're.Pattern' and 're.Pattern'
---
# a pattern prints as one would write it, a long one is cut
import re
for p in (re.compile("a"), re.compile(r"\d+\s*"), re.compile("it's"), re.compile('"'), re.compile("""'"'"""), re.compile("é🙂"), re.compile("\n"), re.compile(b"a\xff"), re.compile("", re.M)):
    print(p)
# expect: re.compile('a')
# expect: re.compile('\\d+\\s*')
# expect: re.compile("it's")
# expect: re.compile('"')
# expect: re.compile('\'"\'')
# expect: re.compile('é🙂')
# expect: re.compile('\n')
# expect: re.compile(b'a\xff')
# expect: re.compile('', re.MULTILINE)
print(re.compile("a", re.I | re.X), re.compile(b"a", re.I | re.L), re.compile("a", re.A), re.compile("a", re.U | re.S))
# expect: re.compile('a', re.IGNORECASE|re.VERBOSE) re.compile(b'a', re.IGNORECASE|re.LOCALE) re.compile('a', re.ASCII) re.compile('a', re.DOTALL)
print(re.compile("x" * 198))
# expect: re.compile('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')
print(re.compile("x" * 199))
# expect: re.compile('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)
print(repr(re.compile("x" * 500)) == "re.compile('" + "x" * 199 + ")", len(repr(re.compile("🙂" * 500))), repr(re.compile("y" * 300, re.I))[-18:])
# expect: True 212 yy, re.IGNORECASE)
print(str(re.compile("a")), f"{re.compile('a')}", "%s" % re.compile("a"), [re.compile("a", re.DOTALL)])
# expect: re.compile('a') re.compile('a') re.compile('a') [re.compile('a', re.DOTALL)]
---
# pos and endpos narrow the search; ^ still stands at the true start, \A and lookbehind see before pos
import re
text = "one two 🙂 two"
print(re.compile("two").search(text, 5).span(), re.compile("two").search(text, 0, 6), re.compile("o").findall(text, 1, 7), re.compile("two").match(text, 4).span())
# expect: (10, 13) None ['o'] (4, 7)
print(re.compile("^t").search(text, 4), re.compile("^t").match(text, 4), re.compile(r"\At").match(text, 4), re.compile("(?m)^b").match("a\nb", 2).span())
# expect: None None None (2, 3)
print(re.compile("o$").search(text, 0, 7).span(), re.compile(r"two\Z").search(text, 0, 7).span(), re.compile(r"w\b").search(text, 0, 6).span(), re.compile("(?m)e$").search("e\ne", 0, 1).span())
# expect: (6, 7) (4, 7) (5, 6) (0, 1)
print(re.compile(r"\bwo").search(text, 5), re.compile(r"\Bwo").search(text, 5).span(), re.compile("(?<=t)w").search(text, 5).span(), re.compile("(?<!t)w").search(text, 5), re.compile("(?=two)").search(text, 0, 6))
# expect: None (5, 7) (5, 6) None None
print(re.compile("").match("abc", 2).span(), re.compile("").match("abc", 5).span(), re.compile("").search("abc", 2, 1), re.compile("").match("abc", -3).span(), re.compile("a").match("aaa", 0, -1))
# expect: (2, 2) (3, 3) None (0, 0) None
print(re.compile("t.o").fullmatch(text, 4, 7).span(), re.compile("t.").fullmatch(text, 4, 7), re.compile("🙂").search(text, 8).span(), re.compile("$").search("ab\n", 0, 2).span(), re.compile("b").search("abc", pos=1).pos)
# expect: (4, 7) None (8, 9) (2, 2) 1
print([m.span() for m in re.compile(".").finditer("🙂é🙂", 1, 2)], re.compile("x*").findall("axx", 1, 2), re.compile("a").search("a", 2 ** 60), re.compile("a").match("ba", True).span())
# expect: [(1, 2)] ['x', ''] None (1, 2)
for wrong in (lambda: re.compile("a").match("a", "0"), lambda: re.compile("a").match("a", 1.0), lambda: re.compile("a").match("a", None), lambda: re.compile("a").match(), lambda: re.compile("a").search("a", 2 ** 70)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: TypeError match() missing required argument 'string' (pos 1)
# expect: OverflowError Python int too large to convert to C ssize_t
---
# flags, count and maxsplit by position are out of fashion
import re, warnings
for call in (lambda: re.sub("a", "b", "AAA", 1), lambda: re.subn("a", "b", "AaA", 2, re.I), lambda: re.split(",", "a,b,c", 1), lambda: re.split("x", "aXb", 0, re.I)):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        print(call(), [(w.category.__name__, str(w.message)) for w in seen])
# expect: AAA [('DeprecationWarning', "'count' is passed as positional argument")]
# expect: ('bbA', 2) [('DeprecationWarning', "'count' is passed as positional argument")]
# expect: ['a', 'b,c'] [('DeprecationWarning', "'maxsplit' is passed as positional argument")]
# expect: ['a', 'b'] [('DeprecationWarning', "'maxsplit' is passed as positional argument")]
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    re.findall("a", "A", re.I), re.search("a", "A", re.I), re.compile("a").sub("b", "a", 1), re.compile("a").split("a", 1)
print(len(seen))  # expect: 0
for wrong in (lambda: re.sub("a", "b", "a", 1, count=1), lambda: re.sub("a", "b", "a", 1, 2, 3), lambda: re.sub("a", "b", "a", 0, 0, flags=2), lambda: re.split("a", "a", 1, maxsplit=2), lambda: re.subn("a", "b"), lambda: re.split("a", "b", 1, 2, 3)):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            print(wrong())
    except TypeError as e:
        print(e)
# expect: sub() got multiple values for argument 'count'
# expect: sub() takes from 3 to 5 positional arguments but 6 were given
# expect: sub() got multiple values for argument 'flags'
# expect: split() got multiple values for argument 'maxsplit'
# expect: subn() missing 1 required positional argument: 'string'
# expect: split() takes from 2 to 4 positional arguments but 5 were given
---
# scanner walks along the text, one match a step
import re
scan = re.compile(r"\s*(?:(\d+)|(\w+))").scanner("12 ab 🙂 3")
while m := scan.match():
    print(m.groups(), m.span(), m.lastindex)
# expect: ('12', None) (0, 2) 1
# expect: (None, 'ab') (2, 5) 2
print(scan.match(), scan.pattern.groups)  # expect: None 2
scan = re.compile("a*").scanner("baab", 1)
print([scan.search().span(), scan.search().span(), scan.search().span()], scan.search())
# expect: [(1, 3), (3, 3), (4, 4)] None
scan = re.compile("a").scanner("abaa", 0, 3)
print(scan.search(), scan.search(), scan.search(), type(scan).__name__)
# expect: <re.Match object; span=(0, 1), match='a'> <re.Match object; span=(2, 3), match='a'> None SRE_Scanner
scan = re.compile("a|b").scanner("abc")
print([m.group() for m in iter(scan.match, None)])  # expect: ['a', 'b']
---
# generic aliases, and the names of the module
import re
print(re.Pattern[str], re.Match[bytes], re.Pattern[str].__origin__ is re.Pattern, re.Match[str].__args__)
# expect: re.Pattern[str] re.Match[bytes] True (<class 'str'>,)
def first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return pattern.search(text)
print(first(re.compile("b"), "abc"), first.__annotations__)
# expect: <re.Match object; span=(1, 2), match='b'> {'pattern': re.Pattern[str], 'text': <class 'str'>, 'return': re.Match[str] | None}
print(re.error is re.PatternError, re.error.__name__, issubclass(re.error, Exception), issubclass(re.error, ValueError))
# expect: True PatternError True False
print([name for name in ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "Scanner") if not callable(getattr(re, name))])
# expect: []
print(sorted(re.__all__))
# expect: ['A', 'ASCII', 'DOTALL', 'I', 'IGNORECASE', 'L', 'LOCALE', 'M', 'MULTILINE', 'Match', 'NOFLAG', 'Pattern', 'PatternError', 'RegexFlag', 'S', 'U', 'UNICODE', 'VERBOSE', 'X', 'compile', 'error', 'escape', 'findall', 'finditer', 'fullmatch', 'match', 'purge', 'search', 'split', 'sub', 'subn']
try:
    isinstance(re.compile("a"), re.Pattern[str])
except TypeError as e:
    print(e)  # expect: isinstance() argument 2 cannot be a parameterized generic
---
# matches in match statements, conditions and comprehensions
import re
def answer(line):
    match re.split(r"\s+", line.strip()):
        case ["add", a, b] if re.fullmatch(r"\d+", a) and re.fullmatch(r"\d+", b):
            return int(a) + int(b)
        case ["say", *words]:
            return " ".join(words).upper()
        case _:
            return None
print(answer("add 2  40"), answer(" say hi 🙂 "), answer("add x 1"))  # expect: 42 HI 🙂 None
def kind(value):
    match value:
        case re.Pattern(pattern=text, groups=n):
            return f"a pattern {text!r} of {n}"
        case re.Match(string=text, lastgroup=name):
            return f"a match in {text!r}, {name}"
print(kind(re.compile("(a)b")), kind(re.search("(?P<it>b)", "abc")), kind(5))
# expect: a pattern '(a)b' of 1 a match in 'abc', it None
if (m := re.match(r"(\w+):\s*(.*)", "Host: example")) and m[1].lower() == "host":
    print(m[2])  # expect: example
print([m[1] for line in ("a=1", "b", "c=3") if (m := re.match(r"(\w)=", line))], any(map(re.compile("z").search, ("xyz", "abc"))), list(filter(re.compile(r"^\d").match, ("1a", "b2"))))
# expect: ['a', 'c'] True ['1a']
---
# typing has aliases of patterns and matches
import re, typing
print(typing.Pattern, typing.Pattern[str], typing.Match[bytes], typing.get_origin(typing.Match[str]), typing.get_args(typing.Pattern[bytes]))
# expect: typing.Pattern typing.Pattern[str] typing.Match[bytes] <class 're.Match'> (<class 'bytes'>,)
print(isinstance(re.compile("a"), typing.Pattern), isinstance(re.match("a", "a"), typing.Match), "Pattern" in typing.__all__)
# expect: True True True
def words(text: str, pattern: typing.Pattern[str]) -> list[typing.Match[str]]:
    return list(pattern.finditer(text))
print(typing.get_type_hints(words)["pattern"], [match.group() for match in words("one two", re.compile(r"\w+"))])
# expect: typing.Pattern[str] ['one', 'two']
