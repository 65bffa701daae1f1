# indexing and slicing by code point
s = "héllo→😀x"
print(len(s), s[1], s[-2], s[5], s[6], s[-1], s[::-1], s[2:5], s[5:], s[:-2], s[::2], s[10:], s[3:1], s[-3:-1])
# expect: 8 é 😀 → 😀 x x😀→olléh llo →😀x héllo→ hlo😀   →😀
print([c for c in "a😀b"], "😀😀"[1:], len("😀" * 3), "e\u0301", len("e\u0301"))
# expect: ['a', '😀', 'b'] 😀 3 é 2
---
# case methods
s = "hello World ß ÉCLAIR ǆ"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep="|")
# expect: HELLO WORLD SS ÉCLAIR Ǆ|hello world ß éclair ǆ|Hello World Ss Éclair ǅ|Hello world ß éclair ǆ|HELLO wORLD SS éclair Ǆ|hello world ss éclair ǆ
print("ß".upper(), "İ".lower() == "i̇", "ΑΣ".lower(), "ﬁ".upper(), "they're bill's".title(), "x1y".title(), "ŉ".upper() == "ʼN")
# expect: SS True ας FI They'Re Bill'S X1Y True
---
# find and index
s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.find("z"), s.rfind("a"), s.rfind("a", 0, 5), s.find("bra", -4), s.find("", 3), s.find("", 99), s.rfind(""), s.find("a", 5, 6))
# expect: 0 3 -1 10 3 8 3 -1 11 5
print(s.index("c"), s.rindex("b"), s.count("a"), s.count("abra"), s.count(""), "aaaa".count("aa"), s.count("a", 1, -1))
# expect: 4 8 5 2 12 2 3
for f in (lambda: s.index("z"), lambda: s.rindex("z"), lambda: s.find(5), lambda: s.count(None)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError substring not found
# expect: ValueError substring not found
# expect: TypeError find() argument 1 must be str, not int
# expect: TypeError count() argument 1 must be str, not None
---
# startswith and endswith
s = "prefix-body.txt"
print(s.startswith("pre"), s.startswith(("x", "pre")), s.endswith(".txt"), s.endswith((".py", ".md")), s.startswith("body", 7), s.endswith("body", 0, 11))
# expect: True True True False True True
print(s.startswith(""), "".startswith(""), s.startswith("", 99), s.startswith(()), s.endswith("t", -1))
# expect: True True False False True
for a in (5, ["x"], (1,), None):
    try:
        s.startswith(a)
    except TypeError as e:
        print(e)
# expect: startswith first arg must be str or a tuple of str, not int
# expect: startswith first arg must be str or a tuple of str, not list
# expect: tuple for startswith must only contain str, not int
# expect: startswith first arg must be str or a tuple of str, not NoneType
---
# split
print("a b  c ".split(), "a b  c ".split(" "), "".split(), "".split(","), "a,b,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), " a  b ".split(None, 1))
# expect: ['a', 'b', 'c'] ['a', 'b', '', 'c', ''] [] [''] ['a', 'b', 'c'] ['a', 'b,c'] ['a,b', 'c'] ['a', 'b ']
print("aXXbXXc".split("XX"), "a b c".split(maxsplit=1), "a b c".rsplit(maxsplit=1), "a,b".split(",", 0), "\ta\n b\u2003c".split(), "x".split("x"), " a b ".rsplit(None, 1))
# expect: ['a', 'b', 'c'] ['a', 'b c'] ['a b', 'c'] ['a,b'] ['a', 'b', 'c'] ['', ''] [' a', 'b']
for f in (lambda: "a".split(""), lambda: "a".split(5), lambda: "a".rsplit("")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError empty separator
# expect: TypeError must be str or None, not int
# expect: ValueError empty separator
---
# splitlines and partition
print("a\nb\r\nc\rd".splitlines(), "a\nb\n".splitlines(), "a\n\nb".splitlines(True), "".splitlines(), "\n".splitlines(), "a\x0bb\x0cc\x1cd\u2028e\x85f".splitlines())
# expect: ['a', 'b', 'c', 'd'] ['a', 'b'] ['a\n', '\n', 'b'] [] [''] ['a', 'b', 'c', 'd', 'e', 'f']
print("k=v=w".partition("="), "k=v=w".rpartition("="), "none".partition("="), "none".rpartition("="), "abc".partition("c"))
# expect: ('k', '=', 'v=w') ('k=v', '=', 'w') ('none', '', '') ('', '', 'none') ('ab', 'c', '')
try:
    "a".partition("")
except ValueError as e:
    print(e)  # expect: empty separator
---
# strip and friends
print(repr("  x ".strip()), repr("  x ".lstrip()), repr("  x ".rstrip()), "xxhixx".strip("x"), "abcba".strip("ab"), "hello".rstrip("lo"), "aaa".strip("a") == "")
# expect: 'x' 'x ' '  x' hi c he True
print(repr("\t\n x\u00a0\u2003".strip()), "prefix_x".removeprefix("prefix_"), "x.txt".removesuffix(".txt"), "abc".removeprefix("z"), "aa".removesuffix("a"), "x".strip(None))
# expect: 'x' x x abc a x
try:
    "a".strip(5)
except TypeError as e:
    print(e)  # expect: strip arg must be None or str
---
# replace
print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "a.b".replace(".", ""), "aaa".replace("aa", "b"), "x".replace("y", "z"))
# expect: bbb bba -a-b-c- -a-bc x ab ba x
print("aaa".replace("a", "b", count=1), "aaa".replace("a", "b", -1), "aaa".replace("a", "b", 0), "日本".replace("本", "x"))
# expect: baa bbb aaa 日x
try:
    "a".replace("a", 5)
except TypeError as e:
    print(e)  # expect: replace() argument 2 must be str, not int
---
# join
print(",".join(["a", "b"]), "".join("xyz"), "-".join(()), "-".join(["one"]), ", ".join(str(i) for i in range(3)), "|".join({"k": 1, "l": 2}))
# expect: a,b xyz  one 0, 1, 2 k|l
for x in (["a", 1], [None], 5, [b"x"]):
    try:
        ",".join(x)
    except TypeError as e:
        print(e)
# expect: sequence item 1: expected str instance, int found
# expect: sequence item 0: expected str instance, NoneType found
# expect: can only join an iterable
# expect: sequence item 0: expected str instance, bytes found
---
# alignment
print("ab".ljust(5, "."), "ab".rjust(5), "ab".center(5, "*"), "ab".center(6, "*"), "abc".center(6, "*"), "abcdef".ljust(3), "7".zfill(3), "-7".zfill(4), "+7".zfill(4), "".zfill(2), "--1".zfill(5))
# expect: ab...    ab **ab* **ab** *abc** abcdef 007 -007 +007 00 -00-1
try:
    "a".ljust(5, "xy")
except TypeError as e:
    print(e)  # expect: The fill character must be exactly one character long
---
# character classes
tests = ["abc", "ABC", "Abc", "abc1", "123", "½", "²", "", " ", "\t\n", "a b", "é", "_x", "1a", "x-y", "٣", "Ǆ", "一"]
for m in ("isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii"):
    print(m, "".join("1" if getattr(t, m)() else "0" for t in tests))
# expect: isalpha 111000000001000011
# expect: isdigit 000010100000000100
# expect: isdecimal 000010000000000100
# expect: isnumeric 000011100000000101
# expect: isalnum 111111100001010111
# expect: isspace 000000001100000000
# expect: isupper 010000000000000010
# expect: islower 100100000011111000
# expect: istitle 001000000000000010
# expect: isidentifier 111100000001100011
# expect: isprintable 111111111011111111
# expect: isascii 111110011110111000
---
# repr chooses quotes and escapes
for s in ("plain", "it's", 'say "hi"', 'both \' and "', "tab\t nl\n cr\r", "\x00\x1b\x7f\x80\xa0\xad", "é→😀", "\u200b\u2028\ud800", "back\\slash", "\U0001f600\U000e0001"):
    print(repr(s), ascii(s))
# expect: 'plain' 'plain'
# expect: "it's" "it's"
# expect: 'say "hi"' 'say "hi"'
# expect: 'both \' and "' 'both \' and "'
# expect: 'tab\t nl\n cr\r' 'tab\t nl\n cr\r'
# expect: '\x00\x1b\x7f\x80\xa0\xad' '\x00\x1b\x7f\x80\xa0\xad'
# expect: 'é→😀' '\xe9\u2192\U0001f600'
# expect: '\u200b\u2028\ud800' '\u200b\u2028\ud800'
# expect: 'back\\slash' 'back\\slash'
# expect: '😀\U000e0001' '\U0001f600\U000e0001'
---
# comparison and ordering by code point
print("a" < "b", "B" < "a", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "\uffff" < "\U00010000", "😀" > "\uffee", "a" == "a", "a" != "b")
# expect: True True True True True True True True True True
print(sorted(["b", "A", "a", "B", "é", "😀", "\uff5e", ""]), max("hello"), min("hello"), sorted("hello", reverse=True))
# expect: ['', 'A', 'B', 'a', 'b', 'é', '～', '😀'] o e ['o', 'l', 'l', 'h', 'e']
---
# repetition and concatenation
print("ab" * 3, 3 * "ab", "x" * 0, "x" * -5, "a" + "b" "c", "-" * 10, "ab" * True)
# expect: ababab ababab   abc ---------- ab
s = "a"
s += "b"
s *= 2
print(s)  # expect: abab
---
# containment
print("a" in "abc", "bc" in "abc", "ac" in "abc", "" in "", "😀" in "x😀", "abc" not in "ab")
# expect: True True False True True True
for x in (5, None, b"a", ["a"]):
    try:
        x in "abc"
    except TypeError as e:
        print(e)
# expect: 'in <string>' requires string as left operand, not int
# expect: 'in <string>' requires string as left operand, not NoneType
# expect: 'in <string>' requires string as left operand, not bytes
# expect: 'in <string>' requires string as left operand, not list
---
# translate and maketrans
t = str.maketrans("abc", "xyz", "d")
print("abcd".translate(t), t)  # expect: xyz {97: 120, 98: 121, 99: 122, 100: None}
print("abc".translate({97: "A", 98: None, 99: 0x43}), "hello".translate(str.maketrans({"l": "L", "o": "00"})), str.maketrans({"a": 1, 98: "b"}))
# expect: AC heLL00 {97: 1, 98: 'b'}
class T:
    def __getitem__(self, k):
        if k == 97: raise LookupError
        return chr(k + 1)
print("abc".translate(T()))  # expect: acd
for args in (("ab", "x"), ("ab",), (5,), ({"ab": 1},)):
    try:
        str.maketrans(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: ValueError the first two maketrans arguments must have equal length
# expect: TypeError if you give only one argument to maketrans it must be a dict
# expect: TypeError if you give only one argument to maketrans it must be a dict
# expect: ValueError string keys in translate table must be of length 1
---
# expandtabs
print(repr("a\tb".expandtabs()), repr("a\tbc\td".expandtabs(4)), repr("\t".expandtabs(0)), repr("ab\n\tc".expandtabs(3)), repr("12345678\tx".expandtabs()))
# expect: 'a       b' 'a   bc  d' '' 'ab\n   c' '12345678        x'
---
# encode and decode
print("aé→😀".encode(), "é".encode("latin-1"), "abc".encode("ascii"), "é".encode("utf-16-le"), "a".encode("utf-32-be"), "é".encode("ascii", "ignore"), "é→".encode("ascii", "replace"))
# expect: b'a\xc3\xa9\xe2\x86\x92\xf0\x9f\x98\x80' b'\xe9' b'abc' b'\xe9\x00' b'\x00\x00\x00a' b'' b'??'
print("é→".encode("ascii", "backslashreplace"), "é".encode("ascii", "xmlcharrefreplace"), "\udc80".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"))
# expect: b'\\xe9\\u2192' b'&#233;' b'\x80' b'\xed\xa0\x80'
print(b"\xc3\xa9".decode(), b"\xe9".decode("latin-1"), repr(b"a\xff".decode("utf-8", "replace")), repr(b"a\xff".decode("utf-8", "surrogateescape")), b"a\xffb".decode("utf-8", errors="ignore"), b"\xff".decode("ascii", "backslashreplace"))
# expect: é é 'a�' 'a\udcff' ab \xff
for f in (lambda: "x".encode("nope"), lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: b"\xc3".decode(), lambda: "\ud800".encode(), lambda: b"\xe2\x28\xa1".decode(), lambda: "é".encode("ascii", "nope")):
    try:
        f()
    except (LookupError, UnicodeError) as e:
        print(type(e).__name__, e)
# expect: LookupError unknown encoding: nope
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data
# expect: UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte
# expect: LookupError unknown error handler name 'nope'
---
# str constructor
print(str(), str(5), str(None), str("x"), str([1, "a"]), str(b"x"), str(b"\xc3\xa9", "utf-8"), str(b"ab", encoding="ascii"), str(object=1), str(b"\xff", "ascii", "replace") == "\ufffd")
# expect:  5 None x [1, 'a'] b'x' é ab 1 True
for args in (("x", "utf-8"), (5, "utf-8")):
    try:
        str(*args)
    except TypeError as e:
        print(e)
# expect: decoding str is not supported
# expect: decoding to str: need a bytes-like object, int found
---
# ord and chr
print(ord("a"), ord("é"), ord("😀"), chr(97), chr(0x1F600), chr(0) == "\0", [ord(c) for c in "aé😀"], chr(0x10ffff) == "\U0010ffff", chr(0xd800) == "\ud800")
# expect: 97 233 128512 a 😀 True [97, 233, 128512] True True
---
# string methods on subclasses give str
class S(str):
    def shout(self): return self.upper() + "!"
s = S("abc")
print(s.shout(), type(s.upper()).__name__, type(s + "x").__name__, type(s[:]).__name__, s == "abc", {"abc": 1}[s], len(s), type(str(s)).__name__, f"{s:>5}", isinstance(s, str))
# expect: ABC! str str str True 1 3 str   abc True
---
# strings are immutable sequences
s = "abc"
for code in ("s[0] = 'x'", "del s[0]", "s.append('d')", "s.x = 1"):
    try:
        exec(code)
    except (TypeError, AttributeError) as e:
        print(e)
# expect: 'str' object does not support item assignment
# expect: 'str' object doesn't support item deletion
# expect: 'str' object has no attribute 'append'
# expect: 'str' object has no attribute 'x' and no __dict__ for setting new attributes
print(tuple(s), list(enumerate(s)), dict(zip(s, range(3))), [*reversed(s)], hash(s) == hash("ab" + "c"))
# expect: ('a', 'b', 'c') [(0, 'a'), (1, 'b'), (2, 'c')] {'a': 0, 'b': 1, 'c': 2} ['c', 'b', 'a'] True
---
# a caesar cipher and palindromes
def caesar(s, k):
    out = []
    for c in s:
        if c.isalpha() and c.isascii():
            base = ord("a") if c.islower() else ord("A")
            out.append(chr((ord(c) - base + k) % 26 + base))
        else:
            out.append(c)
    return "".join(out)
print(caesar("Hello, World!", 3), caesar(caesar("Zebra", 5), -5))  # expect: Khoor, Zruog! Zebra
clean = lambda s: "".join(c.lower() for c in s if c.isalnum())
print([clean(s) == clean(s)[::-1] for s in ("A man, a plan, a canal: Panama", "nope", "")])
# expect: [True, False, True]
---
# building long strings
parts = []
for i in range(2000): parts.append(str(i % 10))
s = "".join(parts)
print(len(s), s[:12], s[1990:], s.count("7"), s.find("90123", 100))
# expect: 2000 012345678901 0123456789 200 109
t = ""
for i in range(1000): t += "ab"
print(len(t), t[-3:], t == "ab" * 1000)  # expect: 2000 bab True
---
# isidentifier, keywords and format of names
print([s.isidentifier() for s in ("a", "_", "1a", "a1", "a-b", "é", "class", "", "a b", "ª")])
# expect: [True, True, False, True, False, True, True, False, False, True]
---
# multi-line text handling
text = """  indented
    more
  back"""
lines = text.splitlines()
margin = min(len(l) - len(l.lstrip()) for l in lines)
print([l[margin:] for l in lines])  # expect: ['indented', '  more', 'back']
print(max(lines, key=len).strip(), [len(l) for l in lines])  # expect: indented [10, 8, 6]
---
# operators in place that texts do not have
for operator in ("-", "*", "/", "//", "**", "@", "&", "|", "^", "<<", ">>"):
    try:
        exec(f"word = 'a'; word {operator}= 'b'")
    except TypeError as e:
        print(e)
# expect: unsupported operand type(s) for -=: 'str' and 'str'
# expect: can't multiply sequence by non-int of type 'str'
# expect: unsupported operand type(s) for /=: 'str' and 'str'
# expect: unsupported operand type(s) for //=: 'str' and 'str'
# expect: unsupported operand type(s) for **=: 'str' and 'str'
# expect: unsupported operand type(s) for @=: 'str' and 'str'
# expect: unsupported operand type(s) for &=: 'str' and 'str'
# expect: unsupported operand type(s) for |=: 'str' and 'str'
# expect: unsupported operand type(s) for ^=: 'str' and 'str'
# expect: unsupported operand type(s) for <<=: 'str' and 'str'
# expect: unsupported operand type(s) for >>=: 'str' and 'str'
---
# parts replaced, counted and titled
print("hello world".replace("o", "0"), "aaaa".replace("aa", "b"), "a.b.c".replace(".", "$&"), "abc".replace("x", "y"), "abc".replace("b", ""))
# expect: hell0 w0rld bb a$&b$&c abc ac
print(("ab" * 150).replace("a", "x") == "xb" * 150, ("ab" * 150).replace("ab", "") == "", "\U0001f600a\U0001f600".replace("a", "\U0001f600"))
# expect: True True 😀😀😀
print("hello".count("l"), "aaaa".count("aa"), "aaaa".count("a", 1), "aaaa".count("a", 1, 3), "a\U0001f600a".count("a", 2), "abc".count(""))
# expect: 2 2 3 2 1 4
print("hello world's 2nd a-b_c".title(), "ÀÉ ß ﬁx".title(), "HELLO wORLD".title(), "".title(), "1a".title(), "\U0001f600abc".title())
# expect: Hello World'S 2Nd A-B_C Àé Ss Fix Hello World  1A 😀Abc
---
# startswith and endswith take as many parts as there are
class Path(str): pass
for text in "level.map", b"level.map", bytearray(b"level.map"):
    part = text[:0] + text[:1] * 2
    many = (bytes(part) if isinstance(part, bytearray) else part,) * 3000
    print(text.startswith(many), text.startswith(many + (text[:5],)), text.endswith((*many, text[-4:]), 5))
    print(text.endswith(many + (text[-4:],), 6), text.startswith(many + (text[5:],), 5, 7), text.startswith(()))
    for wrong in many + (3,), 3, [text]:
        try:
            text.endswith(wrong)
        except TypeError as error:
            print(error)
# expect: False True True
# expect: False False False
# expect: tuple for endswith must only contain str, not int
# expect: endswith first arg must be str or a tuple of str, not int
# expect: endswith first arg must be str or a tuple of str, not list
# expect: False True True
# expect: False False False
# expect: a bytes-like object is required, not 'int'
# expect: endswith first arg must be bytes or a tuple of bytes, not int
# expect: endswith first arg must be bytes or a tuple of bytes, not list
# expect: False True True
# expect: False False False
# expect: a bytes-like object is required, not 'int'
# expect: endswith first arg must be bytes or a tuple of bytes, not int
# expect: endswith first arg must be bytes or a tuple of bytes, not list
print(Path("a.b").endswith((Path(".c"), Path(".b"))))  # expect: True
