// @krait/core/tools: what looks at code and declarations without running them. A door of its own, so that hosts load none.
/**
 * Tools: what looks at code and declarations without running them.
 *
 * @module @krait/core/tools
 */
export { checkSource, type SourceError } from "./vm/check-source.ts";
export { disassembleSource, type Disassembly } from "./vm/disassemble-source.ts";
export type { ModuleSpec } from "./host/native/native-module.ts";
export { stubOf } from "./host/native/stub.ts";
