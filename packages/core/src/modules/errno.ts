// The module errno: the numbers of the system's errors, as on Linux.
import type { Machine } from "../objects/machine.ts";
import { newDict } from "../objects/make.ts";
import type { PyModule } from "../objects/module.ts";
import { dictSet, dictSetString } from "../protocol/table.ts";
import { defineModule, type NativeModule } from "./define.ts";

/** Their names in the order of the numbers, from 1 on; a number that Linux does not use has a dash. */
const NAMES: readonly string[] = `
  EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY EEXIST
  EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM
  ERANGE EDEADLOCK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP - ENOMSG EIDRM ECHRNG EL2NSYNC EL3HLT EL3RST ELNRNG
  EUNATCH ENOCSI EL2HLT EBADE EBADR EXFULL ENOANO EBADRQC EBADSLT - EBFONT ENOSTR ENODATA ETIME ENOSR ENONET
  ENOPKG EREMOTE ENOLINK EADV ESRMNT ECOMM EPROTO EMULTIHOP EDOTDOT EBADMSG EOVERFLOW ENOTUNIQ EBADFD EREMCHG
  ELIBACC ELIBBAD ELIBSCN ELIBMAX ELIBEXEC EILSEQ ERESTART ESTRPIPE EUSERS ENOTSOCK EDESTADDRREQ EMSGSIZE
  EPROTOTYPE ENOPROTOOPT EPROTONOSUPPORT ESOCKTNOSUPPORT ENOTSUP EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE
  EADDRNOTAVAIL ENETDOWN ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN
  ETOOMANYREFS ETIMEDOUT ECONNREFUSED EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS ESTALE EUCLEAN ENOTNAM ENAVAIL
  EISNAM EREMOTEIO EDQUOT ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EKEYEXPIRED EKEYREVOKED EKEYREJECTED EOWNERDEAD
  ENOTRECOVERABLE ERFKILL
`
  .trim()
  .split(/\s+/);

const CODES: Readonly<Record<string, number>> = Object.fromEntries(
  NAMES.map((name, at): [string, number] => [name, at + 1]).filter(([name]) => name !== "-"),
);

export const ERRNO: NativeModule = defineModule({
  name: "errno",
  doc: "The numbers of the system's errors.",
  constants: { ...CODES, EWOULDBLOCK: 11, EDEADLK: 35, EOPNOTSUPP: 95 },
  setUp(vm: Machine, module: PyModule) {
    const names = newDict();
    // Ints as keys need no Python.
    for (const [name, code] of Object.entries(CODES)) dictSet(vm, names, code, name);
    dictSetString(module.dict, "errorcode", names);
  },
});
