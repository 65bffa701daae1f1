"""How often words occur in a text."""


def main():
    text = "the quick brown fox jumps over the lazy dog and runs away from the big bad wolf " * 5
    for _ in range(40):
        freq = {}
        for w in text.split():
            w = w.strip(".,").lower()
            if w.startswith("b") or len(w) > 3:
                freq[w] = freq.get(w, 0) + 1
        out = ", ".join(f"{k}={v}" for k, v in sorted(freq.items(), key=lambda p: p[1], reverse=True))
    return out[:40]
