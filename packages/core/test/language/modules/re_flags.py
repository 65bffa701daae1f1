# the flags are an enum of bits
import re
print(re.I, re.M, re.S, re.X, re.A, re.L, re.U, re.DEBUG, re.NOFLAG)
# expect: re.IGNORECASE re.MULTILINE re.DOTALL re.VERBOSE re.ASCII re.LOCALE re.UNICODE re.DEBUG re.NOFLAG
print([f.name for f in re.RegexFlag], [f.value for f in re.RegexFlag])
# expect: ['ASCII', 'IGNORECASE', 'LOCALE', 'UNICODE', 'MULTILINE', 'DOTALL', 'VERBOSE', 'DEBUG'] [256, 2, 4, 32, 8, 16, 64, 128]
print(re.IGNORECASE is re.I, re.MULTILINE is re.M, re.DOTALL is re.S, re.VERBOSE is re.X, re.ASCII is re.A, re.UNICODE is re.U, re.LOCALE is re.L)
# expect: True True True True True True True
print(repr(re.I), str(re.I), int(re.I), re.I == 2, isinstance(re.I, int), f"{re.I}")
# expect: re.IGNORECASE re.IGNORECASE 2 True True re.IGNORECASE
print(re.RegexFlag.I, re.RegexFlag["DOTALL"], re.RegexFlag(8), re.RegexFlag(0), re.RegexFlag(10))
# expect: re.IGNORECASE re.DOTALL re.MULTILINE re.NOFLAG re.IGNORECASE|re.MULTILINE
print(hasattr(re, "T"), hasattr(re, "TEMPLATE"), re.I in re.I | re.M, re.S in re.I | re.M, bool(re.NOFLAG))
# expect: False False True False False
print(type(re.I), re.RegexFlag.__module__)  # expect: <flag 'RegexFlag'> re
---
# flags combine and print as one would write them
import re
print(re.I | re.M, re.M | re.I, re.I | re.S | re.X, (re.I | re.M) & re.M, (re.I | re.M) ^ re.M)
# expect: re.IGNORECASE|re.MULTILINE re.IGNORECASE|re.MULTILINE re.IGNORECASE|re.DOTALL|re.VERBOSE re.MULTILINE re.IGNORECASE
print(repr(re.I | 2 ** 20), repr(re.RegexFlag(2 ** 20)), ~re.I, ~(re.I | re.A))
# expect: re.IGNORECASE|0x100000 re.RegexFlag(1048576) re.ASCII|re.LOCALE|re.UNICODE|re.MULTILINE|re.DOTALL|re.VERBOSE|re.DEBUG|0x1 re.LOCALE|re.UNICODE|re.MULTILINE|re.DOTALL|re.VERBOSE|re.DEBUG|0x1
print(type(re.I | re.M).__name__, type(re.I | 1).__name__, (re.I | re.M).value, [f.name for f in re.I | re.M | re.X])
# expect: RegexFlag RegexFlag 10 ['IGNORECASE', 'MULTILINE', 'VERBOSE']
print(re.compile("x", re.I | re.M).flags, re.compile("(?im)x").flags, type(re.compile("x", re.I).flags).__name__)
# expect: 42 42 int
print(re.compile("x").flags, re.compile(b"x").flags, re.compile("x", re.A).flags, re.compile("(?a)x", re.I).flags)
# expect: 32 0 256 258
print(re.compile("x", 2), re.compile("x", re.RegexFlag(2)) == re.compile("(?i)x"), re.compile("x", 2) == re.compile("x", re.I))
# expect: re.compile('x', re.IGNORECASE) False True
print(re.compile("(?i)x"), re.compile("x", re.U), re.compile("x", re.A | re.X | re.S), re.compile("x", re.NOFLAG))
# expect: re.compile('(?i)x', re.IGNORECASE) re.compile('x') re.compile('x', re.DOTALL|re.VERBOSE|re.ASCII) re.compile('x')
---
# IGNORECASE
import re
print(re.findall("cat", "Cat CAT cAt dog", re.I), re.findall("[a-c]+", "AbCd", re.I), re.findall("[^a-c]+", "AbCd", re.I))
# expect: ['Cat', 'CAT', 'cAt'] ['AbC'] ['d']
print(re.findall("É", "é É e", re.I), re.findall("привет", "ПРИВЕТ Привет", re.I), re.findall("[а-я]+", "АБв", re.I))
# expect: ['é', 'É'] ['ПРИВЕТ', 'Привет'] ['АБв']
print(re.findall("É", "é É e", re.I | re.A), re.findall("[é]", "É é", re.I | re.A), re.findall("[A-Z]+", "abÉé", re.I | re.A))
# expect: ['É'] ['é'] ['ab']
print(re.sub("hello", "bye", "Hello HELLO", flags=re.I), re.split("x", "aXbxc", flags=re.I))
# expect: bye bye ['a', 'b', 'c']
print(re.findall("𐐀", "𐐀𐐨", re.I), re.findall("[𐐀-𐐂]", "𐐨𐐩𐐫", re.I), re.findall("[😀-😂]a", "😁A", re.I))
# expect: ['𐐀', '𐐨'] ['𐐨', '𐐩'] ['😁A']
print(re.match("abc", "ABD", re.I), re.match("a[b]c", "ABC", re.I).span(), re.match("[^b]", "B", re.I), re.match("[^B]", "b", re.I))
# expect: None (0, 3) None None
print(re.fullmatch("x1-🙂_Y", "X1-🙂_y", re.I).span(), re.findall("[_-z]", "_`aAzZ[", re.I), re.findall("[Z-a]", "zA[_", re.I))
# expect: (0, 6) ['_', '`', 'a', 'A', 'z', 'Z'] ['z', 'A', '[', '_']
print(re.findall("K{2,}", "kKkK", re.I), re.findall("a*+B", "AaAb", re.I), re.findall("(?i:A)+?b", "aAab"))
# expect: ['kKkK'] ['AaAb'] ['aAab']
---
# IGNORECASE and letters with more than one partner
import re
pairs = ["sſ", "Sſ", "kK", "KK", "åÅ", "ÅÅ", "σς", "Σς", "Σσ", "µμ", "µΜ", "iİ", "Iİ", "iı", "Iı", "ßẞ", "ΰΰ", "θϑ", "βϐ", "ﬅﬆ", "ǅǆ", "ǅǄ", "Ωω", "ΩΩ", "вᲀ"]
print([p for p in pairs if re.fullmatch(p[0], p[1], re.I) and re.fullmatch(p[1], p[0], re.I)])
# expect: ['sſ', 'Sſ', 'kK', 'KK', 'åÅ', 'ÅÅ', 'σς', 'Σς', 'Σσ', 'µμ', 'µΜ', 'iİ', 'Iİ', 'iı', 'Iı', 'ßẞ', 'ΰΰ', 'θϑ', 'βϐ', 'ﬅﬆ', 'ǅǆ', 'ǅǄ', 'Ωω', 'ΩΩ', 'вᲀ']
print([p for p in pairs if bool(re.fullmatch(p[0], p[1], re.I)) != bool(re.fullmatch(p[1], p[0], re.I))])
# expect: []
print([p for p in pairs if re.fullmatch("[" + p[0] + "]", p[1], re.I)] == [p for p in pairs if re.fullmatch(p[0], p[1], re.I)])
# expect: True
print([p for p in pairs if not re.fullmatch(p[0], p[1], re.I)])  # expect: []
print([p for p in pairs if re.fullmatch(p[0], p[1], re.I | re.A)])  # expect: ['kK', 'KK', 'ÅÅ', 'ΰΰ', 'ΩΩ']
print(re.search("ss", "ß", re.I), re.search("ß", "SS", re.I), re.search("ﬁ", "FI", re.I), re.search("ŉ", "ʼN", re.I))
# expect: None None None None
---
# IGNORECASE in sets and ranges
import re
print(re.findall("[r-t]", "ſ S s R", re.I), re.findall("[j-l]", "K k K", re.I), re.findall("[h-j]", "İ ı I i", re.I))
# expect: ['ſ', 'S', 's', 'R'] ['K', 'k', 'K'] ['İ', 'ı', 'I', 'i']
print(re.findall("[^s]", "ſSsx", re.I), re.findall("[^r-t]", "ſSsx", re.I), re.findall("[ſ]", "sSſ", re.I))
# expect: ['x'] ['x'] ['s', 'S', 'ſ']
print(re.findall("[α-ω]+", "ΑΒΓ ΣΑΣ ς", re.I), re.findall("[Σ]", "σςΣ", re.I), re.findall("[ς-σ]", "Σ", re.I))
# expect: ['ΑΒΓ', 'ΣΑΣ', 'ς'] ['σ', 'ς', 'Σ'] ['Σ']
print(re.findall("[µ]", "μΜµ", re.I), re.findall("[À-Ö]+", "àéöø", re.I), re.findall("[a-zß]+", "STRASSE ẞß", re.I))
# expect: ['μ', 'Μ', 'µ'] ['àéö'] ['STRASSE', 'ẞß']
print(re.findall("[A-Z]", "ſKıİ", re.I), re.findall("[A-Z]", "ſKıİ", re.I | re.A), re.findall(r"[\u0100-\u017f]", "s k ā Ā", re.I))
# expect: ['ſ', 'K', 'ı', 'İ'] ['K'] ['s', 'ā', 'Ā']
print(re.findall("[a\\d]+", "A1a2b", re.I), re.findall("[^a\\d]+", "A1a2b", re.I), re.findall("[\\Wx]", "X !y", re.I))
# expect: ['A1a2'] ['b'] ['X', ' ', '!']
---
# DOTALL lets the dot match the end of a line, MULTILINE lets ^ and $ match at each
import re
poem = "roses\nviolets\n"
print(re.findall(".+", poem), re.findall(".+", poem, re.S), re.findall(".$", poem, re.S))
# expect: ['roses', 'violets'] ['roses\nviolets\n'] ['s', '\n']
print(re.findall("^.", poem), re.findall("^.", poem, re.M), re.findall(".$", poem), re.findall(".$", poem, re.M))
# expect: ['r'] ['r', 'v'] ['s'] ['s', 's']
print(re.sub("^", "> ", poem, flags=re.M).split("\n"), re.sub("$", ";", poem, flags=re.M).split("\n"))
# expect: ['> roses', '> violets', '> '] ['roses;', 'violets;', ';']
print(re.findall("^.*$", "a\n\nb", re.M), re.findall("^.*$", "a\n\nb", re.M | re.S), re.split("^", "a\nb", flags=re.M))
# expect: ['a', '', 'b'] ['a\n\nb'] ['', 'a\n', 'b']
print(re.findall(".", "\r\u2028\x85\n\v"), re.findall("(?m)^x", "\rx\u2028x\nx"))
# expect: ['\r', '\u2028', '\x85', '\x0b'] ['x']
print(re.match("^$", "\n"), re.match("^$", "\n\n"), re.match("^$", "\n\n", re.M), re.fullmatch("a$", "a\n"), re.fullmatch("a.", "a\n", re.S).span())
# expect: <re.Match object; span=(0, 0), match=''> None <re.Match object; span=(0, 0), match=''> None (0, 2)
---
# VERBOSE ignores blanks and comments in the pattern
import re
print(re.findall("a b", "ab a b", re.X), re.findall("a[ ]b", "ab a b", re.X), re.findall("a\\ b", "ab a b", re.X))
# expect: ['ab'] ['a b'] ['a b']
print(re.findall("a # comment ( [", "a #", re.X), re.findall("a\\#", "a#", re.X), re.findall("[#] a", "#a", re.X))
# expect: ['a'] ['a#'] ['#a']
print(re.findall("a\n\t\v\f\r b", "ab", re.X), re.findall("a\u00a0b", "ab a\u00a0b", re.X), re.compile("", re.X).findall("a"))
# expect: ['ab'] ['a\xa0b'] ['', '']
print(re.findall("\\d {3}", "1234", re.X), re.findall("(?# a comment ) x", "x", re.X), re.findall("#only", "ab", re.X))
# expect: ['123'] ['x'] ['', '', '']
print(re.findall("""  # two words
    (\\w+)   # first
    \\s+     # gap
    (\\w+)   # second
""", "hello world good bye", re.X))  # expect: [('hello', 'world'), ('good', 'bye')]
print(re.findall("(?-x:a b)c", "a bc", re.X), re.findall("a(?x: b c ) d", "abc d"))
# expect: ['a bc'] ['abc d']
---
# ASCII narrows the classes, which know all of Unicode otherwise
import re
text = "naïve ½ ٣ ௪ Ⅷ ² a_b 東京 \u2003\x1f"
for name in "wdsWDS":
    print(name, re.findall("\\" + name + "+", text), re.findall("\\" + name + "+", text, re.A))
