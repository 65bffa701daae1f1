"""Strings: building, splitting, formatting, searching, character loops."""

WORDS = "the quick brown fox jumps over the lazy dog while seven wizards brew potions".split()


def reverse_words(text):
    return " ".join(word[::-1] for word in text.split())


def caesar(text, shift):
    out = []
    for ch in text:
        if "a" <= ch <= "z":
            out.append(chr((ord(ch) - 97 + shift) % 26 + 97))
        else:
            out.append(ch)
    return "".join(out)


def main():
    text = " ".join(WORDS)
    total = 0
    for i in range(600):
        line = f"{i:05d}|{text.upper()}|{i / 7:.3f}"
        parts = line.split("|")
        total += len(parts[1]) + int(parts[0])
        total += line.find("LAZY") + line.count("O")
        total += len(reverse_words(text).replace("o", "00"))
    coded = text
    for shift in range(60):
        coded = caesar(coded, shift % 5)
    for i in range(3_000):
        key = "item-" + str(i % 100)
        if key.startswith("item-9") and key.endswith("9"):
            total += len(key.title())
    return total, coded
