"""Fills in and verifies the expectations of the language corpus, with CPython 3.13. Run by hand, never by the tests.

    python3.13 expect.py --write [FILE|FOLDER ...]    run each chunk and write its `# expect:` and `# raises:` lines
    python3.13 expect.py --check [FILE|FOLDER ...]    run each chunk as it stands and compare
    python3.13 expect.py --check --script ...         the same, each chunk as `python3.13 chunk.py`, a process each
    python3.13 expect.py --count                      chunks by folder

A file is a row of chunks separated by lines of exactly `---`. A chunk begins with a comment, its title. Its stdout,
split in lines, equals its `# expect: text` comments in order, wherever they stand (`# expect:` is an empty line). A chunk
that ends with an uncaught exception has `# raises: Type: message` as its last line, one that does not compile
`# syntax: line:column Type: message` (line and column count from 1, in the chunk).

An author writes no expectation, only a bare last line `# raises` or `# syntax` where a chunk is meant to end so: --write
puts each line beside the statement that printed it when that is unmistakable, else below the top-level statement that
did. Writing twice changes nothing.
"""

import ast
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import traceback
import tokenize
import types
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WIDTH = 110
EXPECT = re.compile(r"# expect:(?: (.*))?$")
OUTCOME = re.compile(r"# (raises|syntax)(?:: (.*))?$")
SIMPLE = (ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Delete, ast.Assert, ast.Import, ast.ImportFrom, ast.Raise)


class Recorder(io.StringIO):
    """Standard output that remembers, for each line, the line of the chunk's module frame that finished it."""

    def __init__(self):
        super().__init__()
        self.lines = []  # [text, line number]
        self.open = ""
        self.last = 0

    def write(self, text):
        frame = sys._getframe(1)
        while frame is not None and not (frame.f_code.co_filename == "<chunk>" and frame.f_code.co_name == "<module>"):
            frame = frame.f_back
        self.last = frame.f_lineno if frame is not None else self.last
        *done, rest = (self.open + text).split("\n")
        self.lines += [[line, self.last] for line in done]
        self.open = rest
        return super().write(text)

    def finish(self):
        if self.open:
            self.lines.append([self.open, self.last])


def run_here(source):
    """Run one chunk in this process: its output lines and how it ended."""
    recorder = Recorder()
    sys.stdout = recorder
    sys.stderr = io.StringIO()
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    sys.argv = ["chunk.py"]
    outcome = None
    try:
        code = compile(source, "<chunk>", "exec", dont_inherit=True)
    except SyntaxError as error:
        outcome = ["syntax", f"{error.lineno}:{error.offset} {type(error).__name__}: {error.msg}"]
    else:
        try:
            exec(code, module.__dict__)
        except BaseException as error:
            outcome = ["raises", "".join(traceback.format_exception_only(error)).split("\n")[0]]
    recorder.finish()
    return recorder.lines, outcome


def run(source):
    """Run one chunk in a forked child, so that nothing of it stays."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            answer = json.dumps(run_here(source))
        except BaseException as error:
            answer = json.dumps([[], ["broken", repr(error)]])
        with open(write, "w", encoding="utf-8", closefd=True) as pipe:
            pipe.write(answer)
        os._exit(0)
    os.close(write)
    with open(read, encoding="utf-8") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    lines, outcome = json.loads(answer) if answer else ([], ["broken", "the process died"])
    return lines, tuple(outcome) if outcome else None


def run_script(source):
    """Run one chunk as a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chunk.py"
        path.write_text(source, encoding="utf-8")
        done = subprocess.run([sys.executable, "chunk.py"], cwd=folder, capture_output=True, encoding="utf-8")
    lines = done.stdout.split("\n")
    if lines[-1] == "":
        lines.pop()
    return lines, done.returncode, done.stderr


