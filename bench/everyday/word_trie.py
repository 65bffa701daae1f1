"""Words in nested dicts, walked by yield from."""


def main():
    root = {}
    ws = ["".join(chr(97 + i * k % 26) for k in range(1, 8)) for i in range(200)]
    for w in ws:
        node = root
        for ch in w:
            node = node.setdefault(ch, {})
        node["$"] = w

    def walk(node):
        for k, v in node.items():
            if k == "$":
                yield v
            else:
                yield from walk(v)

    return len(list(walk(root)))
