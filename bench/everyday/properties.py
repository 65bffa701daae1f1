"""Properties, class methods and static methods."""


def main():

    class Unit:

        def __init__(self):
            self._hp = 10
            self.log = []

        @property
        def hp(self):
            return self._hp

        @hp.setter
        def hp(self, v):
            self._hp = max(0, min(100, v))

        @classmethod
        def make(cls):
            return cls()

        @staticmethod
        def clamp(v):
            return v if v < 50 else 50

    u = Unit.make()
    for i in range(3000):
        u.hp += 3
        u.hp = Unit.clamp(u.hp - 1)
    return u.hp
