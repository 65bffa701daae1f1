# a tokenizer: one pattern of named groups, and lastgroup tells which it was
import re
KINDS = {"number": r"\d+(?:\.\d+)?", "name": r"[^\W\d]\w*", "assign": r":=", "op": r"[-+*/()]", "end": r";", "skip": r"[ \t]+", "line": r"\n", "odd": r"."}
TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in KINDS.items()))
def tokens(source):
    row, start = 1, 0
    for m in TOKEN.finditer(source):
        if m.lastgroup == "line":
            row, start = row + 1, m.end()
        elif m.lastgroup == "odd":
            raise SyntaxError(f"{m[0]!r} at {row}:{m.start() - start + 1}")
        elif m.lastgroup != "skip":
            yield m.lastgroup, m[0], row, m.start() - start + 1
for token in tokens("größe := 3.5 * (x1 + 2);\ny := größe"):
    print(*token)
# expect: name größe 1 1
# expect: assign := 1 7
# expect: number 3.5 1 10
# expect: op * 1 14
# expect: op ( 1 16
# expect: name x1 1 17
# expect: op + 1 20
# expect: number 2 1 22
# expect: op ) 1 23
# expect: end ; 1 24
# expect: name y 2 1
# expect: assign := 2 3
# expect: name größe 2 6
try:
    list(tokens("a := 1;\n  b := 🙂;"))
except SyntaxError as e:
    print(e)  # expect: '🙂' at 2:8
---
# a calculator on top of a scanner
import re
class Calculator:
    def __init__(self, text):
        self.scan = re.compile(r"\s*(?:(\d+)|(.))").scanner(text)
        self.advance()
    def advance(self):
        m = self.scan.match()
        self.number, self.sign = (m.group(1), m.group(2)) if m else (None, None)
    def term(self):
        if self.number is not None:
            value = int(self.number)
            self.advance()
            return value
        if self.sign == "(":
            self.advance()
            value = self.sum()
            self.advance()
            return value
        raise ValueError(f"unexpected {self.sign!r}")
    def product(self):
        value = self.term()
        while self.sign == "*":
            self.advance()
            value *= self.term()
        return value
    def sum(self):
        value = self.product()
        while self.sign in ("+", "-"):
            sign = self.sign
            self.advance()
            value = value + self.product() if sign == "+" else value - self.product()
        return value
for text in ("1 + 2*3", "2*(3+4)*5", "10-2-3", " 7 ", "(1)+", "1+🙂"):
    try:
        print(text, "=", Calculator(text).sum())
    except ValueError as e:
        print(text, "is wrong:", e)
# expect: 1 + 2*3 = 7
# expect: 2*(3+4)*5 = 70
# expect: 10-2-3 = 5
# expect:  7  = 7
# expect: (1)+ is wrong: unexpected None
# expect: 1+🙂 is wrong: unexpected '🙂'
---
# reading a log
import re
from collections import Counter
LINE = re.compile(r"""
    ^(?P<when> \d{4}-\d\d-\d\d \s \d\d:\d\d:\d\d ) \s+
    \[ (?P<level> DEBUG | INFO | WARN(?:ING)? | ERROR ) \] \s+
    (?: (?P<module> [\w.]+ ) : \s* )?
    (?P<message> .*? )
    (?: \s+ \( (?P<ms> \d+ ) \s* ms \) )? $
""", re.VERBOSE | re.MULTILINE)
log = """\
2024-03-01 08:00:01 [INFO] web.server: started (120 ms)
2024-03-01 08:00:02 [WARN] cache: nearly full
not a log line
2024-03-01 08:00:05 [ERROR] web.db: no answer from "db1" 🙁 (5000 ms)
2024-03-01 08:00:09 [INFO] bye (3ms)"""
for m in LINE.finditer(log):
    print(m["level"], m["module"], repr(m["message"]), m["ms"], sep=" | ")
