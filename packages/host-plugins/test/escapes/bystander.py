import events, plugin, storage

count = 0
treasure = {"gold": 1, "items": [1, 2], "__proto__": "own"}
heard = []
passes = []

storage.set("secret", "xyzzy")

@events.on("tick")
def tick(data):
    global count
    count += 1

@events.on("a.told")
def told(data):
    heard.append(data)

@plugin.command("treasure")
def show(): return treasure

@plugin.command("keep")
def keep(data):
    heard.append(data)
    return data

@plugin.hook("pass", order="post")
def passed(data): passes.append(data)

@plugin.command("report")
def report():
    return [count, treasure, storage.get("secret"), storage.keys(), passes]
