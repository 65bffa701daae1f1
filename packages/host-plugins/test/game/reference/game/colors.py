"""Colours."""


class color32(tuple):
    def __new__(cls, r, g, b, a):
        if not all(isinstance(channel, int) for channel in (r, g, b, a)):
            raise TypeError
        if not all(0 <= channel <= 255 for channel in (r, g, b, a)):
            raise ValueError
        return super().__new__(cls, (r, g, b, a))

    r, g, b, a = [property(lambda self, at=at: self[at]) for at in range(4)]
    with_r = lambda self, value: color32(value, *self[1:])
    with_g = lambda self, value: color32(*self[:1], value, *self[2:])
    with_b = lambda self, value: color32(*self[:2], value, *self[3:])
    with_a = lambda self, value: color32(*self[:3], value)

    def __repr__(self):
        return f"color32({', '.join(map(str, self))})"

    def __eq__(self, other):
        return isinstance(other, color32) and tuple.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return tuple.__hash__(self)

    @staticmethod
    def from_hex(text):
        if text[0] != "#" or len(text) not in (7, 9):
            raise ValueError
        return color32(*bytes.fromhex(text[1:].ljust(8, "f")))

    @staticmethod
    def from_vec3(vec):
        return color32(*[int(part * 255) for part in vec], 255)

    @staticmethod
    def from_vec3i(vec):
        return color32(*vec, 255)

    def to_hex(self):
        return "#" + bytes(self[:3] if self.a == 255 else self).hex()

    def _opaque(self):
        return [channel * self.a // 255 for channel in self[:3]]

    def to_vec3(self):
        import game

        return game.vec3(*[channel / 255 for channel in self._opaque()])

    def to_vec3i(self):
        import game

        return game.vec3i(*self._opaque())

    def to_rgb565(self):
        return self.r // 8 * 2048 + self.g // 4 * 32 + self.b // 8

    def ansi_fg(self, text):
        return f"\x1b[38;2;{self.r};{self.g};{self.b}m{text}\x1b[0m"

    def ansi_bg(self, text):
        return f"\x1b[48;2;{self.r};{self.g};{self.b}m{text}\x1b[0m"

    @staticmethod
    def alpha_blend(src, dst):
        if dst is None:
            return src
        opacity = src.a / 255
        mixed = [int(above * opacity + below * (1 - opacity)) for above, below in zip(src[:3], dst[:3])]
        return color32(*mixed, int(src.a + dst.a * (1 - opacity)))


def rgb(r, g, b):
    return color32(r, g, b, 255)


def rgba(r, g, b, a):
    return color32(r, g, b, int(a * 255))
