// The groups of a pattern while it is parsed: which there are, which are open, and which a look behind may refer to.
import { PatternProblem, type PatternSource } from "./pattern-source.ts";
import type { Sequence, Width } from "./syntax.ts";
import { widthOf } from "./syntax.ts";
import { strRepr } from "../../text/str-repr.ts";

/** More groups than any pattern has. */
export const MOST_GROUPS = 1_073_741_823;

export class Groups {
  readonly names: Map<string, number> = new Map();
  /** By number; null while a group is open. The first is the whole match. */
  readonly widths: (Width | null)[] = [null];
  /** Groups that a condition asks for, and where: they may come later. */
  readonly asked: Map<number, number> = new Map();
  /** The number of groups where the outermost look behind began, or null outside of one. */
  beforeLookBehind: number | null = null;

  /** One more than the highest number. */
  get count(): number {
    return this.widths.length;
  }

  /** Open a group; its number. `back` characters of the pattern follow its name. */
  open(source: PatternSource, name: string | null, nameLength: number): number {
    const index = this.widths.length;
    this.widths.push(null);
    if (name === null) return index;
    const known = this.names.get(name);
    if (known !== undefined) {
      const message = `redefinition of group name ${strRepr(name)} as group ${index}; was group ${known}`;
      throw source.problem(message, nameLength + 1);
    }
    this.names.set(name, index);
    return index;
  }

  close(index: number, body: Sequence): void {
    this.widths[index] = widthOf(body, this.widths);
  }

  #isClosed(index: number): boolean {
    return (this.widths[index] ?? null) !== null;
  }

  /** Refuses a reference to a group that is open still; `length` characters of the pattern name it. */
  checkReference(source: PatternSource, index: number, length: number): void {
    if (!this.#isClosed(index)) throw source.problem("cannot refer to an open group", length);
    this.checkLookBehind(source, index);
  }

  checkLookBehind(source: PatternSource, index: number): void {
    if (this.beforeLookBehind === null) return;
    if (!this.#isClosed(index)) throw source.problem("cannot refer to an open group");
    if (index >= this.beforeLookBehind) {
      throw source.problem("cannot refer to group defined in the same lookbehind subpattern");
    }
  }

  /** At the end: refuses conditions that ask for groups that never came. */
  checkAsked(): void {
    for (const [index, position] of this.asked) {
      if (index >= this.count) throw new PatternProblem(`invalid group reference ${index}`, position);
    }
  }
}
