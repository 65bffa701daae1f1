"""A bot that strolls about, goes with the wind, and takes the dearest coin on its way."""

import console
import events
import plugin
from steering import toward, wander

wind = [0, 0]
angle = 0.0


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
    wind = weather["wind"]


@events.on("tick")
def tick(world):
    global angle
    me = world["bots"].get(plugin.id)
    if me is None:
        return
    angle, stroll = wander(angle, wind)
    order = toward(me["at"], world["coins"]) or stroll
    events.emit("drifter.order", order)
