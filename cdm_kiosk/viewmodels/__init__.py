"""What each screen shows, derived from what the station believes; QML only binds to it."""
