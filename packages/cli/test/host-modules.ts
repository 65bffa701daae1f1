// A file of a host as `krait types` reads it: native modules as its default export, by name, and in an array.
import { arg, NativeClass, type NativeModule, nativeFunction, nativeModule, t } from "@krait/core";

const place = new NativeClass("Place").construct({ create: () => ({}) });

export const places: NativeModule = nativeModule({ name: "places", classes: [place] });

export const all: readonly NativeModule[] = [
  places,
  nativeModule({
    name: "travel",
    functions: {
      go: nativeFunction({
        parameters: [arg("to", place.type), arg("fast", t.bool, false)],
        returns: t.none,
        doc: "Go there.",
        call: () => {},
      }),
    },
  }),
];

export const other: string = "no module";

export default nativeModule({ name: "empty" });
