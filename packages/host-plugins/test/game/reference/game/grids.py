"""Grids, as dicts of cells by position."""

import operator


def _vec2i(x, y):
    import game

    return game.vec2i(x, y)


AROUND = {"von Neumann": [(-1, 0), (1, 0), (0, -1), (0, 1)]}
AROUND["Moore"] = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]


class array2d_like:
    __hash__ = None

    def __class_getitem__(cls, item):
        return cls

    n_cols = property(lambda self: self.width)
    n_rows = property(lambda self: self.height)
    shape = property(lambda self: _vec2i(self.width, self.height))
    numel = property(lambda self: self.width * self.height)

    def _places(self):
        return [(x, y) for y in range(self.height) for x in range(self.width)]

    def is_valid(self, x, y=None):
        x, y = x if y is None else (x, y)
        return 0 <= x < self.width and 0 <= y < self.height

    def get(self, x, y, default=None):
        return self._read(x, y) if self.is_valid(x, y) else default

    def _new(self, f):
        made = array2d(self.width, self.height)
        for x, y in self._places():
            made._write(x, y, f(x, y))
        return made

    def _same(self, other):
        if (self.width, self.height) != (other.width, other.height):
            raise ValueError

    def _with(self, other, compute):
        if isinstance(other, array2d_like):
            self._same(other)
            return self._new(lambda x, y: compute(self._read(x, y), other._read(x, y)))
        return self._new(lambda x, y: compute(self._read(x, y), other))

    def __repr__(self):
        return f"{type(self).__name__}({self.width}, {self.height})"

    def __iter__(self):
        for x, y in self._places():
            yield _vec2i(x, y), self._read(x, y)

    def render(self):
        return "\n".join("".join(map(str, row)) for row in self.tolist())

    def all(self):
        return all(bool(cell) for _, cell in self)

    def any(self):
        return any(bool(cell) for _, cell in self)

    def map(self, f):
        return self._new(lambda x, y: f(self._read(x, y)))

    def apply(self, f):
        for x, y in self._places():
            self._write(x, y, f(self._read(x, y)))

    def zip_with(self, other, f):
        return self._with(other, f)

    def copy(self):
        return self._new(self._read)

    def tolist(self):
        return [[self._read(x, y) for x in range(self.width)] for y in range(self.height)]

    def __invert__(self):
        return self.map(lambda cell: not cell if isinstance(cell, bool) else ~cell)

    def __neg__(self):
        return self.map(operator.neg)

    def count(self, value):
        return sum(cell == value for _, cell in self)

    def index(self, value):
        for place, cell in self:
            if cell == value:
                return place
        raise ValueError

    def get_bounding_rect(self, value):
        places = [place for place, cell in self if cell == value]
        if not places:
            raise ValueError
        xs, ys = [x for x, _ in places], [y for _, y in places]
        return min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1

    def count_neighbors(self, value, neighborhood):
        if neighborhood not in AROUND:
            raise ValueError
        return self._new(
            lambda x, y: sum(
                self.is_valid(x + dx, y + dy) and self._read(x + dx, y + dy) == value for dx, dy in AROUND[neighborhood]
            )
        )

    def convolve(self, kernel, padding):
        if kernel.width != kernel.height or kernel.width % 2 == 0:
            raise ValueError
        if not all(isinstance(cell, int) for grid in (self, kernel) for _, cell in grid):
            raise TypeError
        half = kernel.width // 2
        return self._new(
            lambda x, y: sum(
                weight * self.get(x + place.x - half, y + place.y - half, padding) for place, weight in kernel
            )
        )

    def get_connected_components(self, value, neighborhood):
        if neighborhood not in AROUND:
            raise ValueError
        labels = array2d(self.width, self.height, 0)
        count = 0

        def spread(x, y):
            labels._write(x, y, count)
            for dx, dy in AROUND[neighborhood]:
                near = x + dx, y + dy
                if self.is_valid(*near) and self._read(*near) == value and not labels._read(*near):
                    spread(*near)

        for x, y in self._places():
            if self._read(x, y) == value and not labels._read(x, y):
                count += 1
                spread(x, y)
        return labels, count

    def _view(self, key):
        x, y = key

        def span(part, length):
            if isinstance(part, int):
                if not 0 <= part < length:
                    raise IndexError
                return part, 1
            start, stop, step = part.indices(length)
            if step != 1 or stop <= start:
                raise ValueError
            return start, stop - start

        (left, width), (top, height) = span(x, self.width), span(y, self.height)
        if isinstance(self, array2d_view):
            return array2d_view(self.source, self.left + left, self.top + top, width, height)
        return array2d_view(self, left, top, width, height)

    def _place(self, key):
        if not isinstance(key, tuple) or len(key) != 2 or not all(isinstance(part, int) for part in key):
            return None
        if not self.is_valid(*key):
            raise IndexError
        return tuple(key)

    def __getitem__(self, key):
        if isinstance(key, array2d_like):
            self._same(key)
            return [self._read(*place) for place, wanted in key if wanted]
        if not isinstance(key, tuple):
            raise TypeError
        place = self._place(key)
        return self._view(key) if place is None else self._read(*place)

    def __setitem__(self, key, value):
        if isinstance(key, array2d_like):
            self._same(key)
            for place, wanted in key:
                if wanted:
                    self._write(*place, value._read(*place) if isinstance(value, array2d_like) else value)
            return
        place = self._place(key)
        if place is not None:
            return self._write(*place, value)
        view = self._view(key)
        if isinstance(value, array2d_like):
            view._same(value)
            for x, y in view._places():
                view._write(x, y, value._read(x, y))
        else:
            view.apply(lambda _: value)