# expect: w ['naïve', '½', '٣', '௪', 'Ⅷ', '²', 'a_b', '東京'] ['na', 've', 'a_b']
# expect: d ['٣', '௪'] []
# expect: s [' ', ' ', ' ', ' ', ' ', ' ', ' ', ' \u2003\x1f'] [' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ']
# expect: W [' ', ' ', ' ', ' ', ' ', ' ', ' ', ' \u2003\x1f'] ['ï', ' ½ ٣ ௪ Ⅷ ² ', ' 東京 \u2003\x1f']
# expect: D ['naïve ½ ', ' ', ' Ⅷ ² a_b 東京 \u2003\x1f'] ['naïve ½ ٣ ௪ Ⅷ ² a_b 東京 \u2003\x1f']
# expect: S ['naïve', '½', '٣', '௪', 'Ⅷ', '²', 'a_b', '東京'] ['naïve', '½', '٣', '௪', 'Ⅷ', '²', 'a_b', '東京', '\u2003\x1f']
print(re.findall(r"\b\w", "été ñ x"), re.findall(r"\b\w", "été ñ x", re.A), re.findall(r"\B\w", "aé", re.A))
# expect: ['é', 'ñ', 'x'] ['t', 'x'] []
print(re.findall(r"[\w]+", "añb", re.A), re.findall(r"[^\W\d_]+", "añb1_c"), re.findall(r"[^\w]", "añb", re.A))
# expect: ['a', 'b'] ['añb', 'c'] ['ñ']
print([c for c in "²½५𝟘①" if re.match(r"\d", c)], [c for c in "²½५𝟘①ªⓐ̈‿𐐀🙂" if re.match(r"\w", c)])
# expect: ['५', '𝟘'] ['²', '½', '५', '𝟘', '①', 'ª', '𐐀']
print(re.findall(r"(?a)\w+|[^\w\s]", "né x"), re.findall(r"(?u)\w+", "né x"), re.findall("(?a)[é-ü]", "é"))
# expect: ['n', 'é', 'x'] ['né', 'x'] ['é']
---
# flags inside the pattern stand at its start, and join those given
import re
print(re.compile("(?i)a", re.M), re.compile("(?i)(?m)a").flags, re.compile("(?im)a") == re.compile("a", re.I | re.M))
# expect: re.compile('(?i)a', re.IGNORECASE|re.MULTILINE) 42 False
print(re.findall("(?i)a(?#x)b", "AB"), re.findall("(?i)(?s)a.", "A\n"), re.findall("(?x) (?i) a", "A"))
# expect: ['AB'] ['A\n'] ['A']
print(re.compile("(?u)x").flags, re.compile("(?a)x").flags, re.compile("(?i:x)").flags, re.compile("(?L)x".encode()).flags)
# expect: 32 256 32 4
print(re.compile("(?ix) a b # c").findall("AB ab"), re.compile("(?s)").match("\n").span(), re.compile("(?i)").pattern)
# expect: ['AB', 'ab'] (0, 0) (?i)
---
# LOCALE is for bytes only, UNICODE for text only
import re
print(re.compile(b"x", re.L), re.compile(b"(?L)\\w+").flags, re.findall(b"a", b"A a", re.L | re.I), re.findall(rb"\w+", b"ab \xe9", re.L))
# expect: re.compile(b'x', re.LOCALE) 4 [b'A', b'a'] [b'ab']
for pattern, flags in [("x", re.L), (b"x", re.U), ("x", re.A | re.U), (b"x", re.A | re.L), (b"x", re.A | re.U), ("(?L)x", 0), (b"(?u)x", 0), ("(?a)x", re.U), ("(?au)x", 0)]:
    try:
        print(re.compile(pattern, flags))
    except (ValueError, re.error) as e:
        print(type(e).__name__, e)
# expect: ValueError cannot use LOCALE flag with a str pattern
# expect: ValueError cannot use UNICODE flag with a bytes pattern
# expect: ValueError ASCII and UNICODE flags are incompatible
# expect: ValueError ASCII and LOCALE flags are incompatible
# expect: ValueError cannot use UNICODE flag with a bytes pattern
# expect: PatternError bad inline flags: cannot use 'L' flag with a str pattern at position 3
# expect: PatternError bad inline flags: cannot use 'u' flag with a bytes pattern at position 3
# expect: ValueError ASCII and UNICODE flags are incompatible
# expect: PatternError bad inline flags: flags 'a', 'u' and 'L' are incompatible at position 4
