"""What Cités hand to each other: packs, and whether what is in them can be trusted and used."""