for each in "add sub mul truediv floordiv mod pow and_ or_ xor".split():
    compute = getattr(operator, each)
    name = each.strip("_")
    setattr(array2d_like, f"__{name}__", lambda self, other, f=compute: self._with(other, f))
    setattr(array2d_like, f"__r{name}__", lambda self, other, f=compute: self._with(other, lambda a, b, f=f: f(b, a)))
for each in "lt le eq ne gt ge".split():
    compute = getattr(operator, each)
    setattr(array2d_like, f"__{each}__", lambda self, other, f=compute: self._with(other, f))


class array2d(array2d_like):
    def __init__(self, n_cols, n_rows, default=None):
        if n_cols <= 0 or n_rows <= 0:
            raise ValueError
        self.width, self.height, self.cells = n_cols, n_rows, {}
        for x, y in self._places():
            self._write(x, y, default(_vec2i(x, y)) if callable(default) else default)

    def _read(self, x, y):
        return self.cells[x, y]

    def _write(self, x, y, value):
        self.cells[x, y] = value

    @staticmethod
    def fromlist(data):
        if len({len(row) for row in data}) != 1:
            raise ValueError
        return array2d(len(data[0]), len(data), lambda place: data[place.y][place.x])


class array2d_view(array2d_like):
    def __init__(self, source, left, top, width, height):
        self.source, self.left, self.top, self.width, self.height = source, left, top, width, height

    origin = property(lambda self: _vec2i(self.left, self.top))

    def _read(self, x, y):
        return self.source._read(self.left + x, self.top + y)

    def _write(self, x, y, value):
        self.source._write(self.left + x, self.top + y, value)


class chunked_array2d:
    def __init__(self, chunk_size, default=None, context_builder=None):
        if chunk_size < 1 or chunk_size & (chunk_size - 1):
            raise ValueError
        self.chunk_size, self.default, self.context_builder = chunk_size, default, context_builder
        self.chunks = {}

    def __class_getitem__(cls, item):
        return cls

    def __repr__(self):
        return f"chunked_array2d({self.chunk_size})"

    def world_to_chunk(self, place):
        size = _vec2i(self.chunk_size, self.chunk_size)
        return place // size, place % size

    def add_chunk(self, chunk):
        if chunk not in self.chunks:
            self.chunks[chunk] = {}, self.context_builder(chunk) if self.context_builder else None
        return self.chunks[chunk][1]

    def remove_chunk(self, chunk):
        return self.chunks.pop(chunk, None) is not None

    def move_chunk(self, a, b):
        if a not in self.chunks or b in self.chunks:
            return False
        self.chunks[b] = self.chunks.pop(a)
        return True

    def get_context(self, chunk):
        return self.chunks.get(chunk, (None, None))[1]

    def clear(self):
        self.chunks.clear()

    def __len__(self):
        return len(self.chunks)

    def __iter__(self):
        return iter([(chunk, context) for chunk, (_, context) in self.chunks.items()])

    def _read(self, x, y):
        chunk, local = self.world_to_chunk(_vec2i(x, y))
        return self.chunks.get(chunk, ({},))[0].get(local, self.default)

    def _write(self, x, y, value):
        chunk, local = self.world_to_chunk(_vec2i(x, y))
        self.add_chunk(chunk)
        self.chunks[chunk][0][local] = value

    def __getitem__(self, place):
        return self._read(*place)

    def __setitem__(self, place, value):
        self._write(*place, value)

    def __delitem__(self, place):
        chunk, local = self.world_to_chunk(place)
        if chunk in self.chunks:
            self.chunks[chunk][0].pop(local, None)

    def view_rect(self, place, width, height):
        if width <= 0 or height <= 0:
            raise ValueError
        return array2d_view(self, place.x, place.y, width, height)

    def view_chunks(self, chunk, width, height):
        size = self.chunk_size
        return self.view_rect(chunk * size, width * size, height * size)

    def view_chunk(self, chunk):
        return self.view_chunks(chunk, 1, 1)

    def view(self):
        if not self.chunks:
            raise ValueError
        xs, ys = [chunk.x for chunk in self.chunks], [chunk.y for chunk in self.chunks]
        return self.view_chunks(_vec2i(min(xs), min(ys)), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
