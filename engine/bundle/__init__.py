"""What leaves the house: bundles that open anywhere, are safe to open, and prove themselves."""
