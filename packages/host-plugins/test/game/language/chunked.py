# a grid without bounds
from game import chunked_array2d, vec2i

world = chunked_array2d(4, 0)
print(world, world.chunk_size, world.default, len(world), world[vec2i(100, -100)])
# expect: chunked_array2d(4) 4 0 0 0
world[vec2i(5, -3)] = 7
world[vec2i(-1, -1)] = 8
print(world[vec2i(5, -3)], world[vec2i(-1, -1)], world[vec2i(4, -3)], len(world))  # expect: 7 8 0 2
print([world.world_to_chunk(place) for place in (vec2i(5, -3), vec2i(-1, -1), vec2i(-4, 4), vec2i(0, 0))])
# expect: [(vec2i(1, -1), vec2i(1, 1)), (vec2i(-1, -1), vec2i(3, 3)), (vec2i(-1, 1), vec2i(0, 0)), (vec2i(0, 0), vec2i(0, 0))]
print(list(world))  # expect: [(vec2i(1, -1), None), (vec2i(-1, -1), None)]
del world[vec2i(5, -3)]
print(world[vec2i(5, -3)], len(world))  # expect: 0 2
world.clear()
print(len(world), world[vec2i(-1, -1)])  # expect: 0 0
---
# contexts of chunks
from game import chunked_array2d, vec2i

made = []


def build(place):
    made.append(place)
    return f"chunk {place.x} {place.y}"


world = chunked_array2d(16, None, build)
world[vec2i(16, 16)] = "a"
world[vec2i(17, 31)] = "b"
print(made, world.get_context(vec2i(1, 1)), world.get_context(vec2i(0, 0)))
# expect: [vec2i(1, 1)] chunk 1 1 None
print(world.add_chunk(vec2i(-1, 0)), world.add_chunk(vec2i(1, 1)), len(made), list(world))
# expect: chunk -1 0 chunk 1 1 2 [(vec2i(1, 1), 'chunk 1 1'), (vec2i(-1, 0), 'chunk -1 0')]
print(world.move_chunk(vec2i(1, 1), vec2i(5, 5)), world.move_chunk(vec2i(1, 1), vec2i(6, 6)), world.move_chunk(vec2i(5, 5), vec2i(-1, 0)))
# expect: True False False
print(world[vec2i(81, 95)], world[vec2i(17, 31)], world.get_context(vec2i(5, 5)))  # expect: b None chunk 1 1
print(world.remove_chunk(vec2i(5, 5)), world.remove_chunk(vec2i(5, 5)), len(world))  # expect: True False 1
---
# views of chunks
from game import chunked_array2d, vec2i

world = chunked_array2d(4, 0)
world[vec2i(3, 3)] = 1
world[vec2i(4, 4)] = 2
v = world.view()
print(v, v.origin, v.tolist())
# expect: array2d_view(8, 8) vec2i(0, 0) [[0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 2, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0]]
print(world.view_rect(vec2i(2, 2), 4, 3).tolist(), world.view_chunk(vec2i(1, 1)).tolist())
# expect: [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 2, 0]] [[2, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
far = world.view_chunks(vec2i(-2, -2), 4, 4)
print(far.origin, far.shape, far.count(1), far.index(2), far.get_bounding_rect(0))
# expect: vec2i(-8, -8) vec2i(16, 16) 1 vec2i(12, 12) (0, 0, 16, 16)
far[0, 0] = 9
print(world[vec2i(-8, -8)], len(world), far[vec2i(-8, -8) - far.origin])  # expect: 9 3 9
far[2:7, 2:7] = 5
print(far.render(), len(world))
# expect: 9000000000000000
# expect: 0000000000000000
# expect: 0055555000000000
# expect: 0055555000000000
# expect: 0055555000000000
# expect: 0055555000000000
# expect: 0055555000000000
# expect: 0000000000000000
# expect: 0000000000000000
# expect: 0000000000000000
# expect: 0000000000000000
# expect: 0000000000010000
# expect: 0000000000002000
# expect: 0000000000000000
# expect: 0000000000000000
# expect: 0000000000000000 6
print((far[6:, 6:] * 2).tolist())
# expect: [[10, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 2, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 4, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]
---
# a builder is called while a view is written, and may fail
from game import array2d, chunked_array2d, vec2i


def build(place):
    if place.x > 1:
        raise ValueError("no land there")
    return array2d(2, 2, lambda inner: place).tolist()


world = chunked_array2d[int](2, 0, build)
try:
    world.view_rect(vec2i(0, 0), 6, 1)[:, :] = 1
except ValueError as error:
    print(error)  # expect: no land there
print([world[vec2i(x, 0)] for x in range(6)], len(world), world.get_context(vec2i(1, 0)))
# expect: [1, 1, 1, 1, 0, 0] 2 [[vec2i(1, 0), vec2i(1, 0)], [vec2i(1, 0), vec2i(1, 0)]]
world.view_rect(vec2i(1, 0), 2, 2).apply(lambda cell: cell + 1)
print(world.view().tolist())  # expect: [[1, 2, 2, 1], [0, 1, 1, 0]]
---
# what a grid without bounds refuses
from game import chunked_array2d, vec2i


def kind(f):
    try:
        return f()
    except Exception as error:
        return type(error).__name__


world = chunked_array2d(8)
print(kind(lambda: chunked_array2d(3)), kind(lambda: chunked_array2d(0)), kind(lambda: world.view()))
# expect: ValueError ValueError ValueError
print(kind(lambda: world.view_rect(vec2i(0, 0), 0, 1)), world[vec2i(0, 0)])  # expect: ValueError None
