// The text that `f"{value = }"` shows for its expression.

/** The source of an expression with its comments taken out, the lines they stood on kept. */
export function withoutComments(expression: string): string {
  if (!expression.includes("#")) return expression;
  let kept = "";
  for (const [piece] of expression.matchAll(PIECE)) if (!piece.startsWith("#")) kept += piece;
  return kept;
}

/** A comment, a string (within which `#` is no comment), or a character. */
const PIECE = /#[^\n]*|("""|''')(?:\\[^]|(?!\1)[^])*\1|"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|[^]/g;
