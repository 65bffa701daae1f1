// Reading the file that the command line names.
import { readFileSync } from "node:fs";
import { isAbsolute } from "node:path";

export interface Script {
  readonly source: Uint8Array;
  /** Its absolute path, not normalised, as CPython shows it. */
  readonly path: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "No such file or directory",
  ENOTDIR: "Not a directory",
  EISDIR: "Is a directory",
  EACCES: "Permission denied",
};

/** The file, or null after a message on stderr. */
export function readScript(file: string): Script | null {
  const path = isAbsolute(file) ? file : `${process.cwd()}/${file}`;
  try {
    return { source: readFileSync(path), path };
  } catch (error) {
    const { code, errno } = error as NodeJS.ErrnoException;
    const reason = REASONS[code ?? ""] ?? String(code);
    process.stderr.write(`krait: can't open file '${path}': [Errno ${Math.abs(errno ?? 0)}] ${reason}\n`);
    return null;
  }
}
