// Changing a text part by part: what that needs to know of the whole.
import { unitsAt } from "./code-points.ts";

/** A part of a text, from an offset to another, neither of which parts a pair of surrogates. */
export interface Portion {
  readonly text: string;
  from: number;
  to: number;
  /** What the change of one part leaves for the next; 0 for the first. */
  carry: number;
  /** What the change asks for: of `expandtabs` the tab size. */
  readonly option: number;
}

/** What becomes of a part. */
export type Change = (portion: Portion) => string;

/** The empty part before a text; the first one is the next. */
export function startPortions(text: string, option: number = 0): Portion {
  return { text, from: 0, to: 0, carry: 0, option };
}

/** Go on to the part behind this one, of about so many units; false at the end. */
export function nextPortion(portion: Portion, size: number): boolean {
  const { text, to } = portion;
  portion.from = to;
  portion.to = Math.min(to + size, text.length);
  if (unitsAt(text, portion.to - 1) === 2) portion.to++;
  return to < text.length;
}
