"""Rows for packages/core/src/text but formatting: numbers as text, repr, searching, case, codecs."""

import math
import re
import unicodedata

from numeric_vectors import EDGE_FLOATS, EDGE_INTS, any_float, any_int


INT_TEXTS = ["abc", "", "0x_ff", "0x__ff", "_1", "1_", "010", "0_0", "0", "00", "0b2", "12", "z", " 12 ", "\u0661\u0662", "1\x002", "a" * 300,
             "+ 1", "+-1", "0x", "0xf", "0b1", "1" * 5000, "'", "\u3000 5", "-0", "-0x_1f", "0_7", "0_", "0o_17", "\xe9", "1_1" * 3000,
             "-" + "1" * 4301, "\uff11\uff12", "0x\uff11", "1" * 5000 + "x", "-", "+", "0B1", "0O7", "0XF", "0x_", "1__1", "12e1", "9007199254740993",
             "-9007199254740991", "\U0001d7d9\U0001d7ec", "1 2", "\x1f7\x85", "0xg", "0b_0_1", "\n1\t", "1\n2", "zz_Zz"]
FLOAT_TEXTS = ["abc", "", "1_0.5e3", " 1_0.5e3 ", "inf", "-Infinity", "nan", "+nAn", "1e", "1e5_0", "_1", "1__0", "1_.5", "1._5", ".5", "5.", ".",
               "e5", "1e400", "-1e400", "1e-400", "\u0661.\u0665", "1\x00", "0x10", "1 2", "infinit", "\xe9", "1e+_5", "1e5_", "it's", "1_e5", "+.5e-3",
               "1e99999999999999999999", "0e99999999999999999", "- 1", "\u3000 5", "-0", "-.0", "1.5.5", "--1", "1e5.5", "1E5", "1d5", "infinity ", "in",
               "nan(1)", "-nan", "9007199254740993", "1" * 400, "." + "0" * 400 + "1", "2.2250738585072011e-308", "1e_5", "1_000.0_1", "_", "+", "1e-", "NaN1"]
COMPLEX_TEXTS = ["1+2j", "(1+2j)", " ( 1+2j ) ", "j", "-j", "+j", "1j", "1+j", "1-j", "1e5+2e-3j", "1 +2j", "", "()", "(", "1+2", "j1", "nan+infj",
                 "1+2J", "((1))", "(1", "1_0+2_0j", "infj", "nanj", "1+2j)", "\u0661j", "1+-2j", "(1+2j)x", "-0-0j", "1j+2", "1e400j", "1__0", "_1j", "1+_2j", " ",
                 "1", "-1.5", "(j)", "( -j )", "jj", "+-j", "1+j2", "infinity-infj", "nanj+1", "1e5j", "1ej", "(1+2j))", "abc", "1+2j ", "1+\u0662j"]
ALPHABET = ["a", "b", "A", "Z", "z", " ", "\t", "\n", "\r", "\x0b", "\x1c", "\x85", "\u2028", "\xa0", "\xe9", "\xdf", "\xb5", "\u0130", "\u0131", "\u01c5", "\u03a3", "\u03c2", "\u0345",
            "\u10d0", "\u1f80", "\u1fb3", "\u1e9e", "\ufb03", "\u13a0", "\uab70", "\u2160", "\u0661", "\xb2", "\u4e00", "\u00bd", "\U0001d7d9", "\U00010400",
            "\U0001f600", "'", '"', "\\", "_", "0", "7", "-", "+", ".", "\x00", "\x7f", "\x9f", "\xad", "\u200b", "\ud800", "\udc80", "\U000e0001", "\ue000", "\uffff", "\u0378"]
PLAIN = ["a", "b", "ab", " ", "\n", "a", "\xe9", "\U0001f600"]


def any_text(rng, most=8, alphabet=ALPHABET):
    text = "".join(rng.choice(alphabet) for _ in range(rng.randint(0, most)))
    # Lone surrogates side by side would become one character in JS.
    return text.replace("\ud800\udc80", "\ud800")


