// The modules _random and _sha2: the native parts of random.
import { defineModule, func, type NativeModule } from "../define.ts";
import { randomType } from "./random.ts";
import { hashType, sha512 } from "./sha512.ts";

export const RANDOM: NativeModule = defineModule({ name: "_random", constants: { Random: randomType } });

export const SHA2: NativeModule = defineModule({
  name: "_sha2",
  constants: { SHA512Type: hashType },
  functions: { sha512: func("string=b'', *, usedforsecurity=True", sha512, "The SHA-512 hash of bytes.") },
});