def expectations(source):
    """The `# expect:` texts of a chunk, and its outcome line."""
    texts, outcome = [], None
    for line in source.split("\n"):
        if found := EXPECT.search(line):
            texts.append(found[1] or "")
        elif (found := OUTCOME.match(line)) is not None:
            outcome = (found[1], found[2])
    return texts, outcome


def strip(source):
    """The chunk without its expectations."""
    lines = []
    for line in source.rstrip("\n").split("\n"):
        if OUTCOME.match(line):
            continue
        if found := EXPECT.search(line):
            if line[: found.start()].strip() == "":
                continue
            line = line[: found.start()].rstrip()
        lines.append(line)
    while lines and lines[-1] == "":
        lines.pop()
    return "\n".join(lines) + "\n"


def statements(tree):
    """Every statement that runs in the module's own frame, with the top-level one it belongs to."""

    def inner(node, top):
        yield node, top
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.ExceptHandler, ast.match_case)):
                for grandchild in child.body:
                    yield from inner(grandchild, top)
            elif isinstance(child, ast.stmt):
                yield from inner(child, top)

    for top in tree.body:
        yield from inner(top, top)


def first_line(node):
    return min([node.lineno] + [decorator.lineno for decorator in getattr(node, "decorator_list", [])])


def commented(source):
    """The lines that already end in a comment."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.start[0] for token in tokens if token.type == tokenize.COMMENT}


def place(source, lines, outcome):
    """The stripped chunk with its expectations put in."""
    text = source.rstrip("\n").split("\n")
    beside, below = {}, {}
    if lines:
        known = list(statements(ast.parse(source)))
        with_comment = commented(source)
        by_top = {}
        for content, number in lines:
            holders = [pair for pair in known if first_line(pair[0]) <= number <= pair[0].end_lineno]
            statement, top = holders[-1] if holders else (known[-1][1], known[-1][1])
            # a statement's line may hold several statements: take the last that starts on it
            by_top.setdefault(id(top), (top, []))[1].append((content, statement))
        order = [top.end_lineno for top, _ in by_top.values()]
        if order != sorted(order):
            raise ValueError("output is not in the order of the top-level statements")
        for top, events in by_top.values():
            ends = [statement.end_lineno for _, statement in events]
            fits = all(
                isinstance(statement, SIMPLE)
                and end not in with_comment
                and len(f"{text[end - 1]}  # expect: {content}") < WIDTH
                for (content, statement), end in zip(events, ends)
            )
            if fits and ends == sorted(set(ends)):
                beside.update({end: content for (content, _), end in zip(events, ends)})
            else:
                below.setdefault(top.end_lineno, []).extend(content for content, _ in events)
    result = []
    for number, line in enumerate(text, 1):
        if number in beside:
            line = f"{line}  # expect: {beside[number]}".rstrip()
        result.append(line)
        result += [f"# expect: {content}".rstrip() for content in below.get(number, [])]
    if outcome:
        result.append(f"# {outcome[0]}: {outcome[1]}")
    return "\n".join(result) + "\n"


def written(source):
    """The chunk with right expectations; runs until the text with them prints what it says."""
    meant = expectations(source)[1]
    current = source = strip(source)
    for _ in range(4):
        lines, outcome = run(current)
        if outcome and outcome[0] == "broken":
            raise ValueError(outcome[1])
        if (outcome and outcome[0]) != (meant and meant[0]):
            raise ValueError(f"ended unexpectedly: {outcome}")
        if outcome and outcome[0] == "syntax":
            return source.rstrip("\n") + f"\n# syntax: {outcome[1]}\n"
        if bad := [content for content, _ in lines if content != content.rstrip() or any(ord(c) < 32 for c in content)]:
            raise ValueError(f"prints trailing blanks or control characters: {bad[0]!r}")
        if current is source:
            current, before = place(source, lines, outcome), lines
            continue
        if expectations(current) == ([content for content, _ in lines], outcome):
            return current
        current = place(source, [[new[0], old[1]] for new, old in zip(lines, before, strict=True)], outcome)
    raise ValueError("the output changes from run to run")


def complaints(source):
    """What a chunk's text may not be."""
    lines = source.rstrip("\n").split("\n")
    if not re.match(r"# \S", lines[0]) or EXPECT.search(lines[0]):
        yield "does not begin with a title"
    if len(lines) > 75:
        yield f"is {len(lines)} lines long"
    for number, line in enumerate(lines, 1):
        if line != line.rstrip() or any(ord(c) < 32 for c in line):
            yield f"line {number} has trailing blanks or control characters"
        if line.count("# expect:") > 1:
            yield f"line {number} has two expectations"
    if re.search(r" at 0x[0-9a-f]", "\n".join(expectations(source)[0])):
        yield "prints an address"
    if re.search(r"<chunk>|/root/|/tmp/|/usr/|site-packages|python3\.13", "\n".join(expectations(source)[0])):
        yield "prints a path"
    texts, outcome = expectations(source)
    if not texts and not outcome:
        yield "expects nothing"


