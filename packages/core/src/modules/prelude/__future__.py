"""The features of the language that a module may ask for ahead of time, and since when each is there."""

_SINCE = {
    "nested_scopes": (0x10, (2, 1, 0, "beta", 1), (2, 2, 0, "alpha", 0)),
    "generators": (0, (2, 2, 0, "alpha", 1), (2, 3, 0, "final", 0)),
    "division": (0x20000, (2, 2, 0, "alpha", 2), (3, 0, 0, "alpha", 0)),
    "absolute_import": (0x40000, (2, 5, 0, "alpha", 1), (3, 0, 0, "alpha", 0)),
    "with_statement": (0x80000, (2, 5, 0, "alpha", 1), (2, 6, 0, "alpha", 0)),
    "print_function": (0x100000, (2, 6, 0, "alpha", 2), (3, 0, 0, "alpha", 0)),
    "unicode_literals": (0x200000, (2, 6, 0, "alpha", 2), (3, 0, 0, "alpha", 0)),
    "barry_as_FLUFL": (0x400000, (3, 1, 0, "alpha", 2), (4, 0, 0, "alpha", 0)),
    "generator_stop": (0x800000, (3, 5, 0, "beta", 1), (3, 7, 0, "alpha", 0)),
    "annotations": (0x1000000, (3, 7, 0, "beta", 1), None),
}

all_feature_names = list(_SINCE)
__all__ = ["all_feature_names"] + all_feature_names


class _Feature:
    def __init__(self, flag, optional, mandatory):
        self.optional = optional
        self.mandatory = mandatory
        self.compiler_flag = flag

    def getOptionalRelease(self):
        return self.optional

    def getMandatoryRelease(self):
        return self.mandatory

    def __repr__(self):
        return f"_Feature{(self.optional, self.mandatory, self.compiler_flag)}"


for _name in _SINCE:
    globals()[_name] = _Feature(*_SINCE[_name])
