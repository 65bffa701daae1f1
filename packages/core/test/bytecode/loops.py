def scan(rows, limit):
    total = 0
    for key, value in rows:
        if value is None or key == "skip":
            continue
        while value > limit:
            value -= 1
        total += value
    else:
        return total
    while True:
        if total < 0 <= limit < 10:
            break
