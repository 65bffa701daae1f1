class Point(Base, frozen=True):
    """A place."""

    x: int = 0
    names = [name for name in "xy"]

    def move(self, dx):
        super().move(dx)
        self.x += dx
        del self.cache[1:]
