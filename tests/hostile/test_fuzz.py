"""Mutated bundles and models: this process lives, nothing hangs, nothing is written outside, nothing passes unseen."""

import contextlib
import os
import time

import pytest

from engine.bundle import guard, loading, reading
from engine.bundle.refusal import BundleRefused
from engine.bundle.trust import Trust
from engine.errors import WorkbenchError
from tests.engine.bundle.makers import LIBRARIES, ensemble_file, model_file, native
from tests.hostile import archives
from tests.hostile.mutations import mutated


def refused(data):
    try:
        reading.parse(data)
    except BundleRefused:
        return True
    return False


def fuzz_bundles(count):
    data = ensemble_file()
    damaged = [changed for seed in range(count) if (changed := mutated(data, seed)) != data]
    assert all(map(refused, damaged))
    return len(damaged)


def fuzz_native(kind, count, folder):
    """Resealed bundles, so that every hash is right and only guard and canary rows are left to object."""
    data, unharmed = model_file(kind), 0
    file = next(name for name in archives.entries(data) if name.startswith("models/"))
    before = set(os.listdir(folder))
    for seed in range(count):
        changed = mutated(native(kind), seed)
        bundle = reading.parse(archives.resealed(data, {file: changed}))
        began = time.monotonic()
        with contextlib.suppress(BundleRefused):
            guard.prove(bundle)
            unharmed += 1
        assert time.monotonic() - began < 20
    assert set(os.listdir(folder)) == before
    loading.open_bundle(reading.parse(data), Trust.UNSIGNED)
    return unharmed


def test_mutated_bundles_are_refused():
    assert fuzz_bundles(240) > 200


@pytest.mark.parametrize("kind", LIBRARIES)
def test_mutated_models_never_reach_this_process(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert fuzz_native(kind, 12, tmp_path) < 12


@pytest.mark.slow
def test_3000_mutated_bundles_are_refused():
    assert fuzz_bundles(3000) > 2900


@pytest.mark.slow
@pytest.mark.parametrize("kind", LIBRARIES)
def test_300_mutated_models_of_each_library_never_reach_this_process(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    fuzz_native(kind, 300, tmp_path)


@pytest.mark.parametrize("kind", LIBRARIES)
def test_a_raw_model_file_that_is_damaged_is_refused_or_sound(kind, tmp_path):
    path = tmp_path / "m"
    for seed in range(6):
        path.write_bytes(mutated(native(kind), seed))
        with contextlib.suppress(WorkbenchError):
            loading.load_model(path)
