"""The day log on disk; the only room that knows peewee."""
