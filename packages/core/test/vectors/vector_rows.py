"""How make_vectors.py writes rows: one JSON array a line, [table, *arguments, expected]."""

import json
import math


class Error(str):
    """Marks an expected exception: "TypeName: message"."""


def encode(value):
    """JSON for a Python value; read-vectors.ts turns it back into what the engine's functions use."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Error):
        return "E" + value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else f"i{value:x}"
    if isinstance(value, float):
        return f"f{value!r}"
    if isinstance(value, complex):
        return {"re": encode(value.real), "im": encode(value.imag)}
    if isinstance(value, str):
        return "s" + value
    if isinstance(value, (bytes, bytearray)):
        return "b" + value.hex()
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    raise TypeError(type(value))


def outcome(function, *arguments):
    """What the function returns or, as an Error, raises."""
    try:
        return function(*arguments)
    except Exception as error:  # every exception is a result here
        return Error(f"{type(error).__name__}: {error}")


class Table:
    """A file of rows, without duplicates; of each table it keeps a sample of at most `most` rows."""

    def __init__(self, path, rng, most):
        self.path = path
        self.rng = rng
        self.most = most
        self.tables = {}

    def row(self, name, function, *arguments, shown=None):
        """Adds the outcome of function(*arguments); `shown` are the arguments as written, if others."""
        expected = outcome(function, *arguments)
        if isinstance(expected, float) and math.isnan(expected):
            expected = math.nan
        cells = [name, *(encode(cell) for cell in (arguments if shown is None else shown)), encode(expected)]
        self.tables.setdefault(name, {})[json.dumps(cells)] = None

    def write(self):
        lines = []
        for rows in self.tables.values():
            kept = list(rows)
            lines += kept if len(kept) <= self.most else self.rng.sample(kept, self.most)
        self.path.write_text("\n".join(lines) + "\n")
        print(self.path.name, len(lines), "rows in", len(self.tables), "tables")
