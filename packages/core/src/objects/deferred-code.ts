// Code of the library that is compiled when it first runs: until then only the outline of it is known.
import { Code, type CodeFields } from "../bytecode/code.ts";
import type { Machine } from "./machine.ts";

/** What callers see of a function is in the outline: its names, parameters, kind and docstring. */
export class DeferredCode extends Code {
  readonly #compile: (vm: Machine) => Code;
  #whole: Code | null = null;

  constructor(outline: CodeFields, compile: (vm: Machine) => Code) {
    super(outline);
    this.#compile = compile;
  }

  /** The whole of it, made once for all VMs. */
  whole(vm: Machine): Code {
    this.#whole ??= this.#compile(vm);
    return this.#whole;
  }
}