# expect: INFO | web.server | 'started' | 120
# expect: WARN | cache | 'nearly full' | None
# expect: ERROR | web.db | 'no answer from "db1" 🙁' | 5000
# expect: INFO | None | 'bye' | 3
print(Counter(LINE.sub(r"\g<level>", log).split("\n")).most_common(1), sum(int(m["ms"] or 0) for m in LINE.finditer(log)))
# expect: [('INFO', 2)] 5123
print([line for line in log.splitlines() if not LINE.match(line)], LINE.search(log, log.index("not")).group("when"))
# expect: ['not a log line'] 2024-03-01 08:00:05
---
# filling a template: sub with a function
import re
def fill(template, values):
    def replace(m):
        if m["escaped"]:
            return m["escaped"][0]
        name, default, filters = m["name"], m["default"], m["filters"] or ""
        value = values
        for part in name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if value is None:
            if default is None:
                raise KeyError(f"{name} at {m.start()}")
            value = default
        for wanted in re.findall(r"\|\s*(\w+)", filters):
            value = {"upper": str.upper, "title": str.title, "twice": lambda s: s * 2}[wanted](str(value))
        return str(value)
    return re.sub(r"(?P<escaped>\{\{|\}\})|\{\s*(?P<name>[\w.]+)(?::(?P<default>[^|}]*))?(?P<filters>(?:\|\s*\w+\s*)*)\}", replace, template)
data = {"user": {"name": "ann lee", "age": 30}, "mood": "🙂", "empty": ""}
print(fill("Hello {user.name|title}, you are {user.age}! {mood|twice}", data))
# expect: Hello Ann Lee, you are 30! 🙂🙂
print(fill("{{literal}} { mood } {city:nowhere|upper} [{empty}]", data))
# expect: {literal} { mood } NOWHERE []
try:
    fill("who is {user.boss}?", data)
except KeyError as e:
    print("missing", e)  # expect: missing 'user.boss at 7'
---
# a line of comma-separated values, with quotes
import re
FIELD = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^,"]*?))\s*(,|$)')
def fields(line):
    place, found = 0, []
    while True:
        m = FIELD.match(line, place)
        if m is None:
            raise ValueError(f"bad field at {place} of {line!r}")
        found.append(m[1].replace('""', '"') if m[1] is not None else m[2])
        place = m.end()
        if m[3] == "":
            return found
for line in ('a,b,c', '1, "two, too" ,3', '"say ""hi""",🙂,', '', ',', ' spaced out , "" ', '"open', 'a"b'):
    try:
        print(fields(line))
    except ValueError as e:
        print(e)
# expect: ['a', 'b', 'c']
# expect: ['1', 'two, too', '3']
# expect: ['say "hi"', '🙂', '']
# expect: ['']
# expect: ['', '']
# expect: ['spaced out', '']
# expect: bad field at 0 of '"open'
# expect: bad field at 0 of 'a"b'
print(re.split(r',(?=(?:[^"]*"[^"]*")*[^"]*$)', 'x,"y,z",w'), re.findall(r'"[^"]*"|[^,]+', 'x,"y,z",w'))
# expect: ['x', '"y,z"', 'w'] ['x', '"y,z"', 'w']
---
# marks in a text become tags
import re
RULES = [
    (r"`([^`\n]+)`", lambda m: "<code>" + escape(m[1]) + "</code>"),
    (r"\*\*(?=\S)(.+?)(?<=\S)\*\*", r"<b>\1</b>"),
    (r"(?<![*\w])\*(?=\S)(.+?)(?<=\S)\*(?![*\w])", r"<i>\1</i>"),
    (r"\[([^\]]+)\]\((https?://[^\s)]+)\)", r'<a href="\2">\1</a>'),
    (r"~~(.+?)~~", r"<s>\g<1></s>"),
]
def escape(text):
    return re.sub("[<>&]", lambda m: {"<": "&lt;", ">": "&gt;", "&": "&amp;"}[m[0]], text)
