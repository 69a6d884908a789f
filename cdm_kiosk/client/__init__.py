"""How a station speaks with the hub: commands safe to send twice, and a picture of the floor that keeps up."""
