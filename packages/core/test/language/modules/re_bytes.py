# patterns of bytes look into bytes, and see ASCII alone
import re
data = b"name=Zo\xc3\xab;id=42\x00\xff"
print(re.search(rb"id=(\d+)", data).group(1), re.findall(rb"\w+", data), re.split(b";", data))
# expect: b'42' [b'name', b'Zo', b'id', b'42'] [b'name=Zo\xc3\xab', b'id=42\x00\xff']
print(re.search(b"\xff", data).span(), re.findall(b"[\x80-\xff]", data), re.findall(rb"\x00|\xff|\377", data), re.search(rb"[^\x00-\x7f]+", data).group())
# expect: (16, 17) [b'\xc3', b'\xab', b'\xff'] [b'\x00', b'\xff'] b'\xc3\xab'
print(re.findall(b".", b"\n\xe9\x00"), re.findall(b"(?s).", b"\n\xe9"), re.findall(rb"\s", b" \t\n\r\f\v\x1c\x85\xa0"), re.findall(rb"\W", b"a\xe9_-"))
# expect: [b'\xe9', b'\x00'] [b'\n', b'\xe9'] [b' ', b'\t', b'\n', b'\r', b'\x0c', b'\x0b'] [b'\xe9', b'-']
print(re.findall(b"A", b"aA\xe0\xc0", re.I), re.findall(b"\xe0", b"\xe0\xc0", re.I), re.findall(b"[a-c]", b"ABCD", re.I), re.findall(b"[\xe0-\xe5]", b"\xc0\xe1", re.I))
# expect: [b'a', b'A'] [b'\xe0'] [b'A', b'B', b'C'] [b'\xe1']
print(re.sub(rb"(\w+)=(\w+)", rb"\2=\1", b"a=1 b=2"), re.sub(b"a", lambda m: m[0].upper() + b"!", b"banana"), re.subn(b"", b"-", b"ab"))
# expect: b'1=a 2=b' b'bA!nA!nA!' (b'-a-b-', 3)
print(re.compile(b"a").flags, re.compile(b"(?P<x>a)").groupindex, re.match(b"(?P<x>a)", b"a").groupdict(), re.match(b"(?P<x>a)(b)?", b"a").group("x", 2))
# expect: 0 {'x': 1} {'x': b'a'} (b'a', None)
print(re.escape(b"[1.5]\n\xe9"), re.match(b"a", b"abc"), re.compile(b"it's\x00"), re.findall(rb"\bb", b"b \xe9b"), re.findall(b"(a)|(b)", b"ab"))
# expect: b'\\[1\\.5\\]\\\n\xe9' <re.Match object; span=(0, 1), match=b'a'> re.compile(b"it's\x00") [b'b', b'b'] [(b'a', b''), (b'', b'b')]
---
# bytearrays and memoryviews are looked into as bytes; groups are of the kind a slice is
import re
for kind in (bytes, bytearray, memoryview):
    subject = kind(b"one two three")
    m = re.search(b"(t\\w+) (t\\w+)", subject)
    print(type(subject).__name__, m.group(1), m.groups(), m.span(), type(m.string).__name__, m.string is subject)
    print(re.findall(b"o", subject), re.split(b" ", subject), re.sub(b"o", b"0", subject), m.expand(rb"\2-\1"))
# expect: bytes b'two' (b'two', b'three') (4, 13) bytes True
# expect: [b'o', b'o'] [b'one', b'two', b'three'] b'0ne tw0 three' b'three-two'
# expect: bytearray b'two' (b'two', b'three') (4, 13) bytearray True
# expect: [b'o', b'o'] [b'one', b'two', b'three'] b'0ne tw0 three' b'three-two'
# expect: memoryview b'two' (b'two', b'three') (4, 13) memoryview True
# expect: [b'o', b'o'] [b'one', b'two', b'three'] b'0ne tw0 three' b'three-two'
try:
    re.compile(bytearray(b"a+"))
except TypeError as e:
    print("a pattern must be bytes:", e)  # expect: a pattern must be bytes: unhashable type: 'bytearray'
print(re.match(b"a", memoryview(b"xaz")[1:]).span(), re.findall(b"a", memoryview(b"abab")[1:]), re.search(b"b", bytearray()), re.match(b"", memoryview(b"")))
# expect: (0, 1) [b'a'] None <re.Match object; span=(0, 0), match=b''>
print(re.sub(b"x", b"y", bytearray(b"abc")), re.sub(b"a", bytearray(b"-"), b"abc"), re.sub(b"a", lambda m: bytearray(b"_"), b"abc"), re.sub(b"a", memoryview(b"z"), b"abc"))
# expect: b'abc' b'-bc' b'_bc' b'zbc'
---
# text and bytes do not mix
import re
for wrong in (lambda: re.match(b"a", "a"), lambda: re.search("a", b"a"), lambda: re.findall("a", bytearray(b"a")), lambda: re.split(b"a", "a"),
              lambda: re.sub("a", b"b", "a"), lambda: re.sub(b"a", "b", b"a"), lambda: re.sub(b"a", b"b", "a"), lambda: re.sub(b"a", lambda m: "b", b"aa"),
              lambda: re.sub("a", "b", b"a"), lambda: re.compile("a").scanner(b"a"), lambda: re.finditer(b"a", "a"), lambda: re.match("a", 5),
              lambda: re.match(b"a", None), lambda: re.match("a", ["a"]), lambda: re.fullmatch(b"a", [97]), lambda: re.match("(a)", "a").expand(b"\\1"),
              lambda: re.match(b"(a)", b"a").expand("\\1"), lambda: re.sub("a", 5, "a"), lambda: re.sub("x", b"b", "a"), lambda: re.sub("a", None, "a")):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError cannot use a bytes pattern on a string-like object
