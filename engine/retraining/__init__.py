"""The closed loop: when to retrain, on what, and whether the challenger is better."""
