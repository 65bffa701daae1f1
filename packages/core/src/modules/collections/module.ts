// The module _collections: the native parts of collections.
import { defineModule, func, type NativeModule } from "../define.ts";
import { SEAL } from "../seal.ts";
import { countElements } from "./count-elements.ts";
import { defaultDictType } from "./default-dict.ts";
import { dequeType } from "./deque.ts";
import { dequeIteratorType, dequeReverseIteratorType } from "./deque-iterator.ts";
import { ORDERED_VIEWS } from "./ordered-views.ts";
import { tupleGetterType } from "./tuple-getter.ts";

export const COLLECTIONS: NativeModule = defineModule({
  name: "_collections",
  constants: {
    deque: dequeType,
    defaultdict: defaultDictType,
    _deque_iterator: dequeIteratorType,
    _deque_reverse_iterator: dequeReverseIteratorType,
    _tuplegetter: tupleGetterType,
    ...ORDERED_VIEWS,
  },
  functions: {
    _count_elements: func("mapping, iterable, /", countElements),
    _seal: SEAL,
  },
});
