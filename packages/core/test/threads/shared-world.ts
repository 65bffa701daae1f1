// A program that worker VMs import: records in shared memory, and a pooled class.
import { arg, NativeClass, type NativeModule, nativeFunction, nativeModule, SharedRecordClass, t } from "@krait/core";

export const pair: SharedRecordClass = new SharedRecordClass("Pair", {
  first: "float64",
  second: "float64",
  count: "int32",
});

class Token {
  owner = "";
}

const token = new NativeClass<Token>("Token", { payload: Token, pool: 8 })
  .construct({
    parameters: [arg("owner", t.str)],
    create: (owner) => Object.assign(new Token(), { owner }),
    reuse: (shell, owner) => void Object.assign(shell, { owner }),
  })
  .property("owner", { type: t.str, get: ({ owner }) => owner });

/** Does something until it has been allowed so many times; answers how many tries that took. */
function insist(times: number, act: () => void): number {
  let tries = 0;
  for (let done = 0; done < times; tries++) {
    try {
      act();
      done++;
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes("elsewhere")) throw error;
    }
  }
  return tries;
}

const write = nativeFunction({
  parameters: [arg("record", pair.type), arg("times", t.int), arg("sign", t.float)],
  returns: t.int,
  doc: "Write both fields so many times, always the same number in both.",
  call(record, times, sign) {
    let value = 0;
    return insist(times, () =>
      record.change((own) => {
        value += sign;
        own.set("first", value);
        own.set("second", value);
      }),
    );
  },
});

const torn = nativeFunction({
  parameters: [arg("record", pair.type), arg("times", t.int)],
  returns: t.int,
  doc: "Read both fields so many times; answers how often they differed.",
  call(record, times) {
    let count = 0;
    insist(times, () => record.read((own) => void (count += own.get("first") === own.get("second") ? 0 : 1)));
    return count;
  },
});

export const world: NativeModule = nativeModule({
  name: "world",
  classes: [pair, token],
  functions: { write, torn },
});
