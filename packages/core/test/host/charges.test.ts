// Work that grows with its operands is counted: every native that can be long takes safe points in proportion to its size.
import { beforeAll, describe, expect, it } from "vitest";
import { createVM, type VM } from "../../src/index.ts";

/** Items, characters or bytes of the operands: twice what one quantum of unmeasured work may be. */
const SIZE = 200_000;
/** Least safe points for work on SIZE items: a charge counts 64 of them as one, a step of a native frame 2,048 as four. */
const LEAST = SIZE / 1024;

const SETUP = `
import json, math, random, sys, io, itertools, functools, operator, heapq, collections, copy
N = ${SIZE}
a = "a" * N
words = "ab " * (N // 3)
emoji = "\\U0001F600" * N
mixed = "a\\U0001F600" * (N // 2)
digits = "1" * 4000
b = b"a" * N
ba = bytearray(N)
L = list(range(N)); L2 = list(range(N)); F = [float(n) for n in L]
S = [str(n) for n in L]
T = tuple(L); T2 = tuple(L2)
D = dict.fromkeys(L, 1); D2 = dict.fromkeys(L, 1)
E = set(L); E2 = set(L)
FS = frozenset(L)
Q = collections.deque(L); Q2 = collections.deque(L)
J = json.dumps(L)
big = (1 << 60000) + 12345
odd = (1 << 60000) + 1
mv = memoryview(b)
sio = io.StringIO(a)
def ints(): return list(range(N))
`;

const EXPRESSIONS = `
a.upper()
a.lower()
a.casefold()
a.title()
a.capitalize()
a.swapcase()
a.center(N * 2)
"a".ljust(N)
"1".zfill(N)
words.split()
words.rsplit(" ")
words.splitlines()
words.replace("b", "xy")
words.count("b")
a.find("b")
a.rfind("b")
words.partition("zz")
a.translate({97: "b"})
a.isalpha()
a.isidentifier()
a.isascii()
a.isprintable()
a.isspace() or words.islower()
",".join(S)
a.encode()
a.encode("utf-16")
emoji.encode()
a * 3
a == "a" * N
a < "a" * N
a[::-1]
a[1:]
a[::2]
mixed[5:-5]
(mixed + "x")[N // 2]
list(a)
list(emoji)
repr(a)
ascii(emoji)
"%s" % a
f"{a:>{N + 5}}"
"{:{}}".format("x", N)
"%*d" % (N, 5)
a.expandtabs()
b.upper()
b.hex()
bytes.fromhex("61" * N)
b.decode()
b.decode("latin-1")
b + b
b < b + b
b[::-1]
b.replace(b"a", b"bb")
b.find(b"b")
b.count(b"a")
b.split(b"b")
b.translate(bytes(256))
b.isalpha()
hash(b)
bytes(L[:200] * (N // 200))
bytearray(b)
list(b)
repr(b)
ba.copy()
ba.reverse()
ba.insert(0, 1)
ba.extend(b)
ba[::2]
mv.tobytes()
mv.tolist()
mv == b
mv[::-1].tobytes()
L.copy()
L + L2
L * 2
L[1:]
L[::-1]
L.reverse()
-1 in L
L.count(5)
L == L2
L < L2
5.5 in L
list(T)
tuple(L)
sorted(L)
ints().sort()
ints().clear()
ints().insert(0, 1)
ints().pop(0)
ints().remove(N - 1)
ints().extend(L)
operator.setitem(ints(), slice(0, N // 2), L)
operator.delitem(ints(), slice(0, N, 2))
repr(L)
hash(T)
T == T2
T + T2
T[1:]
T.count(1)
T.index(N - 1)
D.copy()
D | D2
dict(D)
D == D2
D.keys() & D2.keys()
list(D.items())
repr(D)
dict.fromkeys(L)
dict(zip(S, L))
E | E2
E & E2
E - E2
E ^ E2
E == E2
E <= E2
set(L)
E.copy()
hash(FS)
frozenset(L)
sum(L)
sum(F)
min(L)
max(F)
any(x for x in [0] * N)
any([0] * N)
all([1] * N)
list(reversed(L))
list(enumerate(L))
list(zip(L, L2))
list(map(str, L))
list(filter(None, L))
max(L, key=abs)
list(range(N))
math.fsum(F)
math.prod([1] * N)
math.dist(F, F)
math.hypot(*F)
math.sumprod(L, L2)
json.dumps(L)
json.loads(J)
json.dumps(a)
json.dumps({"k": D})
random.shuffle(L2)
random.sample(L, N // 2)
random.choices(L, k=N)
Q.copy()
Q.rotate(N // 3)
Q.reverse()
Q.count(1)
Q.index(N - 1)
Q == Q2
list(Q)
Q.insert(N // 2, 1)
collections.Counter(L)
next(itertools.islice(L, N - 1, None))
next(itertools.product(L))
next(itertools.permutations(L, 1))
next(itertools.combinations(L, 1))
next(itertools.islice(itertools.cycle(L), N, None))
list(itertools.chain(L, L2))
list(itertools.accumulate(L))
sum(itertools.repeat(1, N))
collections.deque(itertools.tee(L)[0], 0)
heapq.heapify(L2)
heapq.nlargest(5, L)
functools.reduce(operator.add, L)
copy.copy(L)
copy.deepcopy(L[: N // 10])
io.StringIO(a).read()
io.StringIO().write(a)
io.BytesIO(b).getvalue()
sio.getvalue()
print(a)
[*L]
(*L,)
{*L}
first, *rest = L
print(*L)
(lambda *args: None)(*L)
`;

