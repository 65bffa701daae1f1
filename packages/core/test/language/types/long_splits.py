# what is long is split in portions, which nobody sees
text = "one two  three\n" * 12_000
data = text.encode()

def told(pieces):
    total = 0
    for at, piece in enumerate(pieces):
        total = (total * 31 + len(piece) * 7 + (at if at % 1000 == 0 else 0)) % 1_000_003
    return len(pieces), total, len(pieces[0]), len(pieces[-1])

for cuts in (-1, 0, 1, 4_095, 4_096, 4_097, 30_000, 100_000):
    print(cuts, told(text.split(" ", cuts)), told(text.rsplit(" ", cuts)))
    print(cuts, told(text.split(None, cuts)), told(text.rsplit(None, cuts)))
# expect: -1 (36001, 250356, 3, 6) (36001, 250356, 3, 6)
# expect: -1 (36000, 369859, 3, 5) (36000, 369859, 3, 5)
# expect: 0 (1, 259997, 180000, 180000) (1, 259997, 180000, 180000)
# expect: 0 (1, 259997, 180000, 180000) (1, 259990, 179999, 179999)
# expect: 1 (2, 260620, 3, 179996) (2, 58406, 179993, 6)
# expect: 1 (2, 260620, 3, 179996) (2, 58182, 179992, 5)
# expect: 4095 (4096, 547592, 3, 159531) (4096, 721185, 159528, 6)
# expect: 4095 (4096, 329254, 3, 159525) (4096, 403365, 159524, 5)
# expect: 4096 (4097, 475776, 3, 159521) (4097, 107337, 159518, 6)
# expect: 4096 (4097, 707319, 3, 159521) (4097, 905778, 159517, 5)
# expect: 4097 (4098, 250326, 3, 159517) (4098, 565837, 159517, 6)
# expect: 4097 (4098, 428131, 3, 159516) (4098, 315193, 159513, 5)
# expect: 30000 (30001, 746792, 3, 30006) (30001, 527717, 30003, 6)
# expect: 30000 (30001, 450697, 3, 30000) (30001, 79534, 29999, 5)
# expect: 100000 (36001, 250356, 3, 6) (36001, 250356, 3, 6)
# expect: 100000 (36000, 369859, 3, 5) (36000, 369859, 3, 5)
print(told(text.splitlines()), told(text.splitlines(True)), told((text + "end").splitlines()))
# expect: (12000, 127398, 14, 14) (12000, 881458, 15, 15) (12001, 961350, 14, 3)
print(all(data.split(b" ", cuts) == [piece.encode() for piece in text.split(" ", cuts)] for cuts in (-1, 1, 5_000)))
# expect: True
print(all(data.rsplit(None, cuts) == [piece.encode() for piece in text.rsplit(None, cuts)] for cuts in (-1, 1, 5_000)))
# expect: True
print(data.splitlines(True) == [line.encode() for line in text.splitlines(True)])  # expect: True
print(bytearray(data).split(b"\n", 1)[0], type(bytearray(data).split()[5]).__name__)
# expect: bytearray(b'one two  three') bytearray
