// Operands that span two bytes of an instruction.

/** The operand `bx`: b and c as one number, each widened by the bits that Wide brought. */
export function joined(b: number, c: number): number {
  return (b & 0xff) | ((c & 0xff) << 8) | ((b >>> 8) << 16) | ((c >>> 8) << 24);
}
