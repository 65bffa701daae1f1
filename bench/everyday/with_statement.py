"""A with statement in a loop."""


def main():

    class C:

        def __enter__(self):
            return self

        def __exit__(self, *a):
            return False

    c = C()
    k = 0
    for i in range(800):
        with c as d:
            k += 1
    return k
