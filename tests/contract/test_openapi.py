"""The API against its own description, by requests that nobody would think of."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.tools.hub import RunningHub, shown


@pytest.mark.parametrize("mode", GenerationMode)
def test_the_hub_answers_as_its_description_says(hub: RunningHub, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_url(f"{hub.api}/openapi.json", headers=shown("GET", hub.api))
    # The feed never ends, so no client that waits for a whole answer can judge it: test_feed.py does. A closed day
    # would answer every later request with the same refusal.
    finite = schema.exclude(path=["/api/v1/events", "/api/v1/day/close"])
    silent = []
    asked = []
    found: Any
    for found in finite.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        def conforms(case: Case[Any]) -> None:
            if mode is GenerationMode.POSITIVE:
                # As a station that may, or most requests would end at the door.
                case.headers.update(shown(case.method, f"{hub.api}{case.path.removeprefix('/api/v1')}"))
            # Which themes and counters there are is the site's to say: a well-formed request may name none of them.
            answer = case.call_and_validate(timeout=60, excluded_checks=[positive_data_acceptance])
            if answer.status_code >= 400:
                assert answer.headers["content-type"] == ["application/problem+json"]
                assert answer.json()["code"] not in ("internal_error", "http_error", "refused")

        try:
            conforms()
        except Unsatisfiable:
            silent.append(operation.label)
        else:
            asked.append(operation.label)
    assert len(asked) >= 11
    # Nothing can be wrong about a question that says nothing.
    without_words = ("health", "admin/site", "admin/session", "admin/versions", "stations", "pairing/{pairing}")
    questions = {f"GET /api/v1/{name}" for name in without_words}
    words = {f"POST /api/v1/stations/{{name}}/{said}" for said in ("errands/fetch", "alive")}
    assert set(silent) <= {*questions, *words}
