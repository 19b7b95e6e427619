"""From a file to a frame, with every repair and refusal named."""

from __future__ import annotations

from engine.data.reading.frames import RawFrame, read_frame

__all__ = ("RawFrame", "read_frame")
