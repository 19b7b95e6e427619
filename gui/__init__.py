"""The window: a guest of the engine."""
