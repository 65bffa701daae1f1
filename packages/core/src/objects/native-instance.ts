// Instances of native classes: a Python object around a payload of the host's.
import { PyInstance } from "./instance.ts";
import type { PyType } from "./type.ts";

/** A payload with its borrow flag: shared by the objects that stand for it in several VMs. */
export class Shell {
  /** Null once it was released. */
  payload: object | null;
  /** Borrows under way: so many shared ones, or -1 for an exclusive one. */
  borrows = 0;

  constructor(payload: object) {
    this.payload = payload;
  }
}

/** `shell` is null until the constructor has run. */
export class PyNative extends PyInstance {
  /** The native class whose constructor made it: a base of its Python class. */
  readonly template: object;
  shell: Shell | null;

  constructor(type: PyType, template: object, shell: Shell | null) {
    super(type);
    this.template = template;
    this.shell = shell;
  }
}