# expect: TypeError cannot use a string pattern on a bytes-like object
# expect: TypeError cannot use a string pattern on a bytes-like object
# expect: TypeError cannot use a bytes pattern on a string-like object
# expect: TypeError sequence item 0: expected str instance, bytes found
# expect: TypeError sequence item 0: expected a bytes-like object, str found
# expect: TypeError cannot use a bytes pattern on a string-like object
# expect: TypeError sequence item 0: expected a bytes-like object, str found
# expect: TypeError cannot use a string pattern on a bytes-like object
# expect: TypeError cannot use a string pattern on a bytes-like object
# expect: TypeError cannot use a bytes pattern on a string-like object
# expect: TypeError expected string or bytes-like object, got 'int'
# expect: TypeError expected string or bytes-like object, got 'NoneType'
# expect: TypeError expected string or bytes-like object, got 'list'
# expect: TypeError expected string or bytes-like object, got 'list'
# expect: TypeError sequence item 1: expected a bytes-like object, str found
# expect: TypeError sequence item 1: expected str instance, bytes found
# expect: TypeError decoding to str: need a bytes-like object, int found
# expect: a
# expect: TypeError decoding to str: need a bytes-like object, NoneType found
---
# templates of bytes
import re
print(re.sub(b"(a)(b)", rb"\2\1\g<0>\g<1>", b"ab"), re.sub(b"(?P<x>a)", rb"<\g<x>>", b"aa"), re.sub(b"a", rb"\n\t\\\101", b"a"), re.sub(b"a", rb"\377\0", b"a"))
# expect: b'baaba' b'<a><a>' b'\n\t\\A' b'\xff\x00'
print(re.sub(b"a", b"\xff", b"a\xfe"), re.sub(b"(\xe9)", rb"\1\1", b"\xe9"), re.sub(b"a", b"", b"aba"), re.sub(b"(a)|b", rb"[\1]", b"ab"))
# expect: b'\xff\xfe' b'\xe9\xe9' b'b' b'[a][]'
for template in (rb"\2", rb"\g<y>", rb"\g<x", rb"\q", b"\\", rb"\400", b"\\g<\xe9>", b"\\\xe9"):
    try:
        print(re.sub(b"(?P<x>a)", template, b"a"))
    except Exception as e:
        print(type(e).__name__, e)
# expect: PatternError invalid group reference 2 at position 1
# expect: IndexError unknown group name 'y'
# expect: PatternError missing >, unterminated name at position 3
# expect: PatternError bad escape \q at position 0
# expect: PatternError bad escape (end of pattern) at position 0
# expect: PatternError octal escape value \400 outside of range 0-0o377 at position 0
# expect: PatternError bad character in group name '\xe9' at position 3
# expect: b'\\\xe9'
---
# what bytes patterns do not know
import re
for pattern in (rb"\u0041", rb"\U00000041", rb"\N{BULLET}", b"(?u)a", b"(?P<\xe9>a)", b"(?P=\xe9)", b"(a)(?(\xe9)b)", b"[\xff-\x00]", b"\xe9**", b"(?\xe9)", b"(?P<x y>a)", b"[\\\xe9]"):
    try:
        print(re.compile(pattern))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))
# expect: PatternError 'bad escape \\u at position 0'
# expect: PatternError 'bad escape \\U at position 0'
# expect: PatternError 'bad escape \\N at position 0'
# expect: PatternError "bad inline flags: cannot use 'u' flag with a bytes pattern at position 3"
# expect: PatternError "bad character in group name '\\xe9' at position 4"
# expect: PatternError "bad character in group name '\\xe9' at position 4"
# expect: PatternError "bad character in group name '\\xe9' at position 6"
# expect: PatternError 'bad character range \\xff-\x00 at position 1'
# expect: PatternError 'multiple repeat at position 2'
# expect: PatternError 'unknown extension ?\\xe9 at position 1'
# expect: PatternError "bad character in group name 'x y' at position 4"
# expect: re.compile(b'[\\\xe9]')
print(re.compile(b"(?L)a", re.I).flags, re.compile(b"(?a)a").flags, re.compile(b"(?L:a)b(?-i:c)").flags, re.findall(b"(?i:a)b", b"Ab AB"))
# expect: 6 256 0 [b'Ab']
---
# reading a binary header
import re
header = re.compile(rb"\x89(?P<magic>[A-Z]{3})\r\n\x1a(?P<size>.{4})(?P<flags>[\x00-\x07])", re.S)
blob = b"junk\x89ZIP\r\n\x1a\x00\x01\x11\x70\x05rest"
m = header.search(blob)
print(m["magic"].decode(), int.from_bytes(m["size"], "big"), m["flags"][0], m.span(), blob[m.end():])
# expect: ZIP 70000 5 (4, 16) b'rest'
lines = re.split(rb"\r?\n", b"GET / HTTP/1.1\r\nHost: x\nAccept: */*\r\n")
print(lines, [m.groups() for line in lines if (m := re.match(rb"([\w-]+):\s*(.*)", line))])
# expect: [b'GET / HTTP/1.1', b'Host: x', b'Accept: */*', b''] [(b'Host', b'x'), (b'Accept', b'*/*')]
print(re.sub(rb"[^\x20-\x7e]", lambda m: b"\\x%02x" % m[0][0], b"a\x00b\xffc\n"), re.findall(rb"(?<=\x00)..", b"\x00ab\x00cd"))
# expect: b'a\\x00b\\xffc\\x0a' [b'ab', b'cd']
