// The module errno: the numbers of the system's errors, as on Linux.
import type { Machine } from "../objects/machine.ts";
import { newDict } from "../objects/make.ts";
import type { PyModule } from "../objects/module.ts";
import { dictSet, dictSetString } from "../protocol/table.ts";
import { defineModule, type NativeModule } from "./define.ts";

const CODES: Readonly<Record<string, number>> = {
  EPERM: 1,
  ENOENT: 2,
  ESRCH: 3,
  EINTR: 4,
  EIO: 5,
  ENXIO: 6,
  E2BIG: 7,
  ENOEXEC: 8,
  EBADF: 9,
  ECHILD: 10,
  EAGAIN: 11,
  ENOMEM: 12,
  EACCES: 13,
  EFAULT: 14,
  EBUSY: 16,
  EEXIST: 17,
  EXDEV: 18,
  ENODEV: 19,
  ENOTDIR: 20,
  EISDIR: 21,
  EINVAL: 22,
  ENFILE: 23,
  EMFILE: 24,
  ENOTTY: 25,
  EFBIG: 27,
  ENOSPC: 28,
  ESPIPE: 29,
  EROFS: 30,
  EMLINK: 31,
  EPIPE: 32,
  EDOM: 33,
  ERANGE: 34,
  EDEADLK: 35,
  ENAMETOOLONG: 36,
  ENOSYS: 38,
  ENOTEMPTY: 39,
  ELOOP: 40,
  EPROTO: 71,
  EOVERFLOW: 75,
  EILSEQ: 84,
  ENOTSOCK: 88,
  EMSGSIZE: 90,
  ENOTSUP: 95,
  EADDRINUSE: 98,
  EADDRNOTAVAIL: 99,
  ENETDOWN: 100,
  ENETUNREACH: 101,
  ECONNABORTED: 103,
  ECONNRESET: 104,
  ENOBUFS: 105,
  EISCONN: 106,
  ENOTCONN: 107,
  ESHUTDOWN: 108,
  ETIMEDOUT: 110,
  ECONNREFUSED: 111,
  EHOSTDOWN: 112,
  EHOSTUNREACH: 113,
  EALREADY: 114,
  EINPROGRESS: 115,
  ECANCELED: 125,
};

export const ERRNO: NativeModule = defineModule({
  name: "errno",
  doc: "The numbers of the system's errors.",
  constants: { ...CODES, EWOULDBLOCK: 11, EDEADLOCK: 35, EOPNOTSUPP: 95 },
  setUp(vm: Machine, module: PyModule) {
    const names = newDict();
    // Ints as keys need no Python.
    for (const [name, code] of Object.entries(CODES)) dictSet(vm, names, code, name);
    dictSetString(module.dict, "errorcode", names);
  },
});
