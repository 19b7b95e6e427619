"""Learning from each signal when its label arrives."""
