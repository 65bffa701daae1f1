// The standard streams and their bytes, which the host gives and takes as text. What CPython printed with pipes is expected.
import { createVM } from "@krait/core";
import { expect, it } from "vitest";

async function printed(source: string, input: readonly string[] = []): Promise<string> {
  const lines = [...input];
  let output = "";
  const stdin = (): string | null => lines.shift() ?? null;
  await using vm = createVM({ stdout: (text) => void (output += text), stdin });
  await vm.run(source, { mode: "exec" });
  return output;
}

const WRITING = `
import io
import sys

out = sys.stdout.buffer
print(out.name, out.mode, out.fileno(), out.writable(), out.readable(), out.closed, out is sys.stdout.buffer)
print(repr(out), repr(out.raw), isinstance(out, io.BufferedWriter))
sys.stdout.flush()
print(out.write(b"bytes\\n"), out.write(bytearray(b"more\\n")), out.writelines([b"a", memoryview(b"b\\n")]), out.flush())
sys.stdout.flush()
for byte in "\\xe9 \\u20ac \\U0001f40d\\n".encode():
    out.write(bytes([byte]))
    out.flush()
for use in (
    lambda: out.write("text"), lambda: out.read(), lambda: out.seek(0), lambda: sys.stdin.buffer.write(b""),
    lambda: setattr(sys.stdout, "buffer", None),
):
    try:
        use()
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
with io.TextIOWrapper(sys.stderr.buffer) as err:
    pass
print(sys.stderr.closed, sys.stderr.buffer.closed)
text = io.TextIOWrapper(out, line_buffering=True)
sys.stdout.flush()
print("through another text", text.buffer is out, file=text)
`;

it("bytes are written in order with the text, characters may come in parts", async () => {
  expect(await printed(WRITING)).toBe(`\
<stdout> wb 1 True False False True
<_io.BufferedWriter name='<stdout>'> <_io.FileIO name='<stdout>' mode='wb' closefd=False> True
bytes
more
ab
6 5 None None
\u00e9 \u20ac \u{1f40d}
TypeError a bytes-like object is required, not 'str'
UnsupportedOperation read
UnsupportedOperation File or stream is not seekable.
UnsupportedOperation write
AttributeError readonly attribute
True True
through another text True
`);
});

const BROKEN = `
import sys
out = sys.stdout.buffer
out.write(b"a\\xffb\\xe2\\x82")
out.write(b"c\\xf0\\x9f")
out.close()
`;

it("bytes that are no UTF-8 are shown as U+FFFD, also those of a character that never becomes whole", async () => {
  expect(await printed(BROKEN)).toBe("a\ufffdb\ufffdc\ufffd");
});

const READING = `
import io, sys
data = sys.stdin.buffer
print(repr(data), data.readable(), data.writable(), isinstance(data, io.BufferedReader))
print(data.readline(), data.read(3), data.read(1), data.peek(1)[:1], data.read1(2), data.readline())
room = bytearray(3)
print(data.readinto(room), room, data.readline(2), data.readline(2), next(data), data.raw.read(0))
print(data.read(), data.read(1), data.readline(), data.read1(), data.peek(), list(data), sys.stdin.read())
data.close()
print(data.closed, sys.stdin.closed)
for use in data.read, sys.stdin.read:
    try:
        use()
    except ValueError as error:
        print(error)
`;

it("bytes are read as the UTF-8 of what the host gives", async () => {
  expect(await printed(READING, ["one", "tw\u00e9o", "three", "four", "five"])).toBe(`\
<_io.BufferedReader name='<stdin>'> True False True
b'one\\n' b'tw\\xc3' b'\\xa9' b'o' b'o\\n' b'three\\n'
3 bytearray(b'fou') b'r\\n' b'fi' b've\\n' b''
b'' b'' b'' b'' b'' [] 
True True
read of closed file
I/O operation on closed file.
`);
});

const SHARED = `
import sys
data = sys.stdin.buffer
print(data.readline(), input(), data.read(2), sys.stdin.readline(), data.peek(), sys.stdin.read(2))
print(data.read(2), sys.stdin.readline(), data.readline())
`;

it("bytes and text are read from one place; the end of a character that was cut is left to the bytes", async () => {
  expect(await printed(SHARED, ["one", "two", "three", "four", "\u00e9\u20ac", "six"])).toBe(`\
b'one\\n' two b'th' ree
 b'four\\n' fo
b'ur' 
 b'\\xc3\\xa9\\xe2\\x82\\xac\\n'
`);
});

const REFUSED = `
import sys

def tell(use, *args):
    try:
        return use(*args)
    except (OSError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"

def told(*uses):
    print(*[tell(*use) for use in uses], sep="; ", file=sys.stderr)

i, o = sys.stdin, sys.stdout
told((o.write, None), (o.write, b"x"), (i.write, "x"), (i.writelines, ["x"]), (o.read,), (o.readline,), (next, o))
told((o.tell,), (o.seek, 0), (o.truncate,), (i.truncate, 0))
told((i.readline, None), (i.readline, "x"), (i.read, "x"), (i.readlines, "x"))
told((i.readlines, 1), (i.readlines, 5), (i.readlines, -1))
for stream in i, o:
    stream.close()
    told((stream.close,), (stream.flush,), (stream.readable,), (stream.isatty,), (stream.fileno,), (stream.tell,))
    told((stream.write, ""), (stream.writelines, []), (stream.__enter__,), (iter, stream), (stream.readlines,))
`;

it("refuses what CPython's streams refuse, and all but being closed when it is closed", async () => {
  let told = "";
  const lines = ["a", "b", "cd", "e", "f"];
  await using vm = createVM({ stderr: (text) => void (told += text), stdin: () => lines.shift() ?? null });
  await vm.run(REFUSED, { mode: "exec" });
  expect(told).toBe(`\
TypeError: write() argument must be str, not None; TypeError: write() argument must be str, not bytes; UnsupportedOperation: not writable; UnsupportedOperation: not writable; UnsupportedOperation: not readable; UnsupportedOperation: not readable; UnsupportedOperation: not readable
UnsupportedOperation: underlying stream is not seekable; UnsupportedOperation: underlying stream is not seekable; OSError: [Errno 29] Illegal seek; UnsupportedOperation: truncate
TypeError: 'NoneType' object cannot be interpreted as an integer; TypeError: 'str' object cannot be interpreted as an integer; TypeError: argument should be integer or None, not 'str'; TypeError: argument should be integer or None, not 'str'
['a\\n']; ['b\\n', 'cd\\n', 'e\\n']; ['f\\n']
None; ValueError: I/O operation on closed file.; ValueError: I/O operation on closed file; ValueError: I/O operation on closed file; ValueError: I/O operation on closed file; ValueError: I/O operation on closed file.
ValueError: I/O operation on closed file.; ValueError: I/O operation on closed file.; ValueError: I/O operation on closed file.; ValueError: I/O operation on closed file.; ValueError: I/O operation on closed file.
None; ValueError: I/O operation on closed file.; False; ValueError: I/O operation on closed file; ValueError: I/O operation on closed file; ValueError: I/O operation on closed file.
ValueError: I/O operation on closed file.; ValueError: I/O operation on closed file.; ValueError: I/O operation on closed file.; ValueError: I/O operation on closed file.; ValueError: I/O operation on closed file.
`);
});
