# a seed decides the sequence
import random
random.seed(42)
print([random.random() for _ in range(4)])
# expect: [0.6394267984578837, 0.025010755222666936, 0.27502931836911926, 0.22321073814882275]
random.seed(42)
print(random.random())  # expect: 0.6394267984578837
---
# integer ranges
import random
random.seed(1)
print([random.randint(1, 6) for _ in range(12)], [random.randrange(10) for _ in range(8)], [random.randrange(0, 100, 7) for _ in range(6)], random.randint(0, 10 ** 20), random.randrange(-5, 5))
# expect: [2, 5, 1, 3, 1, 4, 4, 4, 6, 4, 2, 1] [7, 0, 6, 6, 9, 0, 7, 4] [77, 84, 21, 63, 7, 98] 564285706793587091 -5
---
# bits and bytes
import random
random.seed(7)
print(random.getrandbits(1), random.getrandbits(8), random.getrandbits(32), random.getrandbits(33), random.getrandbits(64), random.getrandbits(100), random.getrandbits(0), random.randbytes(5))
# expect: 0 242 647892279 5990721294 1336213610742710224 403598562939208673953046267940 0 b']\x981\x95\x0e'
---
# choice and shuffle
import random
random.seed(3)
print([random.choice("abcdef") for _ in range(8)], random.choice([1, 2, 3]), random.choice(range(1000)))
# expect: ['b', 'e', 'e', 'b', 'c', 'e', 'd', 'f'] 3 67
xs = list(range(10))
random.shuffle(xs)
print(xs)  # expect: [8, 3, 6, 5, 1, 4, 2, 7, 0, 9]
---
# sample
import random
random.seed(5)
print(random.sample(range(100), 5), random.sample("abcdef", 3), random.sample(range(10 ** 6), 4), random.sample([1, 2, 3], 3), random.sample([], 0), random.sample(range(30), 25), random.sample(["a", "b"], counts=[3, 2], k=4))
# expect: [79, 32, 94, 45, 88] ['f', 'e', 'a'] [881168, 488240, 813651, 989181] [1, 3, 2] [] [3, 11, 15, 7, 12, 17, 29, 18, 26, 0, 6, 13, 8, 5, 25, 2, 27, 22, 1, 14, 9, 21, 10, 28, 20] ['a', 'a', 'b', 'a']
---
# choices with weights
import random
random.seed(9)
print(random.choices("abc", k=8), random.choices("abc", weights=[10, 1, 1], k=8), random.choices([1, 2], cum_weights=[1, 5], k=6), random.choices("x"))
# expect: ['b', 'b', 'a', 'c', 'a', 'b', 'c', 'a'] ['a', 'a', 'a', 'a', 'a', 'a', 'a', 'a'] [2, 1, 2, 2, 2, 2] ['x']
---
# uniform and triangular
import random
random.seed(11)
print(random.uniform(0, 10), random.uniform(5, -5), random.triangular(0, 1, 0.5), random.triangular())
# expect: 4.523795535098186 -0.59772386080496 0.8053343687546892 0.4825194659802718
---
# normal and exponential distributions
import random
random.seed(13)
print([round(random.gauss(0, 1), 10) for _ in range(4)], [round(random.normalvariate(10, 2), 10) for _ in range(3)], [round(random.expovariate(2), 10) for _ in range(3)])
# expect: [-0.0860189862, 1.5180924662, -0.7829831871, -1.7811079825] [8.5985965574, 8.4375890455, 10.9231547469] [0.3789119243, 0.1203404239, 0.1745353603]
---
# more distributions
import random
random.seed(17)
print(*[round(x, 9) for x in (random.betavariate(2, 3), random.gammavariate(2, 1), random.lognormvariate(0, 1), random.vonmisesvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2))])
# expect: 0.292088143 2.94368505 0.267717658 1.713934822 1.135756805 1.368551634
print(random.binomialvariate(10, 0.3), random.binomialvariate(100, 0.5))  # expect: 3 44
---
# seeds of other types
import random
for s in ("text", b"bytes", 1.5, 0, -5, 2 ** 100, bytearray(b"x"), True, ""):
    random.seed(s)
    print(repr(s), random.random(), random.randint(1, 1000))
