// What one VM has made of the native classes that it was given: their types, their pools, the objects for known payloads.
import type { Fiber } from "../../objects/frame.ts";
import type { PyNative, Shell } from "../../objects/native-instance.ts";
import type { PyType } from "../../objects/type.ts";
import { TerminatedError } from "../errors.ts";
import type { ClassTemplate } from "./class-template.ts";

/** A block that a script is in. */
interface Entered {
  readonly fiber: Fiber;
  readonly self: PyNative;
  readonly leave: (error: TerminatedError) => void;
}

export class Natives {
  readonly #types: Map<ClassTemplate, PyType> = new Map();
  readonly #pools: Map<ClassTemplate, object[]> = new Map();
  /** Blocks of native context managers that scripts are in. */
  readonly #entered: Set<Entered> = new Set();
  readonly #objects: WeakMap<Shell, PyNative> = new WeakMap();
  /** Those of the objects that lead to others: instances of classes that scripts have derived. */
  readonly #derived: Set<WeakRef<PyNative>> = new Set();
  #isOpen = true;

  /** The type of a class in this VM; undefined before its first use. */
  typeOf(template: ClassTemplate): PyType | undefined {
    return this.#types.get(template);
  }

  /** Enter the type of a class while `fill` gives it its members, which may refer to it; it goes when that throws. */
  addType(template: ClassTemplate, type: PyType, fill: () => void): void {
    this.#types.set(template, type);
    try {
      fill();
    } catch (error) {
      this.#types.delete(template);
      throw error;
    }
  }

  /** The most derived class in use here that a payload belongs to. */
  classFor(payload: object): ClassTemplate | undefined {
    let found: ClassTemplate | undefined;
    for (const template of this.#types.keys()) {
      if (template.owns(payload) && (found === undefined || template.derivesFrom(found))) found = template;
    }
    return found;
  }

  /** The class in use here, and the payload of it, that a shared memory holds. */
  sharedIn(memory: SharedArrayBuffer): { readonly template: ClassTemplate; readonly payload: object } | undefined {
    for (const template of this.#types.keys()) {
      const payload = template.payloadIn(memory);
      if (payload !== undefined) return { template, payload };
    }
    return undefined;
  }

  /** The object of this VM for a payload whose class keeps identity. */
  objectFor(shell: Shell): PyNative | undefined {
    return this.#objects.get(shell);
  }

  /** Let `object` be the one for its payload from now on. */
  keepObject(shell: Shell, object: PyNative): void {
    this.#objects.set(shell, object);
    if (object.type.hasDict) this.#derived.add(new WeakRef(object));
  }

  /** Instances of derived classes, which live as long as their payloads do, whether or not a script holds them. */
  *derivedObjects(): Iterable<PyNative> {
    for (const reference of this.#derived) {
      const object = reference.deref();
      if (object === undefined) this.#derived.delete(reference);
      else yield object;
    }
  }

  /** A released payload to be used again; undefined when there is none. */
  takeShell(template: ClassTemplate): object | undefined {
    return this.#pools.get(template)?.pop();
  }

  /** Keep a released payload, no more of them than the class says, and none once closing has begun. */
  keepShell(template: ClassTemplate, payload: object): void {
    if (!this.#isOpen) return;
    let pool = this.#pools.get(template);
    if (pool === undefined) {
      pool = [];
      this.#pools.set(template, pool);
    }
    if (pool.length < template.poolSize) pool.push(payload);
  }

  /** Payloads kept for a class. */
  pooled(template: ClassTemplate): number {
    return this.#pools.get(template)?.length ?? 0;
  }

  /** A fiber is in the block of a context manager; `leave` ends that without any Python. */
  enter(fiber: Fiber, self: PyNative, leave: Entered["leave"]): void {
    this.#entered.add({ fiber, self, leave });
  }

  /** A block has ended in order: the innermost one of its object. */
  exit(self: PyNative): void {
    const own = [...this.#entered].filter((each) => each.self === self).at(-1);
    if (own !== undefined) this.#entered.delete(own);
  }

  /** Leave the blocks that a fiber is in, which runs no more, or all of them; innermost first. */
  leave(fiber: Fiber | null): void {
    if (this.#entered.size === 0) return;
    for (const each of [...this.#entered].reverse()) {
      if (fiber !== null && each.fiber !== fiber) continue;
      this.#entered.delete(each);
      try {
        each.leave(new TerminatedError("the script was stopped within a block", null));
      } catch {
        // Nobody is left to be told: the script has ended, and the host's own function has failed.
      }
    }
  }

  /** Empty the pools for good. */
  close(): void {
    this.#isOpen = false;
    this.#pools.clear();
  }
}
