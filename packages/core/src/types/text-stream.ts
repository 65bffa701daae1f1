// The type of sys.stdin, sys.stdout and sys.stderr: text straight to and from the host.
import { textStreamType } from "../objects/builtin-types.ts";
import { eofErrorType, stopIterationType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newList, typeOf } from "../objects/make.ts";
import { PyBytes } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { TextStream } from "../objects/text-stream.ts";
import type { Result, Value } from "../objects/value.ts";
import { CodePoints, hasSurrogates, lengthOf } from "../text/code-points.ts";
import { callInModule } from "../protocol/call-module.ts";
import { charge } from "../protocol/charge.ts";
import { decodeBytes, encodeText } from "../protocol/codec.ts";
import { each, type EachAction, NEEDS_FRAME } from "../protocol/each.ts";
import { asInt, asString } from "../protocol/lookup.ts";
import { raiseNew, raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { defineType, member, method, property, type TypeEntry } from "./define.ts";

const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** Whether a text has half a character somewhere, which UTF-8 cannot say. */
export function isBroken(text: string): boolean {
  return hasSurrogates(text) && LONE_SURROGATE.test(text);
}

/** Hand text to the host, which never gets half a character; answers whether that went well. */
export function writeText(vm: Machine, { isClosed, target, errors }: TextStream, text: string): boolean {
  if (isClosed) return raiseValueError(vm, "I/O operation on closed file.") ?? false;
  charge(vm, text.length);
  if (!isBroken(text)) return vm.services.write(target as "stdout", text);
  const bytes = encodeText(vm, text, "utf-8", errors);
  const shown = bytes instanceof PyBytes ? decodeBytes(vm, bytes.data, "utf-8", "replace") : undefined;
  return typeof shown === "string" && vm.services.write(target as "stdout", shown);
}

/** Write text to a stream; answers the number of characters. */
function write(vm: Machine, self: TextStream, value: Value): Result {
  const text = asString(value);
  if (text === undefined) {
    return raiseTypeError(vm, `write() argument must be str, not ${value === NONE ? "None" : typeOf(value).name}`);
  }
  if (!isOpen(vm, self)) return undefined;
  if (self.target === "stdin") return refuse(vm, "not writable");
  return writeText(vm, self, text) ? lengthOf(text) : undefined;
}

/** Raise UnsupportedOperation, which is the prelude's. */
function refuse(vm: Machine, what: string): undefined {
  return callInModule(vm, "_io_standard", "refuse", [what]);
}

/** CPython's messages end in a dot where the text stream itself raises them. */
function isOpen(vm: Machine, self: TextStream, dot = "."): boolean {
  if (self.isClosed) raiseValueError(vm, `I/O operation on closed file${dot}`);
  return !self.isClosed;
}

/** A method of open streams. */
function open(signature: string, run: (vm: Machine, self: TextStream) => Result, dot = "."): TypeEntry {
  return method(signature, (vm, self: TextStream) => (isOpen(vm, self, dot) ? run(vm, self) : undefined));
}

const WRITE_LINES: EachAction<TextStream> = {
  leaf: (vm, self, item) =>
    asString(item) === undefined || self.target === "stdin" ? NEEDS_FRAME : write(vm, self, item),
  item: write,
  end: () => NONE,
};

/** The next line of input with its newline, "" at the end; undefined after raising. */
export function readLine(vm: Machine, self: TextStream): string | undefined {
  if (!isOpen(vm, self)) return undefined;
  if (self.target !== "stdin") return refuse(vm, "not readable");
  if (self.pending !== "") {
    const { pending } = self;
    self.pending = "";
    return pending;
  }
  const read = vm.services.readLine;
  if (read === undefined) return raiseNew(vm, eofErrorType, "this host gives no input");
  const line = read("");
  return line === null ? "" : `${line}\n`;
}

/** The first `size` characters of a text, all when negative; the others are kept for the next reading. */
function take(self: TextStream, text: string, size: number): string {
  if (size < 0) return text;
  const end = new CodePoints(text).offsetOf(Math.min(size, lengthOf(text)));
  self.pending = text.slice(end) + self.pending;
  return text.slice(0, end);
}

/** So many characters, all that there are when negative; undefined after raising. */
function readText(vm: Machine, self: TextStream, size: number): string | undefined {
  let text = "";
  for (let length = 0; size < 0 || length < size; ) {
    const line = readLine(vm, self);
    if (line === undefined) return undefined;
    if (line === "") break;
    text += line;
    length += lengthOf(line);
  }
  return take(self, text, size);
}

/** The size that `read` is given: -1 for None; undefined after raising. */
function sizeOf(vm: Machine, value: Value): number | undefined {
  if (value === NONE) return -1;
  const size = asInt(value);
  if (size !== undefined) return Number(size);
  return raiseTypeError(vm, `argument should be integer or None, not '${typeOf(value).name}'`);
}

/** Lines until there are more characters than that; all of them unless it is positive. */
function readLines(vm: Machine, self: TextStream, hint: number): string[] | undefined {
  const lines: string[] = [];
  for (let left = hint; ; ) {
    const line = readLine(vm, self);
    if (line === undefined) return undefined;
    if (line === "") return lines;
    lines.push(line);
    left -= lengthOf(line);
    if (hint > 0 && left < 0) return lines;
  }
}

function bufferOf(vm: Machine, self: TextStream): Result {
  return self.buffer ?? callInModule(vm, "_io_standard", "buffer_of", [self]);
}

const UNSEEKABLE = "underlying stream is not seekable";

export function defineTextStream(): void {
  defineType(textStreamType, "A stream of text that the host gives.", {
    __repr__: method("", (_vm, self: TextStream) => {
      const mode = self.target === "stdin" ? "r" : "w";
      return `<_io.TextIOWrapper name='<${self.target}>' mode='${mode}' encoding='utf-8'>`;
    }),
    __iter__: open("", (_vm, self) => self),
    __next__: method("", (vm, self: TextStream) => {
      const line = readLine(vm, self);
      return line === "" ? raiseNew(vm, stopIterationType) : line;
    }),
    __enter__: open("", (_vm, self) => self),
    __exit__: method("*args", (_vm, self: TextStream) => {
      self.isClosed = true;
      return NONE;
    }),
    write: method("text, /", write),
    writelines: method("lines, /", (vm, self: TextStream, lines: Value) =>
      isOpen(vm, self) ? each(vm, lines, WRITE_LINES, self) : undefined,
    ),
    readline: method("size=-1, /", (vm, self: TextStream, value: Value = -1) => {
      const size = asInt(value);
      if (size === undefined) {
        return raiseTypeError(vm, `'${typeOf(value).name}' object cannot be interpreted as an integer`);
      }
      const line = size === 0 ? "" : readLine(vm, self);
      return line === undefined ? undefined : take(self, line, Number(size));
    }),
    readlines: method("hint=-1, /", (vm, self: TextStream, value: Value = -1) => {
      const hint = sizeOf(vm, value);
      const lines = hint === undefined ? undefined : readLines(vm, self, hint);
      return lines === undefined ? undefined : newList(lines);
    }),
    read: method("size=-1, /", (vm, self: TextStream, value: Value = -1) => {
      const size = sizeOf(vm, value);
      return size === undefined ? undefined : readText(vm, self, size);
    }),
    flush: open("", () => NONE),
    close: method("", (_vm, self: TextStream) => {
      self.isClosed = true;
      return NONE;
    }),
    isatty: open("", () => false, ""),
    readable: method("", (vm, self: TextStream) => self.target === "stdin" && (isOpen(vm, self, "") || undefined)),
    writable: method("", (vm, self: TextStream) => self.target !== "stdin" && (isOpen(vm, self, "") || undefined)),
    seekable: open("", () => false, ""),
    fileno: open("", (_vm, self) => ["stdin", "stdout", "stderr"].indexOf(self.target), ""),
    tell: open("", (vm) => refuse(vm, UNSEEKABLE)),
    seek: open("cookie, whence=0, /", (vm) => refuse(vm, UNSEEKABLE)),
    truncate: open("pos=None, /", (vm, self) => refuse(vm, self.target === "stdin" ? "truncate" : "")),
    detach: open("", bufferOf),
    encoding: member(() => "utf-8"),
    errors: property((_vm, self: TextStream) => self.errors),
    // The host has text in UTF-8, whatever else a script asks for.
    reconfigure: method(
      "*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None",
      (_vm, self: TextStream, encoding: Value, errors: Value) => {
        self.errors = asString(errors) ?? (asString(encoding) === undefined ? self.errors : "strict");
        return NONE;
      },
    ),
    buffer: member(bufferOf),
    newlines: property(() => NONE),
    line_buffering: member(() => true),
    write_through: member(() => false),
    mode: property((_vm, self: TextStream) => (self.target === "stdin" ? "r" : "w")),
    name: property((_vm, self: TextStream) => `<${self.target}>`),
    closed: property((_vm, self: TextStream) => self.isClosed),
  });
}
