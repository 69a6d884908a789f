"""What an advisor's window shows."""
