"""What the reception desk shows."""
