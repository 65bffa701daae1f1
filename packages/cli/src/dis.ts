// `krait dis`: the disassembly of a script.
import { readFileSync } from "node:fs";
import { disassembleSource } from "@krait/core";

export function disassembleFile(file: string): number {
  const result = disassembleSource(readFileSync(file), file);
  if ("error" in result) {
    process.stderr.write(`${result.error}\n`);
    return 1;
  }
  process.stdout.write(result.text);
  return 0;
}
