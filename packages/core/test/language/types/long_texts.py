# what is long is changed part by part, with the same result
unit = "Stra\u00dfe \u0391\u03a3 \u01c6x\U00010428 \u0149 it's\t1a\n"
text = unit * 3000
for name in ("title", "swapcase", "casefold", "expandtabs"):
    change = getattr(str, name)
    print(name, change(text) == change(unit) * 3000, ascii(change(unit)))
# expect: title True "Stra\xdfe \u0391\u03c2 \u01c5x\U00010428 \u02bcN It'S\t1A\n"
# expect: swapcase True "sTRASSE \u03b1\u03c2 \u01c4X\U00010400 \u02bcN IT'S\t1A\n"
# expect: casefold True "strasse \u03b1\u03c3 \u01c6x\U00010428 \u02bcn it's\t1a\n"
# expect: expandtabs True "Stra\xdfe \u0391\u03a3 \u01c6x\U00010428 \u0149 it's    1a\n"
---
# parts that begin within a word, a row of tabs or a final sigma's surroundings
print(("x" * 40_000).title() == "X" + "x" * 39_999)  # expect: True
print(("\u0391" + "'" * 40_000 + "\u03a3").swapcase()[-1] == "\u03c2")  # expect: True
print(("ab\t" * 20_000).expandtabs(7) == "ab     " * 20_000)  # expect: True
print(("\U00010428" * 20_000).swapcase() == "\U00010400" * 20_000)  # expect: True
print(len(("a\t" * 10_000 + "\n\t" * 10_000).expandtabs(0)), len(("\t" * 20_000).expandtabs(3)))
# expect: 20000 60000
---
# replacing in long texts
text = "spam eggs " * 30_000
print(text.replace("eggs", "ham") == "spam ham " * 30_000)  # expect: True
print(text.replace("eggs", "ham", 29_999).count("eggs"), text.replace("eggs", "", 3)[:25])
# expect: 1 spam  spam  spam  spam eg
print(text.replace("cheese", "") is text, text.replace("spam eggs ", "") == "", len(text.replace("", "-", 5)))
# expect: True True 300005
print(("aa" * 100_001).replace("aaa", "b") == "b" * 66_667 + "a", ("a\U0001f600" * 60_000).replace("\U0001f600", "") == "a" * 60_000)
# expect: True True
---
# translating long texts, by a dict and by a class
class Table(dict):
    def __missing__(self, code):
        if code == 32:
            raise LookupError
        return chr(code).upper()
text = "ab\U0001f600 c" * 10_000
print(text.translate({97: "x", 98: None, 0x1F600: 33}) == "x! c" * 10_000)  # expect: True
print(text.translate(Table({99: None})) == "AB\U0001f600 " * 10_000)  # expect: True
print(text.translate(range(40)) == text)  # expect: True
---
# repr and ascii of what is to be escaped
text = "\x01\n'\u00e9\u2028\U0001f600 \\" * 20_000
print(len(repr(text)), len(ascii(text)))  # expect: 360002 600002
print(repr("\n" * 10_000) == "'" + "\\n" * 10_000 + "'", ascii("\u00e9" * 10_000) == "'" + "\\xe9" * 10_000 + "'")
# expect: True True
print(repr(bytes(10_000)) == "b'" + "\\x00" * 10_000 + "'", (" " * 10_000).isprintable(), (" " * 10_000 + "\n").isprintable())
# expect: True True False
---
# slices of every other character, beyond the BMP
text = "a\U0001f600b" * 5_000
print(text[::3] == "a" * 5_000, text[1::3] == "\U0001f600" * 5_000, text[::-1] == "b\U0001f600a" * 5_000)
# expect: True True True
print(text[-2::-3] == "\U0001f600" * 5_000, text[7:2:-2] == "\U0001f600ab", ascii(text[:7:2]), text[5::10**9], text[5::-10**9])
# expect: True False 'ab\U0001f600a' b b
