// The module _functools: the native parts of functools.
import { defineModule, func, type NativeModule } from "../define.ts";
import { cmpToKey } from "./cmp-to-key.ts";
import { cacheWrapperType } from "./lru-cache.ts";
import { partialType } from "./partial.ts";
import { reduce } from "./reduce.ts";

export const FUNCTOOLS: NativeModule = defineModule({
  name: "_functools",
  constants: { partial: partialType, _lru_cache_wrapper: cacheWrapperType },
  functions: {
    reduce: func("function, iterable, initial=None, /", reduce, "Fold the items by a function of two."),
    cmp_to_key: func("mycmp", cmpToKey, "A key function that orders by a comparison function."),
  },
});
