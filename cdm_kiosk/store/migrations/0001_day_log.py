"""The day log: events in order, and beside a command's last event what was answered under its key."""

from typing import Any

from peewee import IntegerField, Model, TextField


def up(migrator: Any, db: Any) -> None:
    class EventRow(Model):
        position = IntegerField(primary_key=True)
        body = TextField()
        key = TextField(null=True)
        fingerprint = TextField(null=True)
        status = IntegerField(null=True)
        answer = TextField(null=True)

        class Meta:
            database = db
            table_name = "event"

    db.create_tables([EventRow])
