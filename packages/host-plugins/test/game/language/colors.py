# colours, their channels and texts
from game import color32, rgb, rgba, vec3, vec3i

c = color32(255, 128, 0, 255)
print(c, c.r, c.g, c.b, c.a, rgb(1, 2, 3), rgba(1, 2, 3, 0.5))
# expect: color32(255, 128, 0, 255) 255 128 0 255 color32(1, 2, 3, 255) color32(1, 2, 3, 127)
print(c.with_r(1), c.with_g(1), c.with_b(1), c.with_a(1))
# expect: color32(1, 128, 0, 255) color32(255, 1, 0, 255) color32(255, 128, 1, 255) color32(255, 128, 0, 1)
print(c.to_hex(), c.with_a(16).to_hex(), color32.from_hex("#ff8000") == c, color32.from_hex("#0102037f"))
# expect: #ff8000 #ff800010 True color32(1, 2, 3, 127)
print(c.to_vec3i(), c.with_a(128).to_vec3i(), rgb(255, 0, 51).to_vec3(), c.to_rgb565())
# expect: vec3i(255, 128, 0) vec3i(128, 64, 0) vec3(1.0, 0.0, 0.2) 64512
print(color32.from_vec3(vec3(1, 0.5, 0)), color32.from_vec3i(vec3i(1, 2, 3)))
# expect: color32(255, 127, 0, 255) color32(1, 2, 3, 255)
print(repr(c.ansi_fg("hi")), repr(c.ansi_bg("hi")))
# expect: '\x1b[38;2;255;128;0mhi\x1b[0m' '\x1b[48;2;255;128;0mhi\x1b[0m'
print(color32.alpha_blend(rgba(200, 100, 0, 0.25), rgb(0, 100, 200)), color32.alpha_blend(c, None))
# expect: color32(49, 100, 150, 255) color32(255, 128, 0, 255)
print(len({c, rgb(255, 128, 0), rgb(0, 0, 0)}), c != rgb(0, 0, 0), c == (255, 128, 0, 255))
# expect: 2 True False
---
# what colours refuse
from game import color32, rgb, vec3


def kind(f):
    try:
        return f()
    except Exception as error:
        return type(error).__name__


print(kind(lambda: color32(256, 0, 0, 0)), kind(lambda: color32(-1, 0, 0, 0)), kind(lambda: rgb(1.5, 0, 0)))
# expect: ValueError ValueError TypeError
print(kind(lambda: color32.from_hex("#12345")), kind(lambda: color32.from_hex("ff8000!")), kind(lambda: color32.from_hex("#gg0000")))
# expect: ValueError ValueError ValueError
print(kind(lambda: color32.from_vec3(vec3(2, 0, 0))), kind(lambda: rgb(0, 0, 0).with_r(300)))
# expect: ValueError ValueError
