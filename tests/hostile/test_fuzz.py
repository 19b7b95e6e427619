"""Mutated bundles and models: this process lives, nothing hangs, nothing is written outside, nothing passes unseen."""

import contextlib
import os
import time
from functools import partial
from pathlib import Path

import pytest

from engine.bundle import guard, loading, reading
from engine.bundle.refusal import BundleRefused
from engine.bundle.trust import Trust
from engine.errors import WorkbenchError
from tests.engine.bundle.makers import LIBRARIES, ensemble_file, model_file, native
from tests.hostile import archives
from tests.hostile.mutations import mutated

KEPT = Path(__file__).resolve().parents[1] / "data" / "bundles" / "1"
FORMS = {kind: partial(model_file, kind) for kind in LIBRARIES} | {
    "compact": (KEPT / "compact.apbundle").read_bytes,
    "onnx": (KEPT / "onnx.apbundle").read_bytes,
}


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
    data = FORMS[kind]()
    suffix = ".onnx" if kind == "onnx" else ""
    file = next(name for name in archives.entries(data) if name.startswith("models/") and name.endswith(suffix))
    sound, unharmed, before = archives.entries(data)[file], 0, set(os.listdir(folder))
    for seed in range(count):
        changed = mutated(sound, seed)
        began = time.monotonic()
        with contextlib.suppress(BundleRefused):
            bundle = reading.parse(archives.resealed(data, {file: changed}))
            (guard.prove_graph if kind == "onnx" else guard.prove)(bundle)
            unharmed += 1
        assert time.monotonic() - began < 20
    assert set(os.listdir(folder)) == before
    loading.open_bundle(reading.parse(data), Trust.UNSIGNED)
    return unharmed


def test_mutated_bundles_are_refused():
    assert fuzz_bundles(240) > 200


@pytest.mark.parametrize("kind", FORMS)
def test_mutated_models_never_reach_this_process(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert fuzz_native(kind, 12, tmp_path) < 12


@pytest.mark.slow
def test_3000_mutated_bundles_are_refused():
    assert fuzz_bundles(3000) > 2900


@pytest.mark.slow
@pytest.mark.parametrize("kind", FORMS)
def test_300_mutated_models_of_each_form_never_reach_this_process(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    fuzz_native(kind, 300, tmp_path)


@pytest.mark.parametrize("kind", LIBRARIES)
def test_a_raw_model_file_that_is_damaged_is_refused_or_sound(kind, tmp_path):
    path = tmp_path / "m"
    for seed in range(6):
        path.write_bytes(mutated(native(kind), seed))
        with contextlib.suppress(WorkbenchError):
            loading.load_model(path)
