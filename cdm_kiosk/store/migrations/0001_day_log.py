"""The day log and the answers given under an idempotency key."""

from typing import Any

from peewee import IntegerField, Model, TextField


def up(migrator: Any, db: Any) -> None:
    class EventRow(Model):
        position = IntegerField(primary_key=True)
        body = TextField()

        class Meta:
            database = db
            table_name = "event"

    class AnswerRow(Model):
        key = TextField(primary_key=True)
        position = IntegerField()
        fingerprint = TextField()
        status = IntegerField()
        body = TextField()

        class Meta:
            database = db
            table_name = "answer"

    db.create_tables([EventRow, AnswerRow])
