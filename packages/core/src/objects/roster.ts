// A roster: a set whose members know their places in it. Adding and removing look nothing up, however many there are.

/** A member of one roster at most. */
export interface Placed {
  /** Where it stands; -1 when it is in none. */
  place: number;
}

/** In no order that lasts: the last member takes the place of one that leaves. */
export class Roster<T extends Placed> {
  readonly #members: T[] = [];

  get size(): number {
    return this.#members.length;
  }

  /** The members as they are now: they may leave while somebody goes through them. */
  get all(): T[] {
    return this.#members.slice();
  }

  /** Whether a member passes a test, which changes nothing. */
  some(test: (member: T) => boolean): boolean {
    return this.#members.some(test);
  }

  /** Nothing changes when it is a member. */
  add(member: T): void {
    if (member.place < 0) member.place = this.#members.push(member) - 1;
  }

  /** Nothing changes when it is in none. */
  delete(member: T): void {
    const { place } = member;
    if (place < 0) return;
    const last = this.#members.pop() as T;
    if (last !== member) {
      this.#members[place] = last;
      last.place = place;
    }
    member.place = -1;
  }

  clear(): void {
    for (const member of this.#members) member.place = -1;
    this.#members.length = 0;
  }
}
