"""Boosted models: one library a file, behind one seam."""
