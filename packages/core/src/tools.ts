// @krait/core/tools: what looks at code without running it. A door of its own, so that hosts load none of it.
/**
 * Tools: what looks at code without running it.
 *
 * @module @krait/core/tools
 */
export { disassembleSource, type Disassembly } from "./vm/disassemble-source.ts";
