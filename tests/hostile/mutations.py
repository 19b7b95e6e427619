"""Damage as it happens and as it is made: cuts, flipped bits, random bytes, big numbers, chunks moved."""

import random
import re


def mutated(data, seed):
    """One damaged copy; the same seed gives the same damage."""
    chance = random.Random(seed)
    return _KINDS[seed % len(_KINDS)](data, chance)


def _cut(data, chance):
    return data[: chance.randrange(len(data))]


def _flip(data, chance):
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 4))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _noise(data, chance):
    changed = bytearray(data)
    for _ in range(chance.randint(1, 16)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _head(data, chance):
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(min(2000, len(changed)))] = chance.randrange(256)
    return bytes(changed)


def _number(data, chance):
    """A written number, or four bytes, replaced by an unwelcome one."""
    places = [found.span() for found in re.finditer(rb"-?\d+(?:\.\d+)?", data)]
    if places and chance.random() < 0.7:
        start, end = chance.choice(places)
        return data[:start] + chance.choice((b"-1", b"2147483647", b"1e308", b"nan", b"99999999999")) + data[end:]
    start = chance.randrange(len(data))
    return data[:start] + chance.choice((b"\xff" * 4, b"\x7f\xff\xff\xff", b"\0" * 4)) + data[start + 4 :]


def _chunk(data, chance):
    start, end = sorted(chance.randrange(len(data)) for _ in range(2))
    end = min(end, start + 4000)
    return data[:start] + (data[start:end] * 2 if chance.random() < 0.5 else b"") + data[end:]


_KINDS = (_cut, _flip, _noise, _head, _number, _chunk)
