"""Records the game in slow motion. Its author never throws anything away: the memory is soon full."""

import events

SLOWER = 16

recording = []


@events.on("tick")
def tick(world):
    for part in range(SLOWER):
        frame = {"time": world["time"] + part / (60 * SLOWER)}
        for bot, state in world["bots"].items():
            frame[bot] = tuple(state["at"])
        frame["coins"] = [tuple(coin["at"]) for coin in world["coins"]]
        recording.append(frame)
