"""A bot that runs to the nearest coin, and spends what it has on boots."""

import console
import events
import plugin
from game import vec2

# What the version before has left, so that a reload forgets nothing.
coins = (plugin.state or {}).get("coins", 0)


@plugin.hook("roll_call")
def roll_call():
    return {"id": plugin.id, "glyph": "H"}


@events.on("tick")
def tick(world):
    me = world["bots"].get(plugin.id)
    if me is None or not world["coins"]:
        return
    at = vec2(*me["at"])
    ways = [vec2(*coin["at"]) - at for coin in world["coins"]]
    events.emit("hunter.order", list(min(ways, key=vec2.length_squared)))


@events.on("coin.taken")
def taken(coin):
    global coins
    if coin["bot"] != plugin.id:
        return
    coins += 1
    if coins % 5 == 0 and plugin.run("economy.buy", plugin.id, "boots"):
        console.info(f"after {coins} coins I have boots again")


def on_dispose():
    return {"coins": coins}