def inline(text):
    for pattern, repl in RULES:
        text = re.sub(pattern, repl, text)
    return text
for text in ("a **bold** and *slanted* word", "2 * 3 * 4 and **no", "`x < y && z` is code", "see [the site](https://example.org/a?b=1)!", "**both *of* them** ~~not~~ 🙂 *é*", "**a** **b**"):
    print(inline(text))
# expect: a <b>bold</b> and <i>slanted</i> word
# expect: 2 * 3 * 4 and **no
# expect: <code>x &lt; y &amp;&amp; z</code> is code
# expect: see <a href="https://example.org/a?b=1">the site</a>!
# expect: <b>both <i>of</i> them</b> <s>not</s> 🙂 <i>é</i>
# expect: <b>a</b> <b>b</b>
def block(text):
    text = re.sub(r"(?m)^(#{1,3}) +(.*?) *#*$", lambda m: f"<h{len(m[1])}>{m[2]}</h{len(m[1])}>", text)
    return re.sub(r"(?:^- .*(?:\n|\Z))+", lambda m: "<ul>" + re.sub(r"(?m)^- (.*)\n?", r"<li>\1</li>", m[0]) + "</ul>\n", text, flags=re.M)
print(block("# Title #\n- one\n- two\n\nend\n- last"))
# expect: <h1>Title</h1>
# expect: <ul><li>one</li><li>two</li></ul>
# expect:
# expect: end
# expect: <ul><li>last</li></ul>
# expect:
---
# roman numerals
import re
ROMAN = re.compile(r"(?=[MDCLXVI])M{0,3}(C[MD]|D?C{0,3})(X[CL]|L?X{0,3})(I[XV]|V?I{0,3})")
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
def value(text):
    if not ROMAN.fullmatch(text):
        return None
    return sum(-VALUES[a] if VALUES[a] < VALUES.get(b, 0) else VALUES[a] for a, b in zip(text, text[1:] + " "))
