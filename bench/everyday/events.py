"""Handlers called with *args and **kwargs."""


class Event:
    def __init__(self):
        self.handlers = []

    def on(self, f):
        self.handlers.append(f)
        return f

    def emit(self, *args, **kw):
        for f in self.handlers:
            f(*args, **kw)


def main():
    e = Event()
    got = []

    @e.on
    def a(x, *, y=0):
        got.append(x + y)

    @e.on
    def b(x, **kw):
        got.append(len(kw))

    for i in range(1500):
        e.emit(i, y=2)
    return sum(got)
