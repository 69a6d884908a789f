"""Each row tells all rows before it: a chain, as far as the witness beside the log knows it."""

from typing import Any


def up(migrator: Any, db: Any) -> None:
    # By hand: a folder that several open at once is migrated by one of them.
    db.execute_sql("ALTER TABLE event ADD COLUMN chain BLOB")
