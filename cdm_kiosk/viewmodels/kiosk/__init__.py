"""What a kiosk shows and says."""