/** More than linear in the bits of an int. */
const BIG_INTEGERS = `
big * big
big // odd
big % odd
pow(3, 40000)
str(big)
repr(big)
math.gcd(big, odd)
`;

/** Operands that one step may not take at once, each with the items or characters that count, in thousands. */
const AT_LENGTH = `
hash(("a" * N + "b",) * 50) # 10000
hash((b"a" * N,) * 50) # 10000
{("a" * N + "b", 1): 2} # 200
[D.get("a" * N + str(i)) for i in range(20)] # 4000
ExceptionGroup("", [ValueError()] * 10).split((KeyError,) * N) # 40
ExceptionGroup("", [ValueError()] * N).split(KeyError) # 100
[L.insert(0, 1) for i in range(100)] # 10000
[int(digits) for i in range(100)] # 4000
[float("1" * N) for i in range(5)] # 4000
[b"a" * N] * 50 == [b"a" * N] * 50 # 5000
("a" * N + "b") in ["a" * N + "c"] * 50 # 5000
exec("pass\\n" * (N // 5)) # 500
divmod(big, odd) # 100
big / odd # 100
exec("try: raise KeyError\\nexcept (ValueError,) * N: 0\\nexcept KeyError: 0") # 200
exec("try: raise KeyError\\nexcept* (ValueError,) * N: 0\\nexcept* KeyError: 0") # 200
`;

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

describe("charges", () => {
  let vm: VM;

  beforeAll(async () => {
    vm = createVM({
      limits: { integerBits: 200_000, wallTimeMs: 1e9, activeTimeMs: 1e9, outputBytes: 1e9 },
      stdout: () => {},
    });
    await vm.run(SETUP);
    vm.runSync("sys.set_int_max_str_digits(0)");
  }, 60_000);

  const cost = (source: string): number => {
    const before = vm.stats.instructions;
    vm.runSync(`${source}\nNone`);
    return vm.stats.instructions - before;
  };

  it.each(lines(EXPRESSIONS))("counts the work of %s", (source) => {
    expect(cost(source)).toBeGreaterThan(LEAST);
  });

  it.each(lines(AT_LENGTH))("counts all the work of %s", (source) => {
    expect(cost(source)).toBeGreaterThan((Number(source.split("#")[1]) * 1000) / 64);
  });

  it.each(lines(BIG_INTEGERS))("counts the work of %s", (source) => {
    expect(cost(source)).toBeGreaterThan(10);
  });
});
