"""Vectors, matrices, colours, easing curves and grids."""
from _game import *
from game import easing as easing
