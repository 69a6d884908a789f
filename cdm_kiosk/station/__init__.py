"""What the composition roots of stations are made of: windows, paper, voice, screens."""