print({text: value(text) for text in ("III", "IV", "MCMXCIV", "MMXXIV", "XLII", "IIII", "VX", "IC", "", "MMMM", "X🙂", "Ⅳ", "iv")})
# expect: {'III': 3, 'IV': 4, 'MCMXCIV': 1994, 'MMXXIV': 2024, 'XLII': 42, 'IIII': None, 'VX': None, 'IC': None, '': None, 'MMMM': None, 'X🙂': None, 'Ⅳ': None, 'iv': None}
print(ROMAN.fullmatch("MCMXCIV").groups(), [m[0] for m in re.finditer(rf"\b(?:{ROMAN.pattern})\b", "Louis XIV, MIX, CIVIC and XX")])
# expect: ('CM', 'XC', 'IV') ['', 'XIV', 'MIX', '', 'XX']
def roman(n):
    text = "M" * (n // 1000) + "C" * (n % 1000 // 100) + "X" * (n % 100 // 10) + "I" * (n % 10)
    for one, five, ten in ("CDM", "XLC", "IVX"):
        text = re.sub(f"{one}{{9}}", one + ten, text)
        text = re.sub(f"{one}{{5}}", five, text)
        text = re.sub(f"{one}{{4}}", one + five, text)
    return text
print([roman(n) for n in (4, 9, 14, 49, 99, 444, 1994, 2024)], all(value(roman(n)) == n for n in range(1, 100)))
# expect: ['IV', 'IX', 'XIV', 'XLIX', 'XCIX', 'CDXLIV', 'MCMXCIV', 'MMXXIV'] True
---
# durations such as 1h30m
import re
DURATION = re.compile(r"(?i)(?!$)(?P<sign>-)?(?:(?P<days>\d+)d)?\s*(?:(?P<hours>\d+)h)?\s*(?:(?P<minutes>\d+)m(?!s))?\s*(?:(?P<seconds>\d+(?:\.\d+)?)s)?")
def seconds(text):
    m = DURATION.fullmatch(text.strip())
    if not m or not any(v for k, v in m.groupdict().items() if k != "sign"):
        raise ValueError(f"not a duration: {text!r}")
    total = sum(float(m[unit] or 0) * size for unit, size in (("days", 86400), ("hours", 3600), ("minutes", 60), ("seconds", 1)))
    return -total if m["sign"] else total
for text in ("1h30m", "2d", "90s", "1.5s", "-1H", "1d 2h 3m 4s", "30m1h", "", "-", "5", "1h🙂", "10ms"):
    try:
        print(text or "nothing", "is", seconds(text))
    except ValueError as e:
        print(e)
# expect: 1h30m is 5400.0
# expect: 2d is 172800.0
# expect: 90s is 90.0
# expect: 1.5s is 1.5
# expect: -1H is -3600.0
# expect: 1d 2h 3m 4s is 93784.0
# expect: not a duration: '30m1h'
# expect: not a duration: ''
# expect: not a duration: '-'
# expect: not a duration: '5'
# expect: not a duration: '1h🙂'
# expect: not a duration: '10ms'
def spell(n):
    text = f"{n // 3600}h{n // 60 % 60}m{n % 60}s"
    return re.sub(r"\b0[hms]|(?<=[hms])0[hms]", "", text) or "0s"
print([spell(n) for n in (0, 59, 60, 3600, 5400, 3661, 36000)])
# expect: ['0s', '59s', '1m', '1h', '1h30m', '1h1m1s', '10h']
---
# names from camelCase to snake_case and back
import re
def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()
def camel(name, first=False):
    return re.sub(r"(?:^|_+)([^\W_])" if first else r"_+([^\W_])", lambda m: m[1].upper(), name.lower())
for name in ("camelCase", "HTTPServer", "parseURLFast", "value2Int", "X", "already_snake", "éclairÉtat", "toJSON"):
    print(name, snake(name), camel(snake(name)), camel(snake(name), True), sep="  ")
# expect: camelCase  camel_case  camelCase  CamelCase
# expect: HTTPServer  http_server  httpServer  HttpServer
# expect: parseURLFast  parse_url_fast  parseUrlFast  ParseUrlFast
# expect: value2Int  value2_int  value2Int  Value2Int
# expect: X  x  x  X
# expect: already_snake  already_snake  alreadySnake  AlreadySnake
# expect: éclairÉtat  éclairétat  éclairétat  Éclairétat
# expect: toJSON  to_json  toJson  ToJson
print(re.sub(r"([A-Z])", r" \1", "myVeryLongName").split(), re.sub(r"[_\W]+(\w)?", lambda m: (m[1] or "").upper(), "kebab-case and🙂more_"))
# expect: ['my', 'Very', 'Long', 'Name'] kebabCaseAndMore
print(" ".join(w[0].upper() + w[1:] for w in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", "getHTTP2ResponseCode")))
# expect: Get HTTP 2 Response Code
---
# the parts of a URL
import re
URL = re.compile(r"""
    (?: (?P<scheme> [a-z][a-z0-9+.-]* ) : )?
    (?: // (?: (?P<user> [^:@/?\#]* ) (?: : (?P<password> [^@/?\#]* ) )? @ )?
           (?P<host> \[ [0-9a-f:.]+ \] | [^:/?\#]* )
           (?: : (?P<port> \d* ) )? )?
    (?P<path> [^?\#]* )
    (?: \? (?P<query> [^\#]* ) )?
    (?: \# (?P<fragment> .* ) )?
""", re.VERBOSE | re.IGNORECASE | re.DOTALL)
def parts(url):
    return {k: v for k, v in URL.fullmatch(url).groupdict().items() if v is not None}
for url in ("https://example.org", "HTTP://ann:pw@host:8080/a/b.html?x=1&y=%20#top", "/only/path", "mailto:ann@example.org", "//cdn/x", "ftp://[2001:db8::1]:21/", "?q=🙂#", ""):
    print(parts(url))
# expect: {'scheme': 'https', 'host': 'example.org', 'path': ''}
# expect: {'scheme': 'HTTP', 'user': 'ann', 'password': 'pw', 'host': 'host', 'port': '8080', 'path': '/a/b.html', 'query': 'x=1&y=%20', 'fragment': 'top'}
# expect: {'path': '/only/path'}
# expect: {'scheme': 'mailto', 'path': 'ann@example.org'}
# expect: {'host': 'cdn', 'path': '/x'}
# expect: {'scheme': 'ftp', 'host': '[2001:db8::1]', 'port': '21', 'path': '/'}
# expect: {'path': '', 'query': 'q=🙂', 'fragment': ''}
# expect: {'path': ''}
def query(text):
    found = {}
    for key, value in re.findall(r"([^=&]+)=?([^&]*)", text):
        value = re.sub(rb"%([0-9a-fA-F]{2})", lambda m: bytes([int(m[1], 16)]), value.replace("+", " ").encode()).decode()
        found.setdefault(key, []).append(value)
    return found
print(query("a=1&b=two+words&a=%F0%9F%99%82&flag&c="))
# expect: {'a': ['1', '🙂'], 'b': ['two words'], 'flag': [''], 'c': ['']}
---
# re.Scanner makes a lexer of pairs of pattern and action
import re
scanner = re.Scanner([
    (r"\d+\.\d*", lambda s, text: ("float", float(text))),
    (r"\d+", lambda s, text: ("int", int(text))),
    (r"[a-z_]\w*", lambda s, text: ("name", text)),
    (r"'(?:[^'\\]|\\.)*'", lambda s, text: ("text", text[1:-1])),
    (r"[-+*/=()]", "sign"),
    (r"\s+", None),
])
print(scanner.scan("x1 = 3 + 4.5*(y)"))
# expect: ([('name', 'x1'), 'sign', ('int', 3), 'sign', ('float', 4.5), 'sign', 'sign', ('name', 'y'), 'sign'], '')
print(scanner.scan("say 'it\\'s 🙂' ? more"))  # expect: ([('name', 'say'), ('text', "it\\'s 🙂")], '? more')
print(scanner.scan(""), scanner.scan("?"), type(scanner).__name__)  # expect: ([], '') ([], '?') Scanner
places = re.Scanner([("a+", lambda s, text: (s.match.span(), text)), ("b", lambda s, text: s.match.start())])
print(places.scan("aabab🙂"))  # expect: ([((0, 2), 'aa'), 2, ((3, 4), 'a'), 4], '🙂')
print(re.Scanner([("[a-z]", lambda s, t: t.upper()), (" ", None)], re.I).scan("a B c"))
# expect: (['A', 'B', 'C'], '')
---
# a little reader of settings in sections
import re
SECTION, ITEM = re.compile(r"^\[(?P<name>[^\]]+)\]\s*$"), re.compile(r"^(?P<key>[^=:#;\s][^=:]*?)\s*[=:]\s*(?P<value>.*?)\s*(?:[#;].*)?$")
def read(text):
    result, current = {}, None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or re.match(r"\s*[#;]", line):
            continue
        if m := SECTION.match(line):
            current = result.setdefault(m["name"], {})
        elif (m := ITEM.match(line)) and current is not None:
            value = m["value"]
            if re.fullmatch(r"[+-]?\d+", value):
                value = int(value)
            elif m2 := re.fullmatch(r"(?i)(?:(yes|on|true)|no|off|false)", value):
                value = m2.lastindex == 1
            current[m["key"]] = value
        else:
            raise ValueError(f"line {number}: {line!r}")
    return result
print(read("# settings\n[window]\nwidth = 800\ntitle: My 🙂 app ; shown\nfull-screen=No\n\n[net work]\nhost name = a.b\nretry = ON\nempty =\n"))
# expect: {'window': {'width': 800, 'title': 'My 🙂 app', 'full-screen': False}, 'net work': {'host name': 'a.b', 'retry': True, 'empty': ''}}
try:
    read("[a]\nx = 1\n[b\n")
except ValueError as e:
    print(e)  # expect: line 3: '[b'
---
# dates in several writings, told apart by the pattern that fits
import re
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
FORMS = [re.compile(p, re.I) for p in (
    r"(?P<y>\d{4})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)",
    r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>\d{4})",
    rf"(?P<d>\d\d?)(?:st|nd|rd|th)? +(?P<m>{'|'.join(MONTHS)})[a-z]* +(?P<y>\d{{4}})",
    rf"(?P<m>{'|'.join(MONTHS)})[a-z]* +(?P<d>\d\d?)(?:st|nd|rd|th)?, +(?P<y>\d{{4}})")]
def date(text):
    for form in FORMS:
        if m := form.fullmatch(text):
            month = m["m"].lower()[:3]
            return int(m["y"]), MONTHS.index(month) + 1 if month in MONTHS else int(month), int(m["d"])
for text in ("2024-02-29", "2024/2/9", "2024-02/09", "3.10.1990", "1st March 2020", "December 24th, 2023", "24 dec 2023", "🙂"):
    print(text, date(text))
# expect: 2024-02-29 (2024, 2, 29)
# expect: 2024/2/9 (2024, 2, 9)
# expect: 2024-02/09 None
# expect: 3.10.1990 (1990, 10, 3)
# expect: 1st March 2020 (2020, 3, 1)
# expect: December 24th, 2023 (2023, 12, 24)
# expect: 24 dec 2023 (2023, 12, 24)
# expect: 🙂 None
print(re.sub(r"(\d\d)/(\d\d)/(\d{4})", r"\3-\2-\1", "from 01/02/2003 to 31/12/2004"), re.findall(r"\b(?:19|20)\d\d\b", "1999, 2024, 1815 and 20245"))
# expect: from 2003-02-01 to 2004-12-31 ['1999', '2024']
---
# words: counting them, changing them, hiding what is secret
import re
from collections import Counter
text = "The cat saw the dog; the dog's tail wagged. “The end”, said the cat — naïve café 🙂."
words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text.lower())
print(Counter(words).most_common(3), [w for w in words if re.search("[^a-z']", w)], max(words, key=len))
# expect: [('the', 5), ('cat', 2), ('saw', 1)] ['naïve', 'café'] wagged
print(re.sub(r"\b(\w)(\w*)\b", lambda m: m[1].upper() + m[2], "the quick brown fox"), re.sub(r"\b(\w+)( \1\b)+", r"\1", "it is is is so so good"))
# expect: The Quick Brown Fox it is so good
print(re.sub(r"\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?(\d{4})\b", r"****\1", "card 1234-5678-9012-3456 or 1234567890123456"), re.sub(r"(?<=.).(?=[^@]*?@)", "*", "someone@example.org"))
# expect: card ****3456 or ****3456 s******@example.org
print(re.sub(r"(?i)\b(?:damn|heck)\b", lambda m: "#" * len(m[0]), "Damn, what the heck! Heckler"), re.split(r"(?<=[.!?])\s+", "One. Two! Three? Four"))
# expect: ####, what the ####! Heckler ['One.', 'Two!', 'Three?', 'Four']
print(re.sub(r"[ \t]+(?=\n|\Z)", "", "a  \nb\t\nc ").split("\n"), re.findall(r"(?m)^(?!#).+", "#no\nyes\n\n #maybe"), re.sub(r"\s*\n\s*", " ", "one\n  two \n\n three"))
# expect: ['a', 'b', 'c'] ['yes', ' #maybe'] one two three
print(" ".join(re.findall(r"\d{1,3}(?=(?:\d{3})*$)", "1234567")), bool(re.fullmatch(r"(.)(.).\2\1", "level")))
# expect: 1 234 567 True
