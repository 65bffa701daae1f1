# kde: every kernel, its density and its distribution
from statistics import kde
data = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
for name in "normal gauss logistic sigmoid rectangular uniform triangular parabolic epanechnikov quartic biweight triweight cosine".split():
    f, F = kde(data, 1.5, name), kde(data, h=1.5, kernel=name, cumulative=True)
    print(name, [round(f(x / 4), 8) for x in range(-20, 40, 12)], [round(F(x / 4), 8) for x in range(-20, 40, 12)])
# expect: normal [0.00935849, 0.11058795, 0.08578671, 0.06633026, 0.05846074] [0.00575014, 0.16577819, 0.50339131, 0.70337476, 0.93335399]
# expect: gauss [0.00935849, 0.11058795, 0.08578671, 0.06633026, 0.05846074] [0.00575014, 0.16577819, 0.50339131, 0.70337476, 0.93335399]
# expect: logistic [0.02629475, 0.08380725, 0.08486504, 0.06914403, 0.04990204] [0.04347103, 0.20669497, 0.47891995, 0.70305715, 0.89412244]
# expect: sigmoid [0.02010648, 0.0950389, 0.08411089, 0.06657277, 0.05264821] [0.03041868, 0.19071258, 0.48778688, 0.70202246, 0.90959722]
# expect: rectangular [0.0, 0.11111111, 0.11111111, 0.05555556, 0.05555556] [0.0, 0.13333333, 0.52777778, 0.68888889, 0.96111111]
# expect: uniform [0.0, 0.11111111, 0.11111111, 0.05555556, 0.05555556] [0.0, 0.13333333, 0.52777778, 0.68888889, 0.96111111]
# expect: triangular [0.0, 0.16296296, 0.05185185, 0.02962963, 0.05185185] [0.0, 0.11777778, 0.51296296, 0.67259259, 0.98185185]
# expect: parabolic [0.0, 0.14814815, 0.06407407, 0.03851852, 0.05962963] [0.0, 0.12088889, 0.51679012, 0.67476543, 0.97701235]
# expect: epanechnikov [0.0, 0.14814815, 0.06407407, 0.03851852, 0.05962963] [0.0, 0.12088889, 0.51679012, 0.67476543, 0.97701235]
# expect: quartic [0.0, 0.16697942, 0.04439712, 0.02225514, 0.05333539] [0.0, 0.11403062, 0.50959465, 0.6698693, 0.98554601]
# expect: biweight [0.0, 0.16697942, 0.04439712, 0.02225514, 0.05333539] [0.0, 0.11403062, 0.50959465, 0.6698693, 0.98554601]
# expect: triweight [0.0, 0.17808017, 0.03211799, 0.01200129, 0.04452517] [0.0, 0.10992713, 0.50555069, 0.66798338, 0.9906346]
# expect: cosine [0.0, 0.15164003, 0.06041577, 0.03549447, 0.05839266] [0.0, 0.11961649, 0.51545874, 0.67387121, 0.9785954]
print(f.__doc__, "|", F.__doc__, f.__name__, F.__name__)
# expect: PDF estimate with h=1.5 and kernel='cosine' | CDF estimate with h=1.5 and kernel='cosine' pdf cdf
---
# kde_random draws from each kernel
from statistics import kde_random
data = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
for name in "normal logistic sigmoid rectangular triangular parabolic quartic triweight cosine".split():
    rand = kde_random(data, 1.5, name, seed=8675309)
    print(name, [round(rand(), 6) for _ in range(6)])
# expect: normal [0.711695, 6.215287, 1.230528, 6.888269, 7.037524, 1.779673]
# expect: logistic [-0.050391, 6.224395, 2.341527, 7.308845, 7.55546, 5.886328]
# expect: sigmoid [0.323659, 6.21916, 1.863863, 7.079774, 7.280488, 5.216216]
# expect: rectangular [1.042363, 6.212197, 0.684457, 6.730483, 6.835091, -0.614546]
# expect: triangular [1.381603, 6.206111, 0.310497, 6.494066, 6.560981, -0.747711]
# expect: parabolic [1.29552, 6.208131, 0.398357, 6.560602, 6.635643, -0.722278]
# expect: quartic [1.408559, 6.206505, 0.257871, 6.490075, 6.551356, -0.845837]
# expect: triweight [1.475554, 6.205576, 0.171877, 6.449277, 6.50231, -0.950182]
# expect: cosine [1.318785, 6.207765, 0.371673, 6.545184, 6.617484, -0.733094]
print(rand.__doc__, rand.__name__)  # expect: Random KDE selection with h=1.5 and kernel='cosine' rand
---
# kde: a sample that grows, and what is refused
from statistics import kde, kde_random
sample = [1.0]
f = kde(sample, 1, "cosine")
print(round(f(1), 6))  # expect: 0.785398
sample.append(3.0)
print(round(f(1), 6), round(f(3), 6))  # expect: 0.392699 0.392699
for f in kde, kde_random:
    for args in ([], 1), (["a"], 1), ([1], 0), ([1], -2.5), ([1], 1, "cube"), (iter([1]), 1):
        try: f(*args)
        except Exception as error: print(type(error).__name__, error)
