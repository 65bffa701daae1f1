"""Asks CPython 3.13 for the expected values of the tests of src/numeric and src/text.

    python3.13 make_vectors.py [scale [folder]]

writes one file of rows per subject into the folder (this one by default). A larger scale gives more random rows: set
KRAIT_VECTORS to the folder to run the tests on those.
"""

import pathlib
import random
import sys

import format_vectors
import numeric_vectors
import text_vectors
from vector_rows import Table

SUBJECTS = {"numeric": numeric_vectors, "text": text_vectors, "format": format_vectors}

if __name__ == "__main__":
    assert sys.version_info[:2] == (3, 13), sys.version
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else __file__).resolve()
    folder = folder if folder.is_dir() else folder.parent
    for subject, module in SUBJECTS.items():
        rng = random.Random(f"{subject} 313")
        table = Table(folder / f"{subject}.jsonl", rng, 100 * scale)
        module.add_rows(table, rng, scale)
        table.write()
