"""The screen of a station that no hub knows yet."""
