// `import rng`: random numbers that follow from the host's seed, in streams that do not disturb each other.
import {
  arg,
  type Arguments,
  NativeClass,
  nativeFunction,
  type NativeFunctionSpec,
  type NativeModule,
  nativeModule,
  type Parameter,
  PythonRaise,
  t,
  type TypeSpec,
} from "@krait/core";
import { definePlugin, type NativePlugin, type PluginClient } from "../definition.ts";
import { type Generator, generatorFor } from "./xoshiro.ts";

/** How long the name of a stream may be, in UTF-16 units, with those of the streams that it comes from. */
const LONGEST_NAME = 1_000;

/** One sequence of numbers, as a script has it. */
class Stream {
  readonly seed: string;
  readonly generator: Generator;
  readonly client: PluginClient;

  constructor(client: PluginClient, seed: string) {
    this.client = client;
    this.seed = seed;
    this.generator = generatorFor(seed);
  }
}

/** What draws from a stream: a function of the module, on the plugin's own stream, and a method of every stream. */
interface Draw {
  readonly doc: string;
  readonly parameters: readonly Parameter<unknown>[];
  readonly returns: TypeSpec<unknown>;
  readonly call: (stream: Stream, ...args: never[]) => unknown;
}

function draw<const Parameters extends readonly Parameter<unknown>[], Result>(
  doc: string,
  parameters: Parameters,
  returns: TypeSpec<Result>,
  call: (stream: Stream, ...args: Arguments<Parameters>) => Result,
): Draw {
  return { doc, parameters, returns, call: call as Draw["call"] };
}

/** By name; the one table of what a stream can do, but for `stream`. Items are handles: they come back as the objects they were. */
const DRAWS: Readonly<Record<string, Draw>> = {
  random: draw("A number from 0.0, below 1.0.", [], t.float, ({ generator }) => generator.fraction()),
  integer: draw(
    "A whole number from a to b, both included.",
    [arg("a", t.int), arg("b", t.int)],
    t.int,
    ({ generator }, a, b) => {
      if (b < a) throw new PythonRaise("ValueError", "b must not be below a");
      const count = b - a + 1;
      if (count > 2 ** 53) throw new PythonRaise("ValueError", "there must be at most 2**53 numbers from a to b");
      return a + generator.below(count);
    },
  ),
  uniform: draw(
    "A number from a to b.",
    [arg("a", t.float), arg("b", t.float)],
    t.float,
    ({ generator }, a, b) => a + (b - a) * generator.fraction(),
  ),
  choice: draw("One of the items.", [arg("items", t.list(t.object))], t.any, ({ generator }, items) => {
    if (items.length === 0) throw new PythonRaise("IndexError", "there are no items to choose from");
    return items[generator.below(items.length)] as (typeof items)[number];
  }),
  shuffle: draw(
    "A new list of the items, in any order.",
    [arg("items", t.list(t.object))],
    t.list(t.any),
    ({ generator }, items) => {
      const shuffled = [...items];
      for (let at = shuffled.length - 1; at > 0; at--) {
        const other = generator.below(at + 1);
        const kept = shuffled[at] as (typeof items)[number];
        shuffled[at] = shuffled[other] as (typeof items)[number];
        shuffled[other] = kept;
      }
      return shuffled;
    },
  ),
  chance: draw(
    "True with the probability p, from 0 for never to 1 for always.",
    [arg("p", t.float)],
    t.bool,
    ({ generator }, p) => {
      if (!(p >= 0 && p <= 1)) throw new PythonRaise("ValueError", "p must be from 0 to 1");
      return generator.fraction() < p;
    },
  ),
  normal: draw(
    "A number of the normal distribution with the mean mu and the standard deviation sigma.",
    [arg("mu", t.float, 0), arg("sigma", t.float, 1)],
    t.float,
    ({ generator }, mu, sigma) => {
      if (!(sigma >= 0)) throw new PythonRaise("ValueError", "sigma must not be below 0");
      // Box and Muller's transform. The logarithm of 1 - x: x may be 0.
      const radius = Math.sqrt(-2 * Math.log(1 - generator.fraction()));
      return mu + sigma * radius * Math.cos(2 * Math.PI * generator.fraction());
    },
  ),
};

/**
 * The native plugin "random": scripts with the permission `random` get random numbers by `import rng`; Python's own `random`
 * stays as it is. They follow from the plugin's seed alone, on every machine; only the last digits of `normal` are the
 * runtime's. Not for secrets.
 */
export function random(): NativePlugin {
  const streamClass = new NativeClass<Stream>("Stream", {
    payload: Stream,
    doc: "Random numbers that no other stream disturbs.",
  });
  for (const [name, { doc, parameters, returns, call }] of Object.entries(DRAWS)) {
    streamClass.method(name, {
      doc,
      parameters,
      returns,
      call: (stream, ...args) => {
        stream.client.permit("random");
        return call(stream, ...(args as never[]));
      },
    });
  }
  const streamDoc = "The stream of a name: it always has the same numbers, whatever is drawn from others.";
  const named = [arg("name", t.str)] as const;
  streamClass.method("stream", {
    doc: streamDoc,
    parameters: named,
    returns: streamClass.type,
    call: (stream, name) => {
      stream.client.permit("random");
      return substream(stream, name);
    },
  });

  const modules = (client: PluginClient): readonly NativeModule[] => {
    const own = new Stream(client, String(client.seed));
    const functions: Record<string, NativeFunctionSpec> = {};
    for (const [name, { doc, parameters, returns, call }] of Object.entries(DRAWS)) {
      const spec = nativeFunction({ doc, parameters, returns, call: (...args) => call(own, ...(args as never[])) });
      functions[name] = client.guarded("random", spec);
    }
    const stream = nativeFunction({
      doc: streamDoc,
      parameters: named,
      returns: streamClass.type,
      call: (name) => substream(own, name),
    });
    functions.stream = client.guarded("random", stream);
    const doc = "Random numbers that are the same in each run with one seed. Permission: random.";
    return [nativeModule({ name: "rng", doc, classes: [streamClass], functions })];
  };
  const permissions = [{ name: "random", doc: "Draw random numbers." }];
  return definePlugin({ id: "random", version: "1.0.0", permissions, modules });
}

/** With its length before it, so that no two ways of names are one. */
function substream({ client, seed }: Stream, name: string): Stream {
  const own = `${seed}/${name.length}:${name}`;
  if (own.length > LONGEST_NAME) throw new PythonRaise("ValueError", "the name of the stream is too long");
  return new Stream(client, own);
}
