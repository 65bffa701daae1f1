"""A bot that strolls about, goes with the wind, and takes the dearest coin on its way."""

import console
import events
import plugin
from game import vec2
from steering import toward, wander

wind = vec2.ZERO
heading = vec2.RIGHT


def on_activate():
    # The host is asked, and this waits for its answer; the others go on.
    if not plugin.request("net", ["maps.example"]):
        console.info("no map for me: I follow my nose")


@plugin.hook("roll_call")
def roll_call():
    return {"id": plugin.id, "glyph": "D"}


@events.on("weather.changed")
def weather_changed(weather):
    global wind
    wind = vec2(*weather["wind"])


@events.on("tick")
def tick(world):
    global heading
    me = world["bots"].get(plugin.id)
    if me is None:
        return
    heading, stroll = wander(heading, wind)
    events.emit("drifter.order", list(toward(vec2(*me["at"]), world["coins"]) or stroll))
