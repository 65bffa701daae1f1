# long subjects are no trouble
import re
text = "x" * 100_000
print(re.match(".*", text).end(), re.match(".*?$", text).end(), re.fullmatch("x+", text).end(), re.match("(?s).*", text + "\n").end())
# expect: 100000 100000 100000 100001
print(re.search("y", text), re.search("x$", text).start(), re.match("(x*)(x*)", text).span(2), re.match("x{5,}?", text).end(), re.match(".*x", text).end())
# expect: None 99999 (100000, 100000) 5 100000
print(re.match("x{99999}", text).end(), re.match("x{100001}", text), re.match("[^y]*+", text).end(), re.match("(?>x*)", text).end())
# expect: 99999 None 100000 100000
print(len(re.findall("x", text[:20_000])), len(re.findall("x{10}", text)), len(re.sub("x{100}", "yy", text)), len(re.split("x{1000}", text)))
# expect: 20000 10000 2000 101
print(re.fullmatch("🙂*", "🙂" * 50_000).end(), re.search("é", "🙂" * 50_000 + "é").span(), re.search("(?i)STOP", text + "stop").span())
# expect: 50000 (50000, 50001) (100000, 100004)
print(re.fullmatch(r"\w*\s*\w*", text + " " + text).end(), re.match(r".*\n", text), len(re.search("(.*)", text)[1]), re.search("z|y|w", text))
# expect: 200001 None 100000 None
---
# a repeated group runs through a long subject
import re
text = "ab" * 10_000
print(re.match("(a|b)*c", text), re.match("(a|b)*c", text + "c").span(), re.match("(?:a|b)*", text).end(), re.fullmatch("(a|b)*", text).span(1))
# expect: None (0, 20001) 20000 (19999, 20000)
print(re.match("(?:ab)*c", text + "c").end(), re.match("(?:(a)|(b))*", text).regs, re.match("(?:a|b)*?c", text + "c").end(), re.match("(?:.|x)+b", text).end())
# expect: 20001 ((0, 20000), (19998, 19999), (19999, 20000)) 20001 20000
print(re.match("(?:a|b)*+c", text), re.match("(?:(?:a|b)+c)?", text).end(), re.match("(ab?)*", text).span(1), re.match("((a)(b))*", text).span(3))
# expect: None 0 (19998, 20000) (19999, 20000)
print(re.match(r"(?:\w,)*\w", "a," * 10_000 + "z").end(), re.fullmatch(r'"(?:[^"\\]|\\.)*"', '"' + 'a\\"' * 10_000 + '"').end(), re.match(r"(?:(\w)\1?)*", text).end())
# expect: 20001 30002 20000
print(re.match("(?:🙂|é)*", "🙂é" * 5000).end(), re.match("(?:(?=(a|b)).)*", text).span(1), re.match("(?:(?!z).)*", text).end(), re.match(r"(?:\s|[^\s])*", text).end())
# expect: 10000 (19999, 20000) 20000 20000
---
# patterns with many ways to fail end quickly on a short subject
import re
print(re.match("(?:x+)*y", "x" * 20), re.match("(?:x|x)*y", "x" * 14), re.match("(?:x*)*y", "x" * 14), re.match("(x+x+)+y", "x" * 14))
# expect: None None None None
print(re.match("x?" * 14 + "x" * 14, "x" * 14).end(), re.match("(?:x+)*y", "x" * 20 + "y").end(), re.match("(?:x++)*y", "x" * 2000), re.match("(?>x+)*y", "x" * 2000))
# expect: 14 21 None None
print(re.match(r"(?:\w+\s?)+$", "some words here!"), re.match("(.*)*$", "abc\n\n"), re.match("(a*)*b", "a" * 16), re.match("(?:a|ab|b)*c", "ab" * 8))
# expect: None None None None
print(re.search(r"(\w+)\s+\1$", "word " * 60 + "end"), re.search("x*y", "x" * 400), re.search(r"^(.*?,){11}P", "1,2,3,4,5,6,7,8,9,10,11,12,13"), re.match("(?:.*a){8}", "a" * 14).end())
# expect: None None None 14
---
# groups in groups, two hundred deep
import re
deep = "(" * 200 + "x" + ")" * 200
m = re.match(deep, "x")
print(re.compile(deep).groups, m.groups() == ("x",) * 200, m.lastindex, m.span(200))
# expect: 200 True 1 (0, 1)
print(re.match("(?:" * 200 + "x" + ")" * 200, "x").span(), re.match("(?:" * 200 + "x" + ")?" * 200, "").span(), re.match("(?:a" * 200 + ")?" * 200, "a" * 150).span())
# expect: (0, 1) (0, 0) (0, 150)
print(re.match("(?=" * 100 + "x" + ")" * 100, "x").span(), re.match("(?!" * 100 + "x" + ")" * 100, "x").span(), re.match("(?!" * 101 + "x" + ")" * 101, "x"))
# expect: (0, 0) (0, 0) None
print(re.match("(?>" * 100 + "x*" + ")" * 100, "xxx").span(), re.match("(?i:" * 100 + "x" + ")" * 100, "X").span(), re.match("(?:a|" * 150 + "b" + ")" * 150, "b").span())
# expect: (0, 3) (0, 1) (0, 1)
print(re.match("(?:(" * 50 + "x" + ")|y)" * 50, "x").lastindex, re.match("(?:x(?:" * 60 + "y" + ")?)*" * 60, "x" * 30).span())
# expect: 1 (0, 30)
try:
    re.compile("(" * 200 + "x" + ")" * 199)
