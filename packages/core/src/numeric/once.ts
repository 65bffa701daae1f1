// Constants that cost something to work out, and that most programs never need.

/** A function that answers what `make` makes: at the first call, and the same from then on. `make` has no effects. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