def number_rows(table, rng, scale):
    for text in INT_TEXTS:
        for base in [0, 2, 3, 8, 10, 16, 32, 36]:
            table.row("parseInt", int, text, base)
    for base in [1, -1, 37, 10**20]:
        table.row("parseInt", int, "1", base)
    for _ in range(60 * scale):
        n, base = any_int(rng, 300), rng.randint(2, 36)
        digits = to_base(abs(n), base)
        table.row("parseInt", int, ("-" if n < 0 else "") + digits, base)
        table.row("parseInt", int, "_".join(digits).upper(), base)
        table.row("parseInt", int, any_text(rng, 4, ["0", "1", "_", "x", "b", "o", "-", " ", "9", "a"]), rng.choice([0, 2, 8, 10, 16]))
        table.row("intToString", str, n)
        for name, function in (("bin", bin), ("oct", oct), ("hex", hex)):
            table.row(name, function, n)
        x = any_float(rng)
        table.row("parseFloat", float, repr(x))
        table.row("floatRepr", repr, x)
        table.row("floatRepr", repr, 2.0 ** rng.randint(-1074, 1023))
        table.row("floatRepr", repr, math.nextafter(10.0 ** rng.randint(-10, 22), rng.choice([0, math.inf])))
        table.row("parseFloat", float, any_text(rng, 6, ["1", "0", "_", ".", "e", "-", "+", "5", "inf", "nan", " "]))
        table.row("complexRepr", lambda a, b: repr(complex(a, b)), x, any_float(rng))
        table.row("parseComplex", complex, any_text(rng, 6, ["1", "0", "_", ".", "e", "-", "+", "5", "inf", "j", " ", "(", ")"]))
    for text in FLOAT_TEXTS:
        table.row("parseFloat", float, text)
    for text in COMPLEX_TEXTS:
        table.row("parseComplex", complex, text)
    for a in EDGE_FLOATS[:8] + EDGE_FLOATS[-10:]:
        table.row("complexRepr", lambda x, y: repr(complex(x, y)), a, -a)
    for n in EDGE_INTS:
        table.row("intToString", str, n)
    for x in EDGE_FLOATS:
        table.row("floatRepr", repr, x)


def to_base(n, base):
    digits = ""
    while n:
        n, digit = divmod(n, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


def case_rows(table, rng, scale):
    methods = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum",
               "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii"]
    # Characters that later versions of Unicode treat otherwise are left out.
    changed = {0x19B, 0x264, 0x295, 0xA7D3, 0xA7D5}
    known = [chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000 and unicodedata.category(chr(c)) not in ("Cn", "Co") and c not in changed]
    plain = set()
    for c in known:
        facts = tuple(getattr(c, m)() for m in methods[6:])
        cases = tuple(getattr(c, m)() for m in methods[:6])
        key = (facts, unicodedata.category(c), len({*cases}), tuple(map(len, cases)))
        if key not in plain:
            plain.add(key)
            for method in methods:
                table.row(method, getattr(str, method), c)
    for _ in range(100 * scale):
        text = any_text(rng) if rng.random() < 0.5 else "".join(rng.choice(known) for _ in range(rng.randint(1, 3)))
        text = "".join(c for c in text if c != "\u0378")
        for method in methods:
            table.row(method, getattr(str, method), text)
        sigmas = any_text(rng, 8, ["\u03a3", "a", "A", ".", "'", " ", "\u0345", "\U00010400", "1"])
        for method in ("lower", "title", "capitalize", "swapcase", "casefold"):
            table.row(method, getattr(str, method), sigmas)
    for _ in range(100 * scale):
        text = any_text(rng)
        text = "".join(c for c in text if c != "\u0378")
        table.row("strRepr", repr, text)
        table.row("strAscii", ascii, text)
        data = bytes(rng.choice([*range(256), 39, 34, 92, 65]) for _ in range(rng.randint(0, 12)))
        table.row("bytesRepr", repr, data)



