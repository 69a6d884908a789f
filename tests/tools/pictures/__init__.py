"""The pictures of the gallery, one module per role."""
