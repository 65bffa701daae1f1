"""Rows for formatting: format(), the % operator, str.format templates."""

import _string

from numeric_vectors import EDGE_FLOATS, EDGE_INTS, any_float, any_int

TEXTS = ["", "a", "abc", "\xe9\U0001f600z", "hello world"]


def any_spec(rng, types):
    spec = ""
    if rng.random() < 0.4:
        spec += rng.choice(["", "*", "0", "\U0001f600", " ", "<"]) + rng.choice("<>=^")
    spec += rng.choice(["", "", "", "+", "-", " "])
    spec += rng.choice(["", "", "", "", "", "z"])
    spec += rng.choice(["", "", "", "#"])
    spec += rng.choice(["", "", "", "0"])
    spec += rng.choice(["", "", str(rng.randint(0, 30))])
    spec += rng.choice(["", "", "", "", ",", "_"])
    spec += rng.choice(["", "", "", f".{rng.randint(0, 20)}"])
    spec += rng.choice(types)
    if rng.random() < 0.04:
        at = rng.randint(0, len(spec))
        spec = spec[:at] + rng.choice([",", "_", ".", "x", "1", "z", "#", "\x01", "\xe9", "99999999999999999999", "\u0663"]) + spec[at:]
    return spec


ODD_SPECS = ["z", ".2", ",x", ",n", "_n", "__", ",,", ",_", "_,", "ab", "s", "\x01", "\x7f", "\xe9", "c", "+c", "#c", "9223372036854775808", "+", " ", "#", "=", "05",
             "=5", ".", ".3000000000f", "%", "d", ",", ",c", ",\x01", "<<5", "=<5", "<", "010,", "010_", "010_x", "\u0665", "0_b", "#_X", "012_b", ".\u0663f", "x", ".5_f", "1,_2", "z+",
             "+z", "#z", "0z", "00005", "<05", "^05", "=05", "x<05", "0<5", "n", "N", "F", "E", "G", "g", "e", "f", "010.3f", "012,.2f", "#.0f", "#.0e", "#.0g", ".0%", "z.0f", "z.1%"]


def spec_rows(table, rng, scale):
    ints = EDGE_INTS + [any_int(rng, 80) for _ in range(30)]
    floats = EDGE_FLOATS + [any_float(rng) for _ in range(60)]
    for spec in ODD_SPECS:
        for n in (0, -5, 1234567, 10**30):
            table.row("formatInt", format, n, spec)
        for x in (0.0, -0.0, 1.5, -1234567.891, 1e300, float("inf"), float("nan")):
            table.row("formatFloat", format, x, spec)
        for text in TEXTS:
            table.row("formatStr", format, text, spec)
        table.row("formatComplex", lambda a, b, s: format(complex(a, b), s), 1.5, -2.0, spec)
    for _ in range(400 * scale):
        table.row("formatInt", format, rng.choice(ints), any_spec(rng, ["", "b", "c", "d", "o", "x", "X", "n", "e", "f", "g", "%", "G"]))
        table.row("formatFloat", format, rng.choice(floats), any_spec(rng, ["", "", "e", "E", "f", "F", "g", "G", "n", "%"]))
        table.row("formatFloat", format, any_float(rng), rng.choice(["", "#"]) + f".{rng.choice([0, 1, 2, 3, 6, 15, 16, 17, 18, 30, 60, 120, 350])}" + rng.choice(["e", "f", "g", ""]))
        table.row("formatFloat", format, rng.randint(-2000, 2000) / 2 ** rng.randint(0, 6), f".{rng.randint(0, 5)}" + rng.choice(["e", "f", "g", "", "%"]))
        table.row("formatFloat", format, float(rng.randint(-2000, 2000) * 5 * 10 ** rng.randint(0, 25)), f".{rng.randint(0, 4)}" + rng.choice(["e", "g", ""]))
        table.row("formatStr", format, rng.choice(TEXTS), any_spec(rng, ["", "s"]))
        table.row("formatComplex", lambda a, b, s: format(complex(a, b), s), rng.choice(floats), rng.choice(floats), any_spec(rng, ["", "e", "f", "g", "G", "n"]))
    for _ in range(100 * scale):
        table.row("formatInt", format, rng.choice(ints), f"0{rng.randint(1, 40)}{rng.choice(',_')}")
        table.row("formatInt", format, rng.choice(ints), f"{rng.choice(['', '#'])}0{rng.randint(1, 40)}_{rng.choice('bxo')}")
        table.row("formatFloat", format, rng.choice(floats), f"0{rng.randint(1, 40)},.{rng.randint(0, 3)}f")


def printf(form, *arguments):
    return form % arguments


