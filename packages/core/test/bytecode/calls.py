def greet(target, *rest, **options):
    target.say("hello", rest[0])
    print(*rest, sep="")
    configure(verbose=True, **options)
    return len(target.name) + 1
