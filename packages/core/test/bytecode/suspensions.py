async def pump(source):
    async for item in source:
        yield await item
    await done


def chain(a, b):
    first = yield from a
    yield {k: v for k, v in b if v}
    return (x for x in first)
