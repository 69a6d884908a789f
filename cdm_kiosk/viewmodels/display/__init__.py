"""What a call display shows and says."""
