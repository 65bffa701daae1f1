// Files that the host gives to scripts: whole contents, answered at once or by promise.
import type { Machine, Services } from "../objects/machine.ts";
import { newBytes } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { unsavedFiles } from "../modules/files/open-files.ts";

/**
 * How scripts reach files. What fails throws or rejects; an error with a `code` of the system ("ENOENT", "EACCES")
 * becomes the OSError for it, any other a RuntimeError.
 */
export interface FileAccess {
  /**
   * Open a file; `mode` is "r", "w", "x" or "a", with "+" for reading and writing. Answers the content; for "w" and "x"
   * that is empty, and the file exists from now on.
   */
  open(path: string, mode: string): Uint8Array | Promise<Uint8Array>;
  /** Replace the content of a file that was opened for writing. */
  save(path: string, content: Uint8Array): void | Promise<void>;
}

/** The answer of the host as a value: bytes, the code of an error as a str, or None. */
function answerOf(content: unknown): Value {
  if (content instanceof Uint8Array) return newBytes(content);
  return typeof content === "string" ? content : NONE;
}

/** The code of a system's error, or null. */
function codeOf(error: unknown): string | null {
  const code = error instanceof Error ? (error as { readonly code?: unknown }).code : undefined;
  return typeof code === "string" ? code : null;
}

function ask(
  vm: Machine,
  operation: string,
  path: string,
  act: () => Uint8Array | undefined | void | Promise<Uint8Array | void>,
): Result {
  try {
    const answer = act();
    if (!(answer instanceof Promise)) return answerOf(answer);
    const settled = answer.catch((error: unknown) => {
      const code = codeOf(error);
      if (code === null) throw error;
      return code;
    });
    return vm.services.wait(vm, operation, [path], settled, false);
  } catch (error) {
    return codeOf(error) ?? vm.services.raiseFromHost(vm, error);
  }
}

export function fileServices(access: FileAccess): NonNullable<Services["files"]> {
  return {
    open: (vm, path, mode) => ask(vm, "open", path, () => access.open(path, mode)),
    save: (vm, path, content) => ask(vm, "save", path, () => access.save(path, content)),
  };
}

/** Save what a script has left unsaved, as CPython does when it exits. Answers the paths of those that failed. */
export async function saveAll(vm: Machine, access: FileAccess): Promise<string[]> {
  const failed: string[] = [];
  const unsaved = unsavedFiles(vm);
  for (const [content, path] of unsaved) {
    unsaved.delete(content);
    try {
      await access.save(path, content.data.slice());
    } catch {
      failed.push(path);
    }
  }
  return failed;
}
