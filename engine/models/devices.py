"""Whether a library can train on a GPU here: tried once, in a child process, which a broken driver may end."""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CPU, GPU = "cpu", "gpu"
_PATIENCE = 90.0  # seconds: a first training on a GPU compiles its kernels

# XGBoost trains on the processor instead and only warns, so its own account of the device is asked for.
_TRIALS = {
    "xgboost": """
import json, numpy, xgboost
rows = numpy.random.default_rng(0).normal(size=(256, 4)).astype("float32")
booster = xgboost.train({"device": "cuda", "objective": "binary:logistic", "verbosity": 0},
                        xgboost.QuantileDMatrix(rows, rows[:, 0] > 0), 2)
device = json.loads(booster.save_config())["learner"]["generic_param"]["device"]
print("trained" if device.startswith("cuda") else "no CUDA device found")
""",
    "lightgbm": """
import numpy, lightgbm
rows = numpy.random.default_rng(0).normal(size=(256, 4)).astype("float32")
try:
    lightgbm.train({"device_type": "gpu", "objective": "binary", "verbosity": -1},
                   lightgbm.Dataset(rows, (rows[:, 0] > 0).astype(int)), 2)
    print("trained")
except lightgbm.basic.LightGBMError as error:
    print(str(error).splitlines()[0][:120])
""",
}


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """Whether a library trains on a GPU here, and what was found in a few words."""

    available: bool
    detail: str


@functools.cache
def gpu(library: str) -> DeviceStatus:
    """Asked once a process and library; without a driver no child is started."""
    if not driver_here():
        return DeviceStatus(False, "no GPU driver found")
    return tried(library)


def driver_here() -> bool:
    """Whether a driver of an NVIDIA card, or of any card by OpenCL, is installed."""
    return shutil.which("nvidia-smi") is not None or Path("/etc/OpenCL/vendors").is_dir() or sys.platform == "win32"


def tried(library: str) -> DeviceStatus:
    """A small training on the GPU in a child process."""
    try:
        done = subprocess.run([sys.executable, "-c", _TRIALS[library]], capture_output=True, text=True,
                              timeout=_PATIENCE, check=False)
    except (OSError, subprocess.SubprocessError) as error:
        return DeviceStatus(False, f"the trial did not end ({type(error).__name__})")
    said = (done.stdout.strip().splitlines() or [f"the trial ended with code {done.returncode}"])[-1]
    return DeviceStatus(done.returncode == 0 and said == "trained", said)
