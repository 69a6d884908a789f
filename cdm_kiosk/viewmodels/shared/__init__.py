"""What several roles show in the same words and shapes."""
