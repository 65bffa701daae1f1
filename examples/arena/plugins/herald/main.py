"""Announces who has become rich. It is started by the first one who does."""

import console
import events
import plugin
import storage
import timers

told = 0


def on_activate():
    if plugin.request("storage"):
        console.info(f"the host lets me keep a book; the last name in it is {storage.get('last', 'nobody')}")


@events.on("economy.milestone")
def milestone(news):
    global told
    told += 1
    console.info(f"hear, hear: {news['bot']} has {news['gold']} gold!")
    if plugin.granted("storage"):
        storage.set("last", news["bot"])


@timers.every(5)
def sum_up():
    console.info(f"{told} announcements so far")
