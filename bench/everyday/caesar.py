"""A cipher, character by character."""


def shifted(letter, by):
    if letter.islower():
        return chr((ord(letter) - 97 + by) % 26 + 97)
    if letter.isupper():
        return chr((ord(letter) - 65 + by) % 26 + 65)
    return letter


def main():
    text = "Hello, World! This is a secret message for you."
    for by in range(20):
        text = "".join(shifted(letter, by) for letter in text)
    return text
