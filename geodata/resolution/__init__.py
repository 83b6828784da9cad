"""A mention and what stands around it -> a place, or why there is none."""

from geodata.resolution.resolve import Resolver

__all__ = [
    "Resolver",
]
