"""The arrays of which counts are made, and what their rows stand for."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]

INSIDE = 2  # kinds from here on do not name the place itself; even ones are certain
