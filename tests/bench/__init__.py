"""Measures what the house promises about speed, each figure beside its reference in the same run."""
