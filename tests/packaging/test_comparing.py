"""Two sets of pictures are compared picture by picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage


def picture(path: Path, color: str, dot: tuple[int, int] | None = None) -> None:
    """A picture of 10 x 10 in one colour, with a black dot."""
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    if dot is not None:
        image.setPixelColor(*dot, QColor("#000000"))
    path.parent.mkdir(exist_ok=True)
    assert image.save(str(path))


def test_what_changed_is_told_with_its_share_the_most_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from comparing import differences, tell

    before, after = tmp_path / "before", tmp_path / "after"
    for name, was, now, dot in (("same", "#ffffff", "#ffffff", None), ("nearly", "#ffffff", "#fafafa", None),
                                ("dotted", "#ffffff", "#ffffff", (3, 4)), ("dark", "#ffffff", "#101010", None)):
        picture(before / f"{name}.png", was)
        picture(after / f"{name}.png", now, dot)
    picture(before / "gone.png", "#ffffff")
    picture(after / "new.png", "#ffffff")
    assert differences(before, after) == [("gone.png", None), ("new.png", None), ("dark.png", 1.0),
                                          ("dotted.png", 0.01)]
    tell(before, after)
    told = capsys.readouterr().out.splitlines()
    assert [line.split() for line in told[1:]] == [["gone", "gone.png"], ["only", "here", "new.png"],
                                                   ["100.00", "%", "dark.png"], ["1.00", "%", "dotted.png"]]


def test_the_set_before_is_put_aside(tmp_path: Path) -> None:
    from pictures import put_aside

    picture(tmp_path / "pictures" / "one.png", "#ffffff")
    picture(tmp_path / "pictures-before" / "older.png", "#ffffff")
    put_aside(tmp_path / "pictures", tmp_path / "pictures-before")
    assert [path.name for path in (tmp_path / "pictures-before").iterdir()] == ["one.png"]
    put_aside(tmp_path / "pictures", tmp_path / "pictures-before")
    assert (tmp_path / "pictures-before" / "one.png").exists()
