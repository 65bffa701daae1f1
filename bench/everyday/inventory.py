"""Items in lists by name, their sums, and a log with % formats."""


def main():
    n = 300
    inv = {}
    log = []
    for i in range(n):
        item = f"item_{i % 17}"
        inv.setdefault(item, []).append({"id": i, "qty": i % 5, "name": item.upper()})
        if i % 7 == 0:
            log.append("%s: %d pieces, %.1f%%" % (item, len(inv[item]), 100 * i / n))
    total = {k: sum(e["qty"] for e in v) for k, v in inv.items()}
    best = sorted(total.items(), key=lambda kv: (-kv[1], kv[0]))[:5]
    return (best, len('\n'.join(log)))
