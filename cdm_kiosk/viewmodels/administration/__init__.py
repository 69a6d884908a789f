"""What the settings window shows, and every change that people make in it."""