def search_rows(table, rng, scale):
    for _ in range(150 * scale):
        text = any_text(rng, 14, PLAIN)
        part = any_text(rng, 2, PLAIN)
        new = any_text(rng, 2, PLAIN)
        limit = rng.choice([-1, -1, 0, 1, 2, 5])
        start, end = rng.choice([None, None, rng.randint(-16, 16)]), rng.choice([None, None, rng.randint(-16, 16)])
        table.row("length", len, text)
        for name in ("find", "rfind", "count", "startswith", "endswith"):
            table.row(name, lambda t, p, s, e, m=getattr(str, name): m(t, p, s, e), text, part, start, end)
        table.row("replace", lambda t, a, b, n: t.replace(a, b, n), text, part, new, limit)
        if part:
            table.row("split", lambda t, p, n: t.split(p, n), text, part, limit)
            table.row("rsplit", lambda t, p, n: t.rsplit(p, n), text, part, limit)
            table.row("partition", str.partition, text, part)
            table.row("rpartition", str.rpartition, text, part)
        blank = any_text(rng, 12, ["a", " ", "\t", "\n", "\r", "\x0b", "\x1c", "\x85", "\u2028", "\U0001f600", "b", "\x1f"])
        table.row("splitWords", lambda t, n: t.split(None, n), blank, limit)
        table.row("rsplitWords", lambda t, n: t.rsplit(None, n), blank, limit)
        table.row("splitLines", lambda t, k: t.splitlines(k), blank, rng.random() < 0.5)
        table.row("trim", str.strip, blank)
        table.row("trimStart", str.lstrip, blank)
        table.row("trimEnd", str.rstrip, blank)
        ends = {"both": str.strip, "start": str.lstrip, "end": str.rstrip}
        which = rng.choice(list(ends))
        table.row("stripCharacters", lambda t, c, w: ends[w](t, c), text, any_text(rng, 3, PLAIN), which)
        width = rng.randint(-2, 20)
        for name in ("center", "ljust", "rjust"):
            table.row(name, getattr(str, name), text, width, rng.choice([" ", "*", "\U0001f600"]))
        table.row("zfill", str.zfill, rng.choice(["", "+", "-", "a"]) + text, width)
        table.row("expandTabs", str.expandtabs, any_text(rng, 9, ["a", "\t", "\n", "\r", "\U0001f600"]), rng.choice([-1, 0, 1, 3, 8]))
        step = rng.choice([None, 1, 1, 2, -1, -2, 5, 10**20, -(10**20)])
        table.row("slice", lambda t, a, b, c: t[a:b:c], text, start, end, step)
        table.row("sliceRange", lambda n, a, b, c: slice(a, b, c).indices(n), len(text), start, end, rng.choice([None, 1, -1, 3, -4]))
        other = any_text(rng, 4)
        this = any_text(rng, 4)
        table.row("compareText", lambda a, b: (a > b) - (a < b), this, other)
        table.row("compareText", lambda a, b: (a > b) - (a < b), this + "\uffff", this + "\U0001f600")


def unicode_outcome(function):
    def wrapped(*arguments):
        try:
            return function(*arguments)
        except UnicodeError as error:
            return [error.encoding, error.start, error.end, error.reason, str(error)]

    return wrapped


CODECS = ["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "bogus"]
BYTES = [0, 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC3, 0xA9, 0xE0, 0xA0, 0xE2, 0x82, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F, 0xF5, 0xFF, 0xFE, 0xD8, 0xDC, 0xEF, 0xBB]


def codec_rows(table, rng, scale):
    encode = unicode_outcome(lambda text, codec, handler: text.encode(codec, handler))
    decode = unicode_outcome(lambda data, codec, handler: data.decode(codec, handler))
    letters = ["a", "\xe9", "\u4e00", "\U0001f600", "\ud800", "\udc80", "\udcff", "\x80", "\xff", "\u0100", "b", "\ufeff"]
    for _ in range(60 * scale):
        for codec in CODECS:
            text = any_text(rng, 6, letters)
            table.row("encode", encode, re.sub("\ud800[\udc80\udcff]+", "\ud800", text), codec, rng.choice(HANDLERS))
            data = bytes(rng.choice(BYTES) for _ in range(rng.randint(0, 9)))
            if rng.random() < 0.5:
                data = any_text(rng, 5, letters).encode(codec, "surrogatepass" if "utf" in codec else "ignore")
                cut = rng.randint(0, len(data))
                data = data[:cut] + data[cut + 1:]
            handler = rng.choice(HANDLERS)
            table.row("decode", decode, data, codec, handler)
    for name in ["utf 8", "utf--8", "UTF-8 ", "utf_8", "utf.8", "u8", "ISO_8859-1", "utf8_sig", "latin 1", "utf/8", "uTf16", "US-ASCII", "646", "bogus", "L1"]:
        table.row("findCodec", lambda n: "a".encode(n) and True, name)


def add_rows(table, rng, scale):
    number_rows(table, rng, scale)
    case_rows(table, rng, scale)
    search_rows(table, rng, scale)
    codec_rows(table, rng, scale)
