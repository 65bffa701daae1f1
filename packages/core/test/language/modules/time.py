# clocks give numbers that do not go back
import time
a, b = time.monotonic(), time.monotonic()
print(b >= a, isinstance(time.time(), float), isinstance(time.time_ns(), int), isinstance(time.perf_counter_ns(), int), time.perf_counter() >= 0, time.process_time() >= 0, time.monotonic_ns() > 0)
# expect: True True True True True True True
---
# structured time from seconds
import time
t = time.gmtime(0)
print(tuple(t), t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst)
# expect: (1970, 1, 1, 0, 0, 0, 3, 1, 0) 1970 1 1 0 0 0 3 1 0
t = time.gmtime(1_000_000_000)
print(t[:6], t.tm_wday, t.tm_yday, len(t), type(t).__name__)
# expect: (2001, 9, 9, 1, 46, 40) 6 252 9 struct_time
print(t)
# expect: time.struct_time(tm_year=2001, tm_mon=9, tm_mday=9, tm_hour=1, tm_min=46, tm_sec=40, tm_wday=6, tm_yday=252, tm_isdst=0)
---
# formatting and parsing
import time
t = time.gmtime(86400 * 365 + 3661)
print(time.strftime("%Y-%m-%d %H:%M:%S", t), time.strftime("%j %y %a %A %b %B %I %p %w %%", t), time.asctime(t))
# expect: 1971-01-01 01:01:01 001 71 Fri Friday Jan January 01 AM 5 % Fri Jan  1 01:01:01 1971
p = time.strptime("2024-02-29 13:45:07", "%Y-%m-%d %H:%M:%S")
print(p[:8], time.strptime("5 Mar 99", "%d %b %y")[:3])
# expect: (2024, 2, 29, 13, 45, 7, 3, 60) (1999, 3, 5)
try:
    time.strptime("x", "%Y")
except ValueError as e:
    print(e)  # expect: time data 'x' does not match format '%Y'
---
# struct_time from a tuple
import time
t = time.struct_time((2020, 1, 2, 3, 4, 5, 3, 2, 0))
print(t.tm_year, t[3], t == (2020, 1, 2, 3, 4, 5, 3, 2, 0), time.asctime(t))
# expect: 2020 3 True Thu Jan  2 03:04:05 2020
try:
    time.struct_time((1, 2))
except TypeError as e:
    print(e)  # expect: time.struct_time() takes an at least 9-sequence (2-sequence given)
---
# sleep
import time
start = time.monotonic()
print(time.sleep(0.01), time.monotonic() - start >= 0.009, time.sleep(0))  # expect: None True None
for bad in (-1, "x"):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
# expect: ValueError sleep length must be non-negative
# expect: TypeError 'str' object cannot be interpreted as an integer
---
# struct_time with more fields by name; what is out of range
import time
import warnings

base = tuple(range(2000, 2009))
print(time.struct_time(base, {"tm_zone": "CET"}).tm_zone, time.struct_time((*base, "CET"), {"tm_gmtoff": 3600}).tm_gmtoff)
# expect: CET 3600
for items, named in ((base, {"tm_year": 1}), (base, {"colour": 1}), ((*base, "CET"), {"tm_zone": "UTC"})):
    try:
        time.struct_time(items, named)
    except TypeError as error:
        print(error)
# expect: time.struct_time() got duplicate or unexpected field name(s)
# expect: time.struct_time() got duplicate or unexpected field name(s)
# expect: time.struct_time() got duplicate or unexpected field name(s)
for year in (2**31, -2**31, 2**63):
    try:
        time.asctime((year, *base[1:]))
    except OverflowError as error:
        print(error)
# expect: signed integer is greater than maximum
# expect: year out of range
# expect: Python int too large to convert to C long
try:
    time.strftime("%Y\0", time.gmtime(0))
except ValueError as error:
    print(error)  # expect: embedded null character
---
# a day of the month without its year is ambiguous
import time
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    time.strptime("2024-02-29", "%Y-%m-%d")
    time.strptime("%d %B", "%%d %%B")
    print(time.strptime("29 February", "%d %B")[:3])  # expect: (1900, 2, 29)
print([(each.category.__name__, each.lineno) for each in caught])  # expect: [('DeprecationWarning', 9)]
print(caught[0].message)
# expect: Parsing dates involving a day of month without a year specified is ambiguious
# expect: and fails to parse leap day. The default behavior will change in Python 3.15
# expect: to either always raise an exception or to use a different default year (TBD).
# expect: To avoid trouble, add a specific year to the input & format.
# expect: See https://github.com/python/cpython/issues/70647.
