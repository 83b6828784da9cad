"""A statement and the places it names -> what it claims to have happened to them."""

from geodata.claims.claims import read_claims

__all__ = [
    "read_claims",
]
