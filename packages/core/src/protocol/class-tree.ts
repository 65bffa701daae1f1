// Which classes derive from which: the lists behind `__subclasses__`, and what a change of bases entails.
import type { Machine } from "../objects/machine.ts";
import type { PyType } from "../objects/type.ts";

/** Tell the bases of a class about it. */
export function linkClass(vm: Machine, type: PyType): void {
  for (const base of type.bases) {
    if (!base.isBuiltin) base.subclasses.push(type);
    else {
      const known = vm.subclasses.get(base);
      if (known === undefined) vm.subclasses.set(base, [type]);
      else known.push(type);
    }
  }
}

/** Make the bases of a class forget it. */
export function unlinkClass(vm: Machine, type: PyType): void {
  for (const base of type.bases) {
    const list = base.isBuiltin ? vm.subclasses.get(base) : base.subclasses;
    const at = list === undefined ? -1 : list.indexOf(type);
    if (at >= 0) list?.splice(at, 1);
  }
}

/** The direct subclasses of a type among the classes of this VM. */
export function scriptSubclasses(vm: Machine, type: PyType): readonly PyType[] {
  return type.isBuiltin ? (vm.subclasses.get(type) ?? []) : type.subclasses;
}
