// VMs of a test file, closed after each of its tests.
import { afterEach } from "vitest";
import { type CloseOptions, createVM, type VM, type VMOptions } from "../src/index.ts";

/** Answers what makes the VMs of a test file. After each test what they run is ended, and they are closed. */
export function openVMs(closing: CloseOptions = {}): (options?: VMOptions) => VM {
  const open: VM[] = [];
  afterEach(async () => {
    for (const vm of open) vm.terminate();
    await Promise.all(open.splice(0).map((vm) => vm.close(closing)));
  });
  return (options) => {
    const vm = createVM(options);
    open.push(vm);
    return vm;
  };
}