def checked(source, as_script):
    texts, outcome = expectations(source)
    if as_script:
        lines, status, errors = run_script(source)
        if lines != texts:
            return f"expected {texts!r}\n     got {lines!r}"
        if (status != 0) != (outcome is not None) and not (outcome and outcome[1].startswith("SystemExit")):
            return f"exit status {status}: {errors}"
        if outcome and outcome[0] == "raises" and not outcome[1].startswith("SystemExit") and outcome[1] not in errors:
            return f"expected {outcome[1]}, got {errors}"
        return None
    lines, ended = run(source)
    got = [content for content, _ in lines]
    if got != texts:
        return f"expected {texts!r}\n     got {got!r}"
    if ended != outcome:
        return f"expected to end with {outcome}, ended with {ended}"
    return None


def chunks_of(path):
    text = path.read_text(encoding="utf-8")
    return [chunk.strip("\n") + "\n" for chunk in re.split(r"^---\n", text, flags=re.M)]


def main(arguments):
    if sys.version_info[:2] != (3, 13):
        return "expect.py wants CPython 3.13"
    flags = {argument for argument in arguments if argument.startswith("--")}
    roots = [Path(argument).resolve() for argument in arguments if not argument.startswith("--")] or [ROOT]
    paths = sorted({p for r in roots for p in ([r] if r.is_file() else r.rglob("*.py"))} - {Path(__file__).resolve()})
    if "--count" in flags:
        counts = {}
        for path in paths:
            folder = path.parent.name
            counts[folder] = counts.get(folder, 0) + len(chunks_of(path))
        for folder, count in counts.items():
            print(f"{count:5} {folder}")
        print(f"{sum(counts.values()):5} in all")
        return 0
    if not flags & {"--write", "--check"}:
        return __doc__
    total, failed = 0, 0

    def complain(path, index, chunk, message):
        nonlocal failed
        failed += 1
        print(f"{path.relative_to(ROOT)} chunk {index} ({chunk.split(chr(10))[0]}): {message}")

    for path in paths:
        chunks = chunks_of(path)
        results = []
        if "--script" in flags:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                verdicts = list(pool.map(lambda chunk: checked(chunk, True), chunks))
        for index, chunk in enumerate(chunks, 1):
            total += 1
            if "--write" in flags:
                try:
                    chunk = written(chunk)
                except Exception as error:
                    complain(path, index, chunk, f"{type(error).__name__}: {error}")
            elif "--script" in flags:
                if verdicts[index - 1]:
                    complain(path, index, chunk, verdicts[index - 1])
            elif verdict := checked(chunk, False):
                complain(path, index, chunk, verdict)
            for complaint in complaints(chunk):
                complain(path, index, chunk, complaint)
            results.append(chunk)
        if "--write" in flags:
            text = "---\n".join(results)
            if text != path.read_text(encoding="utf-8"):
                path.write_text(text, encoding="utf-8")
    print(f"{total - failed} right, {failed} wrong")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
