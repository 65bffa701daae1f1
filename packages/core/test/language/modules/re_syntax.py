# most characters stand for themselves, and `.` for any but the end of line
import re
print(re.search("cat", "concatenate").span(), re.search("dog", "concatenate"))  # expect: (3, 6) None
print(re.findall("a.c", "abc a-c a\nc ac aéc a🙂c"))  # expect: ['abc', 'a-c', 'aéc', 'a🙂c']
print(re.findall("(?s)a.c", "abc a\nc ac"))  # expect: ['abc', 'a\nc']
for special in r". ^ $ * + ? { } [ ] \ | ( )".split():
    print(special, re.findall(re.escape(special), r".^$*+?{}[]\|()"), end=" " if special != ")" else "\n")
# expect: . ['.'] ^ ['^'] $ ['$'] * ['*'] + ['+'] ? ['?'] { ['{'] } ['}'] [ ['['] ] [']'] \ ['\\'] | ['|'] ( ['('] ) [')']
print(re.search("", "anything"), re.findall("", "abc"))
# expect: <re.Match object; span=(0, 0), match=''> ['', '', '', '']
print(re.findall("naïve|🎈+", "naïve 🎈🎈 naive"))  # expect: ['naïve', '🎈🎈']
print(re.search("]}", "{[]}").span(), re.search("-", "a-b").span())  # expect: (2, 4) (1, 2)
---
# a set matches one character of those named
import re
print(re.findall("[aeiou]", "education"), re.findall("[^aeiou]", "education"))
# expect: ['e', 'u', 'a', 'i', 'o'] ['d', 'c', 't', 'n']
print(re.findall("[a-f0-3]+", "face 0123 4567 decade"))  # expect: ['face', '0123', 'decade']
print(re.findall("[A-Za-z_][A-Za-z0-9_]*", "x1 = _y2 + 3z"))  # expect: ['x1', '_y2', 'z']
print(re.findall("[^0-9 ]+", "ab 12 c3d"))  # expect: ['ab', 'c', 'd']
print(re.findall("[.*+?^$(){}|]", "a.b*c(d)^$|"))  # expect: ['.', '*', '(', ')', '^', '$', '|']
print(re.findall("[а-яё]+", "Привет, мир, ёлка"))  # expect: ['ривет', 'мир', 'ёлка']
print(re.findall("[😀-😎]", "😀 a 😂 😎 🙏"))  # expect: ['😀', '😂', '😎']
print(re.findall("[🍎🍌]+", "🍎🍌🍇🍎"), re.search("[^🍎]", "🍎🍎🍌").span())  # expect: ['🍎🍌', '🍎'] (2, 3)
print(re.findall("[x]", "xyx"), re.findall("[^x]", "xyx"), re.findall("[^\n]+", "one\ntwo"))
# expect: ['x', 'x'] ['y'] ['one', 'two']
---
# in a set, `]` may come first, `-` at either end, and `^` anywhere but first
import re
print(re.findall("[]x]", "[x]"), re.findall("[^]x]", "[x]y"))  # expect: ['x', ']'] ['[', 'y']
print(re.findall("[-a]", "a-b"), re.findall("[a-]", "a-b"), re.findall("[^-a]", "a-b"))
# expect: ['a', '-'] ['a', '-'] ['b']
print(re.findall("[a^]", "a^b"), re.findall("[\\^a]", "a^b"))  # expect: ['a', '^'] ['a', '^']
print(re.findall(r"[a\-z]", "a-mz"), re.findall(r"[\]\\]", r"[\]"))  # expect: ['a', '-', 'z'] ['\\', ']']
print(re.findall(r"[\w-]+", "well-known words"), re.findall(r"[+\-*/]", "1+2-3*4/5"))
# expect: ['well-known', 'words'] ['+', '-', '*', '/']
print(re.findall("[--/]", "+,-./0"), re.findall("[!--]", "!#-."))  # expect: ['-', '.', '/'] ['!', '#', '-']
print(re.findall("[a-c-e]", "abcde-"), re.findall("[()[{}]", "([{}])"))
# expect: ['a', 'b', 'c', 'e', '-'] ['(', '[', '{', '}', ')']
print(re.findall("[]]", "[]"), re.findall("[^]]+", "ab]cd"), re.findall("[]-a]+", "[\\]^_`ab"))
# expect: [']'] ['ab', 'cd'] [']^_`a']
---
# class escapes stand alone and in sets
import re
text = "Room 42b, 3rd_floor\t(é ü)!"
print(re.findall(r"\d", text), re.findall(r"\D+", text))
# expect: ['4', '2', '3'] ['Room ', 'b, ', 'rd_floor\t(é ü)!']
print(re.findall(r"\w+", text))  # expect: ['Room', '42b', '3rd_floor', 'é', 'ü']
print(re.findall(r"\W+", text))  # expect: [' ', ', ', '\t(', ' ', ')!']
print(re.findall(r"\s", text), re.findall(r"\S+", text))
# expect: [' ', ' ', '\t', ' '] ['Room', '42b,', '3rd_floor', '(é', 'ü)!']
print(re.findall(r"[\d_]", text), re.findall(r"[^\w\s]", text))
# expect: ['4', '2', '3', '_'] [',', '(', ')', '!']
print(re.findall(r"[\D]", "1a2"), re.findall(r"[^\D]", "1a2"), re.findall(r"[^\S\t]", "a b\tc"))
# expect: ['a'] ['1', '2'] [' ']
print(re.findall(r"[\s\S]", "a\n"), re.findall(r"[\d\D]", "1\n"), re.findall(r"[^\s\S]", "a\n"))
# expect: ['a', '\n'] ['1', '\n'] []
print(re.findall(r"\s", " \t\n\r\f\v\x1c\x85\xa0\u2003\u2028\u3000\u200b"))
# expect: [' ', '\t', '\n', '\r', '\x0c', '\x0b', '\x1c', '\x85', '\xa0', '\u2003', '\u2028', '\u3000']
---
# \b is an edge of a word, \B is everywhere else
import re
print([m.start() for m in re.finditer(r"\b", "go on, 🙂 x")])  # expect: [0, 2, 3, 5, 9, 10]
print([m.start() for m in re.finditer(r"\B", "go on, 🙂 x")])  # expect: [1, 4, 6, 7, 8]
print(re.findall(r"\bcat\b", "cat concat cats cat."), re.findall(r"\Bcat", "cat concat"))
# expect: ['cat', 'cat'] ['cat']
print(re.findall(r"cat\B", "cat cats"), re.sub(r"\b", "|", "to be"))  # expect: ['cat'] |to| |be|
print(re.findall(r"\b\w", "élan vital œuvre"))  # expect: ['é', 'v', 'œ']
print(re.search(r"\b", ""), re.search(r"\B", ""), re.search(r"\B", "a"), re.search(r"\B", "-"))
# expect: None None None <re.Match object; span=(0, 0), match=''>
print(re.findall(r"[\b]", "a\bb"), r"in a set it is the backspace")
# expect: ['\x08'] in a set it is the backspace
---
# ^ and \A begin, $ and \Z end
import re
text = "one\ntwo\n"
print(re.findall(r"^\w+", text), re.findall(r"\w+$", text))  # expect: ['one'] ['two']
print(re.findall(r"(?m)^\w+", text), re.findall(r"(?m)\w+$", text))  # expect: ['one', 'two'] ['one', 'two']
print(re.findall(r"\A\w+", text), re.findall(r"(?m)\A\w+", text))  # expect: ['one'] ['one']
print(re.findall(r"\w+\Z", text), re.findall(r"\w+\n\Z", text), re.findall(r"(?m)\w+\Z", "one\ntwo"))
# expect: [] ['two\n'] ['two']
print([m.start() for m in re.finditer("$", text)], [m.start() for m in re.finditer("(?m)$", text)])
# expect: [7, 8] [3, 7, 8]
print([m.start() for m in re.finditer("^", text)], [m.start() for m in re.finditer("(?m)^", text)])
# expect: [0] [0, 4, 8]
print([m.start() for m in re.finditer("$", "a\n\n")], [m.start() for m in re.finditer("(?m)$", "a\n\n")])
# expect: [2, 3] [1, 2, 3]
print([m.start() for m in re.finditer("(?m)^", "a\n\nb")], [m.start() for m in re.finditer("(?m)^", "\r\n\u2028x")])
# expect: [0, 2, 3] [0, 2]
print(re.search("a$b", "a\nb", re.M), re.search("a$\nb", "a\nb", re.M).span(), re.search("x^y", "xy"))
# expect: None (0, 3) None
---
# escapes name characters by number or by name
import re
print(re.findall(r"\x41\x62", "Ab"), re.findall(r"\u00e9", "café"), re.findall(r"\U0001F600", "a😀"))
# expect: ['Ab'] ['é'] ['😀']
print(re.findall(r"\N{BULLET}\s*(\w+)", "• milk • eggs"), re.findall(r"[\N{DIGIT ONE}-\N{DIGIT THREE}]", "01234"))
# expect: ['milk', 'eggs'] ['1', '2', '3']
print(re.findall(r"\N{snowman}", "☃"))  # expect: ['☃']
print(re.findall(r"\t|\n|\r|\f|\v|\a", "\t\n\r\f\v\a"), re.findall(r"\\", r"a\b"))
# expect: ['\t', '\n', '\r', '\x0c', '\x0b', '\x07'] ['\\']
print(re.findall(r"[\x30-\x32]", "01234"), re.findall(r"[\u0430-\u0433]", "абвгд"))
# expect: ['0', '1', '2'] ['а', 'б', 'в', 'г']
print(re.findall(r"[\U0001F680-\U0001F6FF]", "🚀🙂🛸"))  # expect: ['🚀', '🛸']
print(re.findall(r"\.\-\!\@\#\%\&\'\"\,\;\:\<\=\>\~\`\/\_\ ", ".-!@#%&'\",;:<=>~`/_ "))
# expect: ['.-!@#%&\'",;:<=>~`/_ ']
print(re.findall("\\\n", "a\nb"), re.findall("\\é", "é"))  # expect: ['\n'] ['é']
---
# octal escapes begin with 0 or have three digits; other numbers are references
import re
print(re.findall(r"\0", "a\0b"), re.findall(r"\07", "\a7"), re.findall(r"\012", "x\n"))
# expect: ['\x00'] ['\x07'] ['\n']
print(re.findall(r"\101", "ABA"), re.findall(r"\377", "ÿ"), re.findall(r"\1018", "A8"))
# expect: ['A', 'A'] ['ÿ'] ['A8']
print(re.findall(r"\08", "\x008"), re.findall(r"\0101", "\b1 A"))  # expect: ['\x008'] ['\x081']
print(re.findall(r"[\1]", "\x01"), re.findall(r"[\101-\103]", "ABCD"), re.findall(r"[\60\7]", "0\a"))
# expect: ['\x01'] ['A', 'B', 'C'] ['0', '\x07']
print(re.search(r"(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\10", "abcdefghijj").span())  # expect: (0, 11)
print(re.search(r"(a)\111", "aI").span(), re.search(r"(a)\0", "a\0").span())  # expect: (0, 2) (0, 2)
print(re.search(r"(a)\1", "aa1").group(), re.search(r"(a)(?:\1)1", "aa1").group())  # expect: aa aa1
---
# alternatives are tried from left to right, the first that leads to a match wins
import re
print(re.match("a|ab", "ab").group(), re.match("ab|a", "ab").group(), re.fullmatch("a|ab", "ab").group())
# expect: a ab ab
print(re.findall("cat|dog|bird", "dog bird cow cat"), re.match("x|", "abc"))
# expect: ['dog', 'bird', 'cat'] <re.Match object; span=(0, 0), match=''>
print(re.match("(?:a|ab)(?:c|bcd)", "abcd").group(), re.match("(a|ab)(c|bcd)(d*)", "abcd").groups())
# expect: abcd ('a', 'bcd', '')
print(re.findall("|a", "ba"), re.findall("a|", "ba"), re.findall("a||b", "ab"))
# expect: ['', '', 'a', ''] ['', 'a', ''] ['a', '', 'b', '']
print(re.findall("^a|b$", "ab aab"), re.findall("gr(?:a|e)y", "gray grey griy"))
# expect: ['a', 'b'] ['gray', 'grey']
print(re.findall("colou?r|🎨", "color 🎨 colour"), re.findall("(?:|x)y", "xy y"))
# expect: ['color', '🎨', 'colour'] ['xy', 'y']
print(re.findall("foo|foobar|fo", "foobar fo"), re.findall("(?:foobar|foo|fo)b?", "foobar fob"))
# expect: ['foo', 'fo'] ['foobar', 'fob']
---
# groups capture, non-capturing groups only bind
import re
print(re.match("(a)(b(c))", "abc").groups(), re.match("(?:a)(?:b(c))", "abc").groups())
# expect: ('a', 'bc', 'c') ('c',)
print(re.findall("(?:ab)+", "ababab ab a"), re.findall("(ab)+", "ababab ab a"))
# expect: ['ababab', 'ab'] ['ab', 'ab']
print(re.match("()", "x").groups(), re.match("(?:)", "x"), re.match("((((x))))", "x").groups())
# expect: ('',) <re.Match object; span=(0, 0), match=''> ('x', 'x', 'x', 'x')
m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)", "2024-05-17")
print(m.groupdict(), m["year"], m.group(2), m.group("month"))
# expect: {'year': '2024', 'month': '05'} 2024 05 05
print(re.compile("(?P<a>.)(.)(?P<b>.)").groupindex, re.compile("(a)(?:b)(?P<c>c)").groups)
# expect: {'a': 1, 'b': 3} 2
print(re.match("(?P<größe>[0-9]+)(?P<_2>x)", "42x").groupdict())  # expect: {'größe': '42', '_2': 'x'}
print(re.match("(a)|(b)", "b").groups(), re.match("(a)?(b)", "b").groups())
# expect: (None, 'b') (None, 'b')
---
# flags may hold for a group only, or be taken away in it
import re
print(re.findall("(?i:straße)|x", "STRAßE X x"), re.findall("a(?i:b)c", "abc aBc ABc abC"))
# expect: ['STRAßE', 'x'] ['abc', 'aBc']
print(re.findall("(?i)a(?-i:b)c", "abc aBc ABC AbC"))  # expect: ['abc', 'AbC']
print(re.findall("(?s:a.)b.", "a\nbc a\nb\n"), re.findall("(?s)a.(?-s:.)", "a\nb a\n\n"))
# expect: ['a\nbc'] ['a\nb']
print(re.findall("(?m:^)x", "x\nx"), re.findall("(?m)(?-m:^)x", "x\nx"))  # expect: ['x', 'x'] ['x']
print(re.findall("(?ms)^b.$", "a\nb\n\nc"), re.compile("(?ms)x").flags == re.M | re.S | re.U)
# expect: ['b\n'] True
print(re.findall(r"(?a:\w+)", "née"), re.findall(r"(?a:\w)\w", "née"), re.findall(r"(?a)\w(?u:\w)", "née"))
# expect: ['n', 'e'] ['né'] ['né']
print(re.findall("(?x: a b )c d", "abc d"), re.findall("(?x) a (?-x: b) c", "a bc"))
# expect: ['abc d'] ['a bc']
print(re.findall("(?i-s:A.)b", "a\nb axb", re.S), re.findall("(?im-sx:^a b.)", "x\nA bz", re.S | re.X))
# expect: ['axb'] ['A bz']
print(re.findall("(?i:a(?-i:b(?i:c)))", "ABC AbC abc aBc"))  # expect: ['AbC', 'abc']
---
# quantifiers are greedy, lazy with ?
import re
print(re.findall("ab*", "a ab abbb"), re.findall("ab+", "a ab abbb"), re.findall("ab?", "a ab abbb"))
# expect: ['a', 'ab', 'abbb'] ['ab', 'abbb'] ['a', 'ab', 'ab']
print(re.match("<.*>", "<a><b>").group(), re.match("<.*?>", "<a><b>").group(), re.match("<.+?>", "<><b>").group())
# expect: <a><b> <a> <><b>
print(re.match("a??b", "ab").group(), re.match("(a??)(.*)", "ab").groups(), re.match("(a?)(.*)", "ab").groups())
# expect: ab ('', 'ab') ('a', 'b')
print(re.match("(x*?)(x*)", "xxx").groups(), re.match("(x+?)(x*)", "xxx").groups(), re.fullmatch("(x*?)", "xxx").groups())
# expect: ('', 'xxx') ('x', 'xx') ('xxx',)
print(re.findall(r'"(.*?)"', 'say "hi" or "bye" or "🙂"'), re.findall(r'"(.*)"', 'say "hi" or "bye"'))
# expect: ['hi', 'bye', '🙂'] ['hi" or "bye']
print(re.findall("(?:ab)*", "ababxab"), re.findall("(?:ab)*?", "abx"), re.findall("(?:a|b)+", "abba c ba"))
# expect: ['abab', '', 'ab', ''] ['', 'ab', '', ''] ['abba', 'ba']
print(re.findall("🙂+", "🙂🙂 🙂"), re.findall("(?:é|🙂){2}", "é🙂🙂é"))  # expect: ['🙂🙂', '🙂'] ['é🙂', '🙂é']
print(re.match("(?:a*)*", "aab").group(), re.match("(?:a*)+", "b").span(), re.match("(?:a?)*?b", "aab").span())
# expect: aa (0, 0) (0, 3)
---
# {m}, {m,n}, {m,} and {,n} count; a brace that is no count is a brace
import re
print(re.findall("a{2}", "aaaaa"), re.findall("a{2,3}", "aaaaa a"), re.findall("a{2,}", "aaaaa a"), re.findall("a{,2}", "aaa"))
# expect: ['aa', 'aa'] ['aaa', 'aa'] ['aaaaa'] ['aa', 'a', '']
print(re.findall("a{2,3}?", "aaaaa"), re.match("a{2,}?", "aaaa").group(), re.match("(a{,2}?)(a*)", "aaa").groups())
# expect: ['aa', 'aa'] aa ('', 'aaa')
print(re.findall("a{0}b", "ab b"), re.match("(a){0}b", "b").groups(), re.findall("(?:ab){2}", "ababab"))
# expect: ['b', 'b'] (None,) ['abab']
print(re.findall("a{}", "a{} a"), re.findall("a{x}", "a{x}"), re.findall("a{1", "a{1"))
# expect: ['a{}'] ['a{x}'] ['a{1']
print(re.findall("a{1,x}", "a{1,x}"), re.findall("a{ 2}", "a{ 2}"), re.findall("a{2,1x}", "a{2,1x}"), re.findall("{", "{{"))
# expect: ['a{1,x}'] ['a{ 2}'] ['a{2,1x}'] ['{', '{']
print(re.findall("a{,}", "aa b"), re.findall("x{,3}y", "xxxxy"), re.findall("a{-1}", "a{-1}"), re.findall("a{02}", "aa"))
# expect: ['aa', '', '', ''] ['xxxy'] ['a{-1}'] ['aa']
print(re.findall(r"\d{1,3}(?:,\d{3})*", "1,234,567 and 89 and 1234"))
# expect: ['1,234,567', '89', '123', '4']
print(re.findall("}", "a}"), re.findall("a}{", "a}{"), re.fullmatch("(?:🙂x){3}", "🙂x🙂x🙂x").span())
# expect: ['}'] ['a}{'] (0, 6)
---
# a possessive quantifier gives nothing back
import re
print(re.match("a*+a", "aaa"), re.match("a*a", "aaa").group(), re.match("a*+b", "aaab").group())
# expect: None aaa aaab
print(re.match("a++a", "aa"), re.match("a++b", "aab").group(), re.match("a?+a", "a"), re.match("a?+a", "aa").group())
# expect: None aab None aa
print(re.match("a{1,2}+a", "aa"), re.match("a{1,2}+a", "aaa").group(), re.match("a{,3}+.", "aaaa").group())
# expect: None aaa aaaa
print(re.match("(?:ab)*+ab", "abab"), re.match("(?:ab|a)*+b", "abab"), re.match("(?:a|ab)++c", "abc"))
# expect: None None None
print(re.match("(a|b)*+c", "abac").groups(), re.match("(?:a|(b))*+", "ab").groups())  # expect: ('a',) ('b',)
print(re.findall('"[^"]*+"', '"one" "two'), re.match(r"\w++\d", "abc1"), re.match(r"[a-z]++\d", "abc1").group())
# expect: ['"one"'] None abc1
print(re.match("(?:a*+)*+b", "aab").span(), re.match("(?:x?+){3}x", "xxx"), re.match("(?:🙂)*+🙂", "🙂🙂"))
# expect: (0, 3) None None
---
# an atomic group forgets the other ways it could have matched
import re
print(re.match("(?>a|ab)c", "abc"), re.match("(?:a|ab)c", "abc").group(), re.match("(?>ab|a)c", "abc").group())
# expect: None abc abc
print(re.match("(?>a*)a", "aaa"), re.match("(?>a*)b", "aaab").group(), re.match("(?>a*?)ab", "aab"))
# expect: None aaab None
print(re.match("(?>(a+))b", "aab").groups(), re.match("x(?>(a)|(b))y", "xby").groups())
# expect: ('aa',) (None, 'b')
print(re.search("(?>a+)b", "aaac aab").span(), re.match("(?>a(?>b|bc))c", "abcc").group())
# expect: (5, 8) abc
print(re.match("((?>a+)b|aac)", "aac").groups(), re.match("(?>(?:a|b)*)c", "abac").group())
# expect: ('aac',) abac
print(re.match(r"(?>\d+)(?!x)", "12x"), re.match(r"\d+(?!x)", "12x").group())  # expect: None 1
---
# lookahead sees what comes without taking it
import re
print(re.findall(r"\w+(?=:)", "key: value, other: thing"), re.findall(r"\w+\b(?!:)", "key: value, other: thing"))
# expect: ['key', 'other'] ['value', 'thing']
print(re.match("(?=.*[0-9])(?=.*[a-z]).{4,}$", "pa55").span(), re.match("(?=.*[0-9])(?=.*[a-z]).{4,}$", "pass"))
# expect: (0, 4) None
print(re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", "1234567"), re.findall("(?=(aba))", "ababa"))
# expect: 1,234,567 ['aba', 'aba']
print(re.match("(?=(a+))a*b\\1", "aabaa"), re.match("(?=(a+))", "aab").groups())
# expect: <re.Match object; span=(0, 5), match='aabaa'> ('aa',)
print(re.match("(?!(a)b)a(c)", "ac").groups(), re.search("(?!)", "abc"), re.match("(?=)", "abc").span())
# expect: (None, 'c') None (0, 0)
print(re.match("a(?!b(?!c))..", "abc").group(), re.match("a(?!b(?!c))..", "abd"))  # expect: abc None
print([m.start() for m in re.finditer("(?=🙂)", "a🙂b🙂")], re.split("(?=[A-Z])", "oneTwoThree"))
# expect: [1, 3] ['one', 'Two', 'Three']
print(re.match("(?:(?=(a))a)+", "aaa").groups(), re.match("(?=a)(?=ab)(?!abd)abc", "abc").group())
# expect: ('a',) abc
---
# lookbehind sees what went before, of a fixed width
import re
print(re.findall(r"(?<=\$)\d+", "$10 €20 $30"), re.findall(r"(?<!\$)\b\d+", "$10 €20 $30"))
# expect: ['10', '30'] ['20']
print(re.findall("(?<=ab|cd)x", "abx cdx adx"), re.findall("(?<=a{2})b", "aab ab"), re.findall("(?<=[xy].)z", "x1z yz xyz"))
# expect: ['x', 'x'] ['b'] ['z', 'z']
print(re.findall("(?<!^)x", "xx"), re.findall("(?<=^)x", "xx"), re.findall(r"(?<=\b)\w", "ab cd"))
# expect: ['x'] ['x'] ['a', 'c']
print(re.findall("(?<=🙂)\\w", "🙂a b🙂c"), re.search("(?<=🙂.)x", "🙂🎈x").span(), re.search("(?<![🙂])a", "🙂aa").span())
# expect: ['a', 'c'] (2, 3) (2, 3)
print(re.match("(?<=a)b", "ab"), re.compile("(?<=a)b").match("ab", 1).span(), re.search("(?<!a)", "a").span())
# expect: None (1, 2) (0, 0)
print(re.search("(?<=(a)(b))c", "abc").groups(), re.search(r"(a)(?<=\1)b", "ab").span(), re.search("(?<=)b", "ab").span())
# expect: ('a', 'b') (0, 2) (1, 2)
print(re.search("(?<=a(?=b))b", "ab").span(), re.search("(?<=a(?!c))b", "ab").span(), re.findall("(?<=(?<=a)b)c", "abc bc"))
# expect: (1, 2) (1, 2) ['c']
print(re.findall("(?<=(?:a|b)(?:cd|ef))x", "acdx befx acfx"), re.search("(?<=abc)d", "bcd"), re.search("(?<!)x", "x"))
# expect: ['x', 'x'] None None
---
# a backreference matches the text of a group again
import re
print(re.findall(r"\b(\w+) \1\b", "the the cat sat on on the mat"), re.search(r"(.)\1", "abccd").group())
# expect: ['the', 'on'] cc
print(re.search(r"(?P<quote>['\"]).*?(?P=quote)", """say "it's" now""").group(), re.match(r"(?P<x>a)\1(?P=x)", "aaa").span())
# expect: "it's" (0, 3)
print(re.match(r"(a*)b\1$", "aabaa").groups(), re.match(r"(a*)b\1$", "aaba"), re.match(r"(a*)\1$", "aaaa").groups())
# expect: ('aa',) None ('aa',)
print(re.match(r"(?i)(straße)-\1", "Straße-STRAßE").group(), re.match(r"(?i)(k)\1", "kK").span(), re.match(r"(σ)(?i:\1)", "σΣ").span(), re.match(r"(σ)(?i:\1)", "σς"))
# expect: Straße-STRAßE (0, 2) (0, 2) None
print(re.match(r"(a)?b\1", "b"), re.match(r"(a)?b\1", "aba").span(), re.match(r"(a)|b\1", "b"), re.match(r"(a|)b\1", "b").span())
# expect: None (0, 3) None (0, 1)
print(re.match(r"(?:(a)|b\1)+", "aba").groups(), re.match(r"(?:(.)\1)+", "aabbcd").span())
# expect: ('a',) (0, 4)
print(re.search(r"(🙂.)\1", "x🙂a🙂a").span(), re.match(r"(.)(.)\2\1", "abba").groups(), re.match(r"(..)\1{2}", "ababab").span())
# expect: (1, 5) ('a', 'b') (0, 6)
print(re.match(r"^(?=(.*))\1$", "same").groups(), re.match(r"(\w)(\d)?\1", "aa").groups(), re.match(r"(a)\1*+b", "aaab").span())
# expect: ('same',) ('a', None) (0, 4)
---
# a conditional asks whether a group has matched
import re
tag = re.compile(r"(<)?(\w+)(?(1)>|$)")
print([bool(tag.match(s)) for s in ("<b>", "b", "<b", "b>")])  # expect: [True, True, False, False]
named = re.compile(r"(?P<open>\()?\d+(?(open)\))")
print([named.fullmatch(s) is not None for s in ("(1)", "1", "(1", "1)")])
# expect: [True, True, False, False]
print(re.match("(a)?(?(1)b|c)", "ab").group(), re.match("(a)?(?(1)b|c)", "c").group(), re.match("(a)?(?(1)b|c)", "b"))
# expect: ab c None
print(re.match("(a)?(?(1)b)", "x").span(), re.match("(a)?(?(1)|c)", "a").span(), re.match("(a)(?(1)(b)|(c))", "ab").groups())
# expect: (0, 0) (0, 1) ('a', 'b', None)
print(re.findall("(?:(x)|y)(?(1)1|2)", "x1 x2 y1 y2"), [m.group() for m in re.finditer("(?:(x)|y)(?(1)1|2)", "x1 x2 y1 y2")])
# expect: ['x', ''] ['x1', 'y2']
print(re.match("(a)?(?(1)b|(?:c|d))+", "cdd").group(), re.match("(?:(a)|b)*(?(1)X|Y)", "abX").group())
# expect: cdd abX
print(re.match("(?(1)a|b)(c)", "bc").groups(), re.match("(?:(?(1)a|b)(c))+", "bcac").span())
# expect: ('c',) (0, 4)
---
# comments and the verbose flag
import re
print(re.findall("a(?#any letter b)b", "ab"), re.findall("a(?#)*", "aab"), re.findall("a(?# ( [ )+", "aab"))
# expect: ['ab'] ['aa', '', ''] ['aa']
number = re.compile(r"""
    (?P<sign> [+-] )?     # a sign may come first
    (?P<whole> \d+ )      # digits
    (?: \. (?P<part> \d* ) )?   # and perhaps a fraction
    [ ]? \#? \ ?          # blanks count in a set or when escaped
    $
""", re.VERBOSE)
for text in ("12", "-3.50", "+7. ", "8 #", "8  ", ".5"):
    m = number.match(text)
    print(repr(text), m and m.groupdict())
# expect: '12' {'sign': None, 'whole': '12', 'part': None}
# expect: '-3.50' {'sign': '-', 'whole': '3', 'part': '50'}
# expect: '+7. ' {'sign': '+', 'whole': '7', 'part': ''}
# expect: '8 #' {'sign': None, 'whole': '8', 'part': None}
# expect: '8  ' {'sign': None, 'whole': '8', 'part': None}
# expect: '.5' None
print(re.findall("(?x)a b # c", "ab"), re.findall("(?x)a [b c] d", "a d abd acd"), re.findall("(?x) a + b", "aaab"))
# expect: ['ab'] ['a d', 'abd', 'acd'] ['aaab']
print(re.findall("(?x)\ta\n b", "ab"), re.findall("(?x) (?: a | b ) {2}", "abba"), re.findall("(?x) a # one\n *", "aab"))
# expect: ['ab'] ['ab', 'ba'] ['aa', '', '']
print(re.findall("(?x)  a", "a"), re.findall(r"(?x)a\ b", "a b"))  # expect: ['a'] ['a b']
