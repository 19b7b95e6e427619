"""How good a model is, with the uncertainty of every figure."""
