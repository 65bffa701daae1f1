// Parameters of native functions as Python writes them.
import type { NativeParameter } from "./native.ts";

/** What the text tells of a parameter. */
type Told = Pick<NativeParameter, "name" | "kind" | "defaultText">;

/** The parameters in parts, "/" and "*" among them; `annotate` tells the type of each, null for none. */
export function parameterParts<P extends Told>(
  parameters: readonly P[],
  annotate: (parameter: P) => string | null,
): string[] {
  const parts: string[] = [];
  parameters.forEach((parameter, at) => {
    const { name, kind, defaultText } = parameter;
    const before = parameters[at - 1]?.kind;
    if (before === "positional" && kind !== "positional") parts.push("/");
    if (kind === "keyword" && before !== "keyword" && before !== "varargs") parts.push("*");
    const stars = kind === "varargs" ? "*" : kind === "varkeywords" ? "**" : "";
    const type = annotate(parameter);
    const annotation = type === null ? "" : `: ${type}`;
    const value = defaultText === null ? "" : type === null ? `=${defaultText}` : ` = ${defaultText}`;
    parts.push(`${stars}${name}${annotation}${value}`);
  });
  if (parameters.at(-1)?.kind === "positional") parts.push("/");
  return parts;
}
