"""Keeps the gold of the bots, sells things to them, and lets the coins become dearer while they save."""

import console
import events
import plugin
import storage

PRICES = {"boots": 45}
BOOTS_LAST = 4  # seconds
MILESTONE = 100

accounts: dict[str, int] = {}
sold = 0


def on_activate():
    accounts.update(storage.get("accounts", {}))


@events.on("coin.taken")
def coin_taken(coin):
    bot = coin["bot"]
    before = accounts.get(bot, 0)
    accounts[bot] = before + coin["value"]
    if before // MILESTONE < accounts[bot] // MILESTONE:
        events.emit("economy.milestone", {"bot": bot, "gold": accounts[bot]})
    storage.set("accounts", accounts)


@plugin.command("buy")
def buy(bot, item):
    global sold
    price = PRICES[item]
    if accounts.get(bot, 0) < price:
        return False
    accounts[bot] -= price
    sold += 1
    events.emit("economy.sold", {"bot": bot, "item": item, "seconds": BOOTS_LAST})
    storage.set("accounts", accounts)
    console.info(f"sold {item} no. {sold} to {bot} for {price}")
    return True


@plugin.command("balances")
def balances():
    return accounts


@plugin.hook("coin.value", order="post")
def coin_value(value, coin):
    """What the others have made of it, and one more for each 100 gold that is saved, up to 10."""
    return value + min(10, sum(accounts.values()) // 100)
