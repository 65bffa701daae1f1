// Patterns of Unicode properties, which the host reads at their first use.

/**
 * A pattern that finds characters by their Unicode properties. V8 checks the literals of a file when it loads it, those in
 * functions that nobody calls too, and reading one of these takes it up to half a millisecond.
 */
export class UnicodePattern {
  readonly #source: string;
  readonly #flags: string;
  #made: RegExp | null = null;

  /** `source` and `flags` are those of a RegExp, which never changes: all VMs share it. */
  constructor(source: string, flags = "u") {
    this.#source = source;
    this.#flags = flags;
  }

  get regExp(): RegExp {
    this.#made ??= new RegExp(this.#source, this.#flags);
    return this.#made;
  }

  /** Whether the text has such characters; for patterns without the flag `g`. */
  test(text: string): boolean {
    return this.regExp.test(text);
  }
}