def printf_rows(table, rng, scale):
    for _ in range(400 * scale):
        flags = "".join(rng.choice("-+ #0") for _ in range(rng.choice([0, 0, 1, 1, 2, 3])))
        width = rng.choice(["", "", str(rng.randint(0, 25)), "*"])
        precision = rng.choice(["", "", "." + str(rng.randint(0, 20)), ".*", "."])
        stars = [rng.randint(-12, 12) for _ in range((width + precision).count("*"))]
        table.row("printf", printf, f"%{flags}{width}{precision}{rng.choice('diuoxX')}", *stars, any_int(rng, 70))
        table.row("printf", printf, f"%{flags}{width}{precision}{rng.choice('eEfFgG')}", *stars, any_float(rng))
        table.row("printf", printf, f"%{flags}{width}{precision}s", *stars, rng.choice(TEXTS))
        table.row("printf", printf, f"%{flags}{width}{precision}c", *stars, rng.choice([65, 0x1F600, 233, -1, 0x110000]))
    for form in ["%", "abc%", "%5", "%l", "%.", "%5.", "%" + "9" * 20 + "d", "%." + "9" * 20 + "d", "%99999999999999999999999999d", "%.2147483648f", "%-", "%y", "%5%", "%-%", "%\x01", "%\xe9", "%\U0001f600", "\U0001f600%y", "%lld", "%hhd", "%.-5d", "%z5d"]:
        table.row("printfError", printf, form, 1)
    for form in ["%(a", "%(a)", "%(a(b)", "%(a)5", "%(a)y"]:
        table.row("printfKeyError", lambda text: text % {"a": 1}, form)
    for form in ["", "a", "%%", "a%%b", "%d%%|%s", "%ld %hd %Ld", "x%dy%dz"]:
        table.row("printf", printf, form, *[7] * (form.replace("%%", "").count("%")))


def any_template(rng):
    pieces = ["a", "{", "}", "{{", "}}", "{}", "{0}", "{a}", "{a.b}", "{a[0]}", "{a[x]}", "!r", "!", ":", ">5", "[", "]", ".", "{:{}}", "{!s:>{w}}", "0", "\xe9", "{:", "{!x}"]
    return "".join(rng.choice(pieces) for _ in range(rng.randint(1, 5)))


TEMPLATES = ["{", "}", "{{", "}}", "{}{", "{a", "{!", "{!}", "{!r", "{!rx}", "{!r:", "{:", "{:{", "{:{}", "{[", "{[}", "{[a}", "{a[}", "{a.}", "{a[]}", "{a[0}", "{a]b}", "{a[b]c}",
             "{a{b}", "{}{0}", "{0}{}", "{0:{}}", "{:{:{}}}", "{!x}", "{!\x01}", "{!\xe9}", "{99999999999999999999}", "{0[99999999999999999999]}", "{a..b}", "{.a}", "{[0]}",
             "{0.a[x].b[1]}", "{:{!r:>{}}}", "a{}b}}c{{d", "{ }", "{0 }", "{-1}", "{\u0663}", "{0[-1]}", "{0[ 1]}", "{:}", "{!r:}", "{:}}", "{:{{}}}", "{:}}}", "{!}}", "{!}:}", "{!r}}",
             "{:{}}}", "}{", "{a!r.b}", "{0[}]}", "{0[a}b]}", "{0[a:b]}", "{0.a:b]}", "{a[b}c]d}", "{:{a[}", "{!\U0001f600}", "{0[\u0663]}", "{0[9007199254740993]}"]


def raw_pieces(template):
    return [list(piece) for piece in _string.formatter_parser(template)]


def split_name(name):
    first, rest = _string.formatter_field_name_split(name)
    return [first, [list(access) for access in rest]]


class Seen:
    """Records what a template does to its arguments."""

    def __init__(self, path):
        self.path = path

    def __getattr__(self, name):
        return Seen(f"{self.path}.{name}")

    def __getitem__(self, key):
        return Seen(f"{self.path}[{key!r}]")

    def __format__(self, spec):
        return f"<{self.path}|{spec}>"

    def __repr__(self):
        return f"repr({self.path})"

    def __str__(self):
        return f"str({self.path})"


def fill(template):
    return template.format(*(Seen(str(i)) for i in range(9)), a=Seen("a"), w=Seen("w"))


def template_rows(table, rng, scale):
    for template in TEMPLATES + [any_template(rng) for _ in range(400 * scale)]:
        table.row("template", fill, template)
        table.row("rawPieces", raw_pieces, template)
    for name in ["", "a", "0", "a.b", "a[0]", "a[x].y", ".a", "[0]", "a..b", "a[", "a[]", "a[0]b", "a.", "12.x", "99999999999999999999", "a[99999999999999999999]", "\u0663"]:
        table.row("splitName", split_name, name)


def add_rows(table, rng, scale):
    spec_rows(table, rng, scale)
    printf_rows(table, rng, scale)
    template_rows(table, rng, scale)
