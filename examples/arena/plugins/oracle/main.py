"""Foretells who will win. Its author has trusted floats too much: it never comes to an end."""

import console
import timers


def steps_to(certainty):
    """How many tenths it takes to be certain."""
    steps = 0
    belief = 0.0
    while belief != certainty:  # ten times 0.1 is not 1.0
        belief += 0.1
        steps += 1
    return steps


@timers.after(0.8)
def foretell():
    console.info("I look into the future ...")
    console.info(f"after {steps_to(1.0)} steps I am certain")
