// "Did you mean": the name closest to a misspelt one, by an edit distance that costs 2, or 1 for a change of case.

const MOVE_COST = 2;
const CASE_COST = 1;
const MAX_LENGTH = 40;
const MAX_CANDIDATES = 750;

/** The candidate nearest to `name`, or null when none is near: a third of the letters may differ, as in CPython. */
export function closestName(name: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const candidate of candidates) {
    if (++count > MAX_CANDIDATES) return null;
    if (candidate === name) continue;
    let allowed = Math.floor(((name.length + candidate.length + 3) * MOVE_COST) / 6);
    allowed = Math.min(allowed, bestDistance - 1);
    const distance = editDistance(name, candidate, allowed);
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** Levenshtein distance (Wagner and Fischer), anything above `allowed` when it exceeds that. */
function editDistance(a: string, b: string, allowed: number): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let cut = 0;
  while (cut < Math.min(a.length, b.length) - start && a.at(-1 - cut) === b.at(-1 - cut)) cut++;
  return distanceOf(a.slice(start, a.length - cut), b.slice(start, b.length - cut), allowed);
}

/** The same of texts that begin and end with different letters. */
function distanceOf(a: string, b: string, allowed: number): number {
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return allowed + 1;
  let row: number[] = [];
  for (let j = 0; j <= b.length; j++) row.push(j * MOVE_COST);
  for (let i = 1; i <= a.length; i++) {
    const next = [i * MOVE_COST];
    let least = next[0] as number;
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(
        (row[j - 1] as number) + substitutionCost(a[i - 1] as string, b[j - 1] as string),
        (row[j] as number) + MOVE_COST,
        (next[j - 1] as number) + MOVE_COST,
      );
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > allowed) return allowed + 1;
    row = next;
  }
  return row[b.length] as number;
}

/** What the message about an unknown keyword argument ends with. */
export function suggestKeyword(name: string, parameters: readonly string[]): string {
  const best = closestName(name, parameters);
  return best === null ? "" : `. Did you mean '${best}'?`;
}
