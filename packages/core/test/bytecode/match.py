def act(command):
    match command:
        case ["go", ("north" | "south") as way, *_]:
            return way
        case {"take": item, **rest} if item:
            return rest
        case Point(0, y=y) | Other(y=y):
            return y
        case _:
            return None
