"""Receives the public of a Cité des métiers."""

__version__ = "0.1.0"
