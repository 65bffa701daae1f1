# a traceback keeps the variables of the frames that the exception has left
def divide(amount, parts, *rest, unit="kg"):
    share = amount / parts
    return share
def plan(orders):
    total = 0
    for name, parts in orders:
        total += divide(10, parts, name)
    return total
def report(error):
    entry = error.__traceback__.tb_next
    while entry is not None:
        frame = entry.tb_frame
        print(frame.f_code.co_name, dict(frame.f_locals), frame is entry.tb_frame)
        entry = entry.tb_next
try:
    plan([("pears", 2), ("figs", 0)])
except ZeroDivisionError as error:
    report(error)
# expect: plan {'orders': [('pears', 2), ('figs', 0)], 'total': 5.0, 'name': 'figs', 'parts': 0} True
# expect: divide {'amount': 10, 'parts': 0, 'unit': 'kg', 'rest': ('figs',)} True
def countdown(n):
    half = n / 2
    if n == 0:
        raise ValueError
    countdown(n - 1)
try:
    countdown(2)
except ValueError as error:
    report(error)
# expect: countdown {'n': 2, 'half': 1.0} True
# expect: countdown {'n': 1, 'half': 0.5} True
# expect: countdown {'n': 0, 'half': 0.0} True
---
# the frame that handles the exception is the one that runs
import sys
def handle():
    before = 1
    try:
        {}["key"]
    except KeyError as error:
        frame = error.__traceback__.tb_frame
        after = 2
        print(frame is sys._getframe(), list(frame.f_locals))
        frame.f_locals["after"] = 3
        try:
            [].pop()
        except IndexError as second:
            print(second.__traceback__.tb_frame is frame is error.__traceback__.tb_frame)
        return after
print(handle())
# expect: True ['before', 'error', 'frame', 'after']
# expect: True
# expect: 3
class Manager:
    def __enter__(self):
        return self
    def __exit__(self, kind, error, traceback):
        print(traceback.tb_frame is sys._getframe(1), traceback.tb_next.tb_frame.f_locals)
        return True
def managed(x):
    with Manager():
        failing(x + 1)
def failing(y):
    1 / 0
managed(1)  # expect: True {'y': 2}
caught = []
def catch(isLast):
    try:
        1 / 0
    except ZeroDivisionError as error:
        caught.append(error)
    return caught[0].__traceback__.tb_frame is sys._getframe()
catch(False)
print(catch(True))  # expect: False
---
# variables as they were when the exception left for good, those in cells too
def first():
    state = "begun"
    def look():
        return state
    try:
        raise LookupError
    except LookupError:
        state = "handled"
        raise
    finally:
        state = "cleaned"
def second():
    count = 0
    try:
        first()
    except LookupError as error:
        count += 1
        raise error
try:
    second()
except LookupError as error:
    entry = error.__traceback__.tb_next
    while entry is not None:
        seen = entry.tb_frame.f_locals
        print(entry.tb_frame.f_code.co_name, {name: seen[name] for name in seen if name != "look"})
        entry = entry.tb_next
# expect: second {'count': 1}
# expect: second {'count': 1}
# expect: first {'state': 'cleaned'}
def outer(captured):
    def inner(own):
        return captured / own
    return inner
try:
    outer(7)(0)
except ZeroDivisionError as error:
    frame = error.__traceback__.tb_next.tb_frame
    print(dict(frame.f_locals))  # expect: {'own': 0, 'captured': 7}
    frame.f_locals["own"] = 1
    print(frame.f_locals["own"], frame.f_code.co_name, frame.f_globals is globals())  # expect: 1 inner True
---
# frames of generators, coroutines, classes and exec
def names(error):
    entry, found = error.__traceback__, []
    while entry is not None:
        found.append((entry.tb_frame.f_code.co_name, entry.tb_frame.f_locals))
        entry = entry.tb_next
    return found
def numbers(limit):
    for n in range(limit):
        yield n
    raise OverflowError
def total():
    result = 0
    for n in numbers(3):
        result += n
try:
    total()
except OverflowError as error:
    for name, seen in names(error)[1:]:
        print(name, dict(seen))
# expect: total {'result': 3, 'n': 2}
# expect: numbers {'limit': 3, 'n': 2}
async def work(x):
    y = x * 2
    raise OverflowError
try:
    work(4).send(None)
except OverflowError as error:
    print(dict(names(error)[-1][1]))  # expect: {'x': 4, 'y': 8}
try:
    class Body:
        field = 5
        1 / 0
except ZeroDivisionError as error:
    name, seen = names(error)[1]
    print(name, seen["field"])  # expect: Body 5
try:
    exec("q = 1\nq / 0", {}, {"given": 2})
except ZeroDivisionError as error:
    name, seen = names(error)[1]
    print(name, seen)  # expect: <module> {'given': 2, 'q': 1}
---
# what reports show of them, and how they are let go
import traceback
def measure(width, height=0):
    label = f"{width}x{height}"
    return width / height
try:
    measure(3)
except ZeroDivisionError as error:
    kept = error
told = traceback.TracebackException.from_exception(kept, capture_locals=True)
print(told.stack[-1].locals)  # expect: {'width': '3', 'height': '0', 'label': "'3x0'"}
for entry in traceback.walk_tb(kept.__traceback__.tb_next):
    print(entry[1], list(entry[0].f_locals))  # expect: 5 ['width', 'height', 'label']
traceback.clear_frames(kept.__traceback__)
print(kept.__traceback__.tb_next.tb_frame.f_locals)  # expect: {}
---
# a census reaches what a traceback keeps
import gc, weakref
class Thing:
    def __del__(self):
        print("gone")
def use():
    thing = Thing()
    1 / 0
def attempt():
    try:
        use()
    except ZeroDivisionError as error:
        return error
error = attempt()
gc.collect()
print(type(error.__traceback__.tb_next.tb_frame.f_locals["thing"]).__name__)  # expect: Thing
gc.collect()
print("kept")  # expect: kept
error = None  # expect: gone
gc.collect()
