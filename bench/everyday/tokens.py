"""A tokenizer by one regular expression."""

import re


def main():
    n = 30
    src = "x = 3.14 * (y + foo(12, 'abc')) - z ** 2 # comment\n" * 5
    pat = re.compile(r"\s*(?:(\d+\.?\d*)|([A-Za-z_]\w*)|('[^']*')|(\*\*|[-+*/=(),])|(#.*))")
    k = 0
    for _ in range(n):
        pos = 0
        while pos < len(src):
            m = pat.match(src, pos)
            if not m:
                break
            pos = m.end()
            k += m.lastindex
    return k
