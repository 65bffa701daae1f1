// The module _files: what the prelude's file objects ask of the host.
import type { Machine } from "../../objects/machine.ts";
import { newList } from "../../objects/make.ts";
import { PyByteArray } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import { TextStream } from "../../objects/text-stream.ts";
import type { Result, Value } from "../../objects/value.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { defineModule, func, type NativeModule } from "../define.ts";
import { unsavedFiles } from "./open-files.ts";

function open(vm: Machine, path: Value, mode: Value): Result {
  const { files } = vm.services;
  const [name, how] = [asString(path), asString(mode)];
  if (files === undefined || name === undefined || how === undefined) return raiseTypeError(vm, "open: path and mode");
  return files.open(vm, name, how);
}

/** Note that a content is not saved under its path yet. */
function touch(vm: Machine, path: Value, content: Value): Result {
  const name = asString(path);
  if (!(content instanceof PyByteArray) || name === undefined) return raiseTypeError(vm, "touch: path and bytearray");
  unsavedFiles(vm).set(content, name);
  return NONE;
}

/** The contents that are still to be saved under a path. */
function unsaved(vm: Machine, path: Value): Result {
  const name = asString(path);
  return newList([...unsavedFiles(vm)].filter(([, each]) => each === name).map(([content]) => content));
}

function save(vm: Machine, content: Value): Result {
  const path = content instanceof PyByteArray ? unsavedFiles(vm).get(content) : undefined;
  const { files } = vm.services;
  if (path === undefined || files === undefined) return NONE;
  unsavedFiles(vm).delete(content as PyByteArray);
  return files.save(vm, path, (content as PyByteArray).data.slice());
}

/** Note which stream has the bytes of one of text. */
function keepBuffer(vm: Machine, text: Value, buffer: Value): Result {
  if (!(text instanceof TextStream)) return raiseTypeError(vm, "keep_buffer: standard stream");
  text.buffer = buffer;
  return NONE;
}

/** Have a part of a line read again. */
function putBack(vm: Machine, stream: Value, part: Value): Result {
  const text = asString(part);
  if (!(stream instanceof TextStream) || text === undefined)
    return raiseTypeError(vm, "put_back: standard stream and text");
  stream.pending = text + stream.pending;
  return NONE;
}

export const FILES: NativeModule = defineModule({
  name: "_files",
  functions: {
    open: func("path, mode, /", open, "The content as bytes, or the system's name of what is wrong (ENOENT)."),
    touch: func("path, content, /", touch, "Note that a content differs from what the host has."),
    unsaved: func("path, /", unsaved, "The contents that are still to be saved under a path."),
    keep_buffer: func("text, buffer, /", keepBuffer, "Note which stream has the bytes of a standard stream."),
    put_back: func("stream, text, /", putBack, "Have a part of a line of a standard stream read again."),
    save: func("content, /", save, "Give a content to the host; None, or the system's name of what is wrong."),
  },
});
