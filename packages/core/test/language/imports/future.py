# a module may ask for features of the language ahead of time
from __future__ import annotations, division
import __future__
def move(x: Vector | None, *, by: "int" = 1) -> list[Vector]: ...
print(move.__annotations__)  # expect: {'x': 'Vector | None', 'by': "'int'", 'return': 'list[Vector]'}
print(annotations is __future__.annotations, division.getOptionalRelease(), division.getMandatoryRelease()[:2])
# expect: True (2, 2, 0, 'alpha', 2) (3, 0)
print(__future__.all_feature_names[-2:], annotations)
# expect: ['generator_stop', 'annotations'] _Feature((3, 7, 0, 'beta', 1), None, 16777216)
