"""Compare two sets of pictures: which differ, by how much, and which are new or gone."""

from pathlib import Path

NOTICED = 12  # of 255: what an eye may see; a clock's second or a duration changes few pixels by more


def share_changed(before: Path, after: Path) -> float:
    """The share of pixels that an eye may see changed, 0 to 1; 1 where the sizes differ."""
    import numpy as np
    from PySide6.QtGui import QImage

    one, other = (QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888) for path in (before, after))
    if one.isNull() or other.isNull() or one.size() != other.size():
        return 1.0
    first, second = (np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
                     [:, :3 * image.width()].astype(np.int16) for image in (one, other))
    apart = np.abs(first - second).reshape(one.height(), one.width(), 3).max(axis=2)
    return float((apart > NOTICED).mean())


def differences(before: Path, after: Path) -> list:
    """(name, share of pixels changed; None for a picture that only one folder has), most changed first."""
    names = {folder: {path.name for path in folder.glob("*.png")} for folder in (before, after)}
    only = [(name, None) for name in sorted(names[before] ^ names[after])]
    both = [(name, share_changed(before / name, after / name)) for name in sorted(names[before] & names[after])]
    return [*only, *sorted((pair for pair in both if pair[1] > 0), key=lambda pair: -pair[1])]


def tell(before: Path, after: Path) -> None:
    """Say what differs, a line a picture."""
    found = differences(before, after)
    print(f"{len(found)} pictures differ from {before}")
    for name, share in found:
        where = "only here" if (after / name).exists() else "gone"
        print(f"  {where if share is None else f'{100 * share:.2f} %':>9}  {name}")
