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
