"""The parts of analyst.py: one night of cross-selling as a bank's analyst would write it with polars, numpy and LightGBM."""
