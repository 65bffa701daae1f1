// The module itertools.
import { defineModule, func, type NativeModule } from "../define.ts";
import { accumulateType } from "./accumulate.ts";
import { batchedType, pairwiseType } from "./batches.ts";
import { chainType } from "./chain.ts";
import { combinationsType, permutationsType, replacementsType } from "./combinations.ts";
import { countType, cycleType, repeatType } from "./endless.ts";
import { groupbyType, groupType } from "./groupby.ts";
import { isliceType } from "./islice.ts";
import { productType } from "./product.ts";
import { compressType, dropWhileType, filterFalseType, takeWhileType } from "./selection.ts";
import { tee, teeType } from "./tee.ts";
import { starmapType, zipLongestType } from "./together.ts";

export const ITERTOOLS: NativeModule = defineModule({
  name: "itertools",
  doc: "Iterators made from iterators.",
  constants: {
    accumulate: accumulateType,
    batched: batchedType,
    chain: chainType,
    combinations: combinationsType,
    combinations_with_replacement: replacementsType,
    compress: compressType,
    count: countType,
    cycle: cycleType,
    dropwhile: dropWhileType,
    filterfalse: filterFalseType,
    groupby: groupbyType,
    islice: isliceType,
    pairwise: pairwiseType,
    permutations: permutationsType,
    product: productType,
    repeat: repeatType,
    starmap: starmapType,
    takewhile: takeWhileType,
    zip_longest: zipLongestType,
    _grouper: groupType,
    _tee: teeType,
  },
  functions: { tee: func("iterable, n=2, /", tee, "n iterators over the items of one iterable.") },
});
