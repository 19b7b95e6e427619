"""A running monitor: source, learner, journal, windows."""