except re.error as e:
    print(e)  # expect: missing ), unterminated subpattern at position 0
---
# hundreds of groups, by number and by name
import re
p = re.compile("".join(f"({c})" for c in "abcdefghij") * 15)
m = p.match("abcdefghij" * 15)
print(p.groups, m.group(100), m.span(150), m.groups()[148:], m.expand(r"\99-\g<100>-\g<150>"), m.lastindex)
# expect: 150 j (149, 150) ('i', 'j') i-j-j 150
p = re.compile("|".join(f"(?P<word{i}>w{i})" for i in range(300)))
print([(m.lastgroup, m.lastindex) for m in p.finditer("w0 w7 w299 w150")], p.groupindex["word200"], len(p.match("w9").groupdict()))
# expect: [('word0', 1), ('word7', 8), ('word2', 3), ('word1', 2)] 201 300
print(re.match("(.)" * 120 + r"(?(120)\99)", "0123456789" * 12 + "8").end(), re.match("(?:(.)|x)" * 101, "y" * 101).lastindex, re.match("(.)" * 12 + r"\12\1", "abcdefghijklla").end())
# expect: 121 101 14
print(re.sub("(.)" * 100, r"\g<100>\g<1>", "ab" * 50), re.match(r"(a)" * 100 + r"\100", "a" * 100 + "@").end(), len(re.findall("(.)" * 110, "x" * 220)[1]))
# expect: ba 101 110
---
# five hundred words, one pattern
import re
words = [a + b + c for a in ("ba", "ko", "mi", "tu", "ze", "sa", "ro", "li") for b in ("na", "ri", "po", "lu", "de", "go", "ti", "xa") for c in ("s", "n", "r", "mo", "ka", "pe", "vu", "lo")][:500]
pattern = re.compile(r"\b(?:" + "|".join(words) + r")\b")
text = " ".join(words[::7] + ["nothing", "bananas", words[-1] + "x", "banas"])
print(len(words), len(pattern.findall(text)), pattern.search("no such word"), pattern.fullmatch(words[499])[0], pattern.findall(text)[-1])
# expect: 500 73 None litimo banas
longest = re.compile("|".join(sorted(words + ["bana", "koripe!"], key=len, reverse=True)), re.I)
print(longest.findall("BANAS KoRiPe! bana"), [m.span() for m in longest.finditer("🙂zexalo🙂MINAS")])
# expect: ['BANAS', 'KoRiPe!', 'bana'] [(1, 7), (8, 13)]
print(pattern.sub(lambda m: m[0].upper(), "see banas and korin, not kori"), len(re.compile("|".join(map(str, range(500)))).findall("499 12 7")))
# expect: see BANAS and KORIN, not kori 6
chars = re.compile("[" + "".join(map(chr, range(0x4E00, 0x4E00 + 500))) + "]+")
print(chars.findall("一二丁 x 丂🙂"), re.compile("|".join(map(chr, range(0x1F600, 0x1F640)))).findall("a😀b😃"), re.match("(?:" + "|".join("x" * n for n in range(1, 60)) + ")$", "x" * 59).end())
# expect: ['一二丁', '丂'] ['😀', '😃'] 59
---
# long patterns, large counts, many patterns
import re
word = "abcdefghij" * 500
print(re.search(word, "zz" + word).span(), re.compile("a?" * 1000).match("a" * 300).end(), re.compile("(?:ab){1000}").fullmatch("ab" * 1000).end(), re.compile(".{0,5000}").match("x" * 4000).end())
# expect: (2, 5002) 300 2000 4000
print(re.match("(?:a{10}){10}b", "a" * 100 + "b").end(), re.match("(?:(?:a{2}){3}){4}", "a" * 24).end(), re.match("a{65535}", "a" * 65534), re.match("(a){1000}", "a" * 1000).span(1), re.match("a{0,65536}", "a" * 10).end())
# expect: 101 24 None (999, 1000) 10
print(sum(bool(re.match(f"x{i}y", f"x{i}y")) for i in range(700)), sum(re.compile(f"[{chr(97 + i % 26)}]{{{i % 5}}}").match("abc") is not None for i in range(300)))
# expect: 700 63
print(re.search(r"(?<=" + "a" * 1000 + ")b", "a" * 1000 + "b").span(), re.match("(?x)" + " " * 5000 + "a # " + "c" * 5000, "a").end(), len(re.escape(".-" * 5000)))
# expect: (1000, 1001) 1 20000
print(re.sub("(?<=a)(?=a)", "-", "a" * 1000).count("-"), len(re.sub("", "-", "🙂" * 1000)), re.subn("a|b", lambda m: m[0] * 2, "ab" * 500)[1], len(re.split("", "x" * 3000)))
# expect: 999 2001 1000 3002
