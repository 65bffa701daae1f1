// What nearly every program uses: abstract classes, collections, iteration tools, functions of functions.
import { COLLECTIONS } from "./collections/module.ts";
import { COPYREG } from "./copyreg.ts";
import { ERRNO } from "./errno.ts";
import { FUNCTOOLS } from "./functools/module.ts";
import { GC } from "./gc/module.ts";
import { HEAPQ } from "./heapq/module.ts";
import { ITERTOOLS } from "./itertools/module.ts";
import { OPERATOR, OPERATOR_NATIVE } from "./operator/module.ts";
import { WEAKREF } from "./weakref/module.ts";
import abcMappingsSource from "./prelude/_abc_mappings.py";
import abcProtocolsSource from "./prelude/_abc_protocols.py";
import abcSequencesSource from "./prelude/_abc_sequences.py";
import abcSetsSource from "./prelude/_abc_sets.py";
import collectionsChainSource from "./prelude/_collections_chain.py";
import collectionsCounterSource from "./prelude/_collections_counter.py";
import collectionsOrderedSource from "./prelude/_collections_ordered.py";
import collectionsStringSource from "./prelude/_collections_string.py";
import collectionsUserSource from "./prelude/_collections_user.py";
import contextBaseSource from "./prelude/_context_base.py";
import exitStackSource from "./prelude/_exit_stack.py";
import weakContainersSource from "./prelude/_weak_containers.py";
import weakProxiesSource from "./prelude/_weak_proxies.py";
import wrappingSource from "./prelude/_wrapping.py";
import abcSource from "./prelude/abc.py";
import bisectSource from "./prelude/bisect.py";
import collectionsSource from "./prelude/collections/__init__.py";
import collectionsAbcSource from "./prelude/collections/abc.py";
import contextlibSource from "./prelude/contextlib.py";
import copySource from "./prelude/copy.py";
import copyregSource from "./prelude/copyreg.py";
import functoolsSource from "./prelude/functools.py";
import graphlibSource from "./prelude/graphlib.py";
import heapqSource from "./prelude/heapq.py";
import keywordSource from "./prelude/keyword.py";
import numbersSource from "./prelude/numbers.py";
import reprlibSource from "./prelude/reprlib.py";
import typesSource from "./prelude/types.py";
import weakrefSource from "./prelude/weakref.py";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [COLLECTIONS, COPYREG, FUNCTOOLS, ITERTOOLS, OPERATOR, OPERATOR_NATIVE, ERRNO, GC, HEAPQ, WEAKREF],
  modules: {
    _abc_mappings: abcMappingsSource,
    _abc_protocols: abcProtocolsSource,
    _abc_sequences: abcSequencesSource,
    _abc_sets: abcSetsSource,
    _collections_chain: collectionsChainSource,
    _collections_counter: collectionsCounterSource,
    _collections_ordered: collectionsOrderedSource,
    _collections_string: collectionsStringSource,
    _collections_user: collectionsUserSource,
    _context_base: contextBaseSource,
    _exit_stack: exitStackSource,
    _weak_containers: weakContainersSource,
    _weak_proxies: weakProxiesSource,
    _wrapping: wrappingSource,
    abc: abcSource,
    bisect: bisectSource,
    "collections.abc": collectionsAbcSource,
    contextlib: contextlibSource,
    copy: copySource,
    copyreg: copyregSource,
    functools: functoolsSource,
    graphlib: graphlibSource,
    heapq: heapqSource,
    keyword: keywordSource,
    numbers: numbersSource,
    reprlib: reprlibSource,
    types: typesSource,
    weakref: weakrefSource,
  },
  packages: {
    collections: collectionsSource,
  },
});
