"""Asks two stations for the weather, again and again; they are slow, and often fail."""

import asyncio

import console
import events
import http
import plugin
import rng

STATIONS = ["https://north.weather.example/now", "https://south.weather.example/now"]

sky = "clear"
storm_at = None


async def on_activate():
    asyncio.create_task(watch())


async def watch():
    while True:
        reports = await asyncio.gather(*map(report, STATIONS))
        heard = [each for each in reports if each is not None]
        if heard:
            change(heard)
        await asyncio.sleep(0.2)


async def report(station):
    try:
        response = await http.fetch(station, timeout=1)
    except TimeoutError:
        return None
    return response.json() if response.ok else None


def change(reports):
    global sky, storm_at
    last, sky = sky, reports[0]["sky"]
    strength = 6 if sky == "storm" else 2
    wind = [sum(each["wind"][axis] for each in reports) / len(reports) * strength for axis in (0, 1)]
    storm_at = [32 + 4 * wind[0], 7 + wind[1]] if sky == "storm" else None
    events.emit("weather.changed", {"sky": sky, "wind": wind})
    if sky != last:
        console.info(f"{last} turns to {sky}, say {' and '.join(each['station'] for each in reports)}")


@plugin.hook("coin.place")
def coin_place(wind):
    """A storm blows coins together; at other times someone else may say where they fall."""
    return [each + rng.normal(0, 3) for each in storm_at] if storm_at else None


@plugin.hook("coin.value")
def coin_value(value, coin):
    """Who goes out in the rain shall have something of it."""
    return value * 2 if sky in ("rain", "storm") else None
