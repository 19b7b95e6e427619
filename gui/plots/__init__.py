"""Charts: each a `PlotPanel` with `set_records`, a menu of its own, exports, and words that stand for the picture."""