# expect: 'text' 0.8711565613554825 864
# expect: b'bytes' 0.37075677971469856 687
# expect: 1.5 0.551763726942059 263
# expect: 0 0.8444218515250481 777
# expect: -5 0.6229016948897019 760
# expect: 1267650600228229401496703205376 0.7586581712996778 232
# expect: bytearray(b'x') 0.6307877176639078 612
# expect: True 0.13436424411240122 868
# expect: '' 0.9602256525641875 610
---
# a negative seed is its absolute value
import random
random.seed(-12345)
a = random.random()
random.seed(12345)
print(a == random.random())  # expect: True
for bad in ([1], None.__class__, (1, 2)):
    try:
        random.seed(bad)
    except TypeError as e:
        print(e)
# expect: The only supported seed types are:
# expect: None, int, float, str, bytes, and bytearray.
# expect: The only supported seed types are:
# expect: None, int, float, str, bytes, and bytearray.
# expect: The only supported seed types are:
# expect: None, int, float, str, bytes, and bytearray.
---
# own generators
import random
r, q = random.Random(42), random.Random(42)
print(r.random() == q.random(), [r.randint(1, 100) for _ in range(5)], r.choice("xyz"), q.randint(1, 100))
# expect: True [4, 95, 36, 32, 29] x 4
random.seed(42)
print(random.random() == random.Random(42).random(), isinstance(r, random.Random))  # expect: True True
---
# state can be saved
import random
r = random.Random(1)
r.random()
r.gauss()
state = r.getstate()
a = [r.random(), r.gauss(0, 1), r.randint(0, 99)]
r.setstate(state)
print(a == [r.random(), r.gauss(0, 1), r.randint(0, 99)], state[0], len(state[1]), type(state[1]).__name__)
# expect: True 3 625 tuple
try:
    r.setstate((1, 2, 3))
except ValueError as e:
    print(e)  # expect: state with version 1 passed to Random.setstate() of version 3
---
# errors
import random
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(1, 5, 0), lambda: random.sample([1], 2), lambda: random.sample([1], -1), lambda: random.sample({1, 2}, 1), lambda: random.getrandbits(-1),
          lambda: random.choices([], k=1), lambda: random.choices("ab", weights=[1]), lambda: random.choices("ab", weights=[0, 0]), lambda: random.shuffle("abc"), lambda: random.randint(1.5, 2), lambda: random.choice(5), lambda: random.choices("a", [1], cum_weights=[1])):
    try:
        f()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: IndexError Cannot choose from an empty sequence
# expect: ValueError empty range in randrange(5, 2)
# expect: ValueError empty range for randrange()
# expect: ValueError zero step for randrange()
# expect: ValueError Sample larger than population or is negative
# expect: ValueError Sample larger than population or is negative
# expect: TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
# expect: ValueError number of bits must be non-negative
# expect: IndexError list index out of range
# expect: ValueError The number of weights does not match the population
# expect: ValueError Total of weights must be greater than zero
# expect: TypeError 'str' object does not support item assignment
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError object of type 'int' has no len()
# expect: TypeError Cannot specify both weights and cumulative weights
---
# long runs
import random
random.seed(2024)
print(sum(random.randint(1, 6) for _ in range(5000)), sum(random.random() for _ in range(2000)))
# expect: 17529 997.5186169030213
xs = list(range(200))
random.shuffle(xs)
print(xs[:10], sum(i for i, x in enumerate(xs) if i == x))
# expect: [197, 143, 169, 128, 17, 192, 149, 162, 18, 96] 230
---
# a subclass with its own random()
import random
class Half(random.Random):
    def random(self): return 0.5
h = Half()
print(h.random(), h.uniform(0, 10), h.choice("abcd"), h.randint(1, 10), h.randrange(100))
# expect: 0.5 5.0 a 7 96
---
# a deck of cards and a monte carlo estimate
import random
random.seed(99)
deck = [r + s for s in "SHDC" for r in "23456789TJQKA"]
random.shuffle(deck)
hands = [sorted(deck[i:i + 5]) for i in range(0, 10, 5)]
print(hands, len(set(deck)))  # expect: [['6H', '9H', 'JD', 'KD', 'TC'], ['3C', '5D', '6D', '9S', 'JS']] 52
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(4000))
print(4 * inside / 4000)  # expect: 3.112
---
# randrange argument forms
import random
random.seed(23)
print(random.randrange(5, 6), random.randrange(10, 0, -1), [random.randrange(0, 10, 3) for _ in range(6)], random.randrange(2 ** 70), random.randint(-10, -5), random.randint(7, 7))
# expect: 5 9 [0, 6, 9, 9, 6, 3] 630731020913385940126 -7 7
