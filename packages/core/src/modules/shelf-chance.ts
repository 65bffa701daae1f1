// Random numbers, statistics, and colours.
import { RANDOM, SHA2 } from "./random/module.ts";
import exactSumsSource from "./prelude/_exact_sums.py";
import kernelsSource from "./prelude/_kernels.py";
import normalDistSource from "./prelude/_normal_dist.py";
import randomDistributionsSource from "./prelude/_random_distributions.py";
import colorsysSource from "./prelude/colorsys.py";
import randomSource from "./prelude/random.py";
import statisticsSource from "./prelude/statistics.py";
import { defineShelf, type ModuleTable } from "./shelf.ts";

export const SHELF: ModuleTable = defineShelf({
  native: [RANDOM, SHA2],
  modules: {
    _exact_sums: exactSumsSource,
    _kernels: kernelsSource,
    _normal_dist: normalDistSource,
    _random_distributions: randomDistributionsSource,
    colorsys: colorsysSource,
    random: randomSource,
    statistics: statisticsSource,
  },
});