# expect: StatisticsError Empty data sequence
# expect: TypeError Data sequence must contain ints or floats
# expect: StatisticsError Bandwidth h must be positive, not h=0
# expect: StatisticsError Bandwidth h must be positive, not h=-2.5
# expect: StatisticsError Unknown kernel name: 'cube'
# expect: TypeError object of type 'list_iterator' has no len()
# expect: StatisticsError Empty data sequence
# expect: TypeError Data sequence must contain ints or floats
# expect: StatisticsError Bandwidth h must be positive, not h=0
# expect: StatisticsError Bandwidth h must be positive, not h=-2.5
# expect: StatisticsError Unknown kernel name: 'cube'
# expect: TypeError object of type 'list_iterator' has no len()
---
# errno has all the names of Linux
import errno
print(errno.EDEADLK, errno.EDEADLOCK, errno.errorcode[35], errno.EOPNOTSUPP, errno.errorcode[95], errno.EWOULDBLOCK, errno.errorcode[11])
# expect: 35 35 EDEADLOCK 95 ENOTSUP 11 EAGAIN
print(len(errno.errorcode), sorted(errno.errorcode)[-5:], errno.EDQUOT, errno.ESTALE, errno.ENODATA)
# expect: 130 [128, 129, 130, 131, 132] 122 116 61
aliases = "EDEADLK", "EOPNOTSUPP", "EWOULDBLOCK"
print(errno.errorcode == {getattr(errno, name): name for name in dir(errno) if name[0] == "E" and name not in aliases})
# expect: True
print(repr(OSError(errno.ETXTBSY, "busy")), repr(OSError(errno.ENOTCONN, "gone")))
# expect: OSError(26, 'busy') OSError(107, 'gone')
---
# weakref.KeyedRef, and names that seldom matter
import colorsys, contextlib, traceback, warnings, weakref
class A: pass
a = A()
ref = weakref.KeyedRef(a, None, "k")
print(ref.key, ref() is a, type(ref), weakref.KeyedRef.__mro__)
# expect: k True <class 'weakref.KeyedRef'> (<class 'weakref.KeyedRef'>, <class 'weakref.ReferenceType'>, <class 'object'>)
try: weakref.KeyedRef(a)
except TypeError as error: print(error)
# expect: KeyedRef.__new__() missing 2 required positional arguments: 'callback' and 'key'
print(warnings.defaultaction, warnings.onceregistry, colorsys.ONE_SIXTH, contextlib.chdir("x").path)
# expect: default {} 0.16666666666666666 x
for module in contextlib, traceback, warnings, weakref: print(sorted(module.__all__))
# expect: ['AbstractAsyncContextManager', 'AbstractContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'aclosing', 'asynccontextmanager', 'chdir', 'closing', 'contextmanager', 'nullcontext', 'redirect_stderr', 'redirect_stdout', 'suppress']
# expect: ['FrameSummary', 'StackSummary', 'TracebackException', 'clear_frames', 'extract_stack', 'extract_tb', 'format_exc', 'format_exception', 'format_exception_only', 'format_list', 'format_stack', 'format_tb', 'print_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb', 'walk_stack', 'walk_tb']
# expect: ['catch_warnings', 'deprecated', 'filterwarnings', 'formatwarning', 'resetwarnings', 'showwarning', 'simplefilter', 'warn', 'warn_explicit']
# expect: ['CallableProxyType', 'ProxyType', 'ProxyTypes', 'ReferenceType', 'WeakKeyDictionary', 'WeakMethod', 'WeakSet', 'WeakValueDictionary', 'finalize', 'getweakrefcount', 'getweakrefs', 'proxy', 'ref']
