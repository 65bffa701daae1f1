"""A state machine of an Enum, by match."""

import collections
from enum import Enum, auto


class State(Enum):
    IDLE = auto()
    CHASE = auto()
    FLEE = auto()


def main():
    s = State.IDLE
    c = collections.defaultdict(int)
    for i in range(3000):
        match s:
            case State.IDLE:
                s = State.CHASE if i % 3 else State.IDLE
            case State.CHASE:
                s = State.FLEE if i % 5 == 0 else State.CHASE
            case State.FLEE:
                s = State.IDLE
        c[s] += 1
    return dict(((k.name, v) for k, v in c.items()))
