"""Whatever the document allows to be asked is answered as it says: made up by schemathesis for every operation."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

pytestmark = pytest.mark.xdist_group("processes")
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
FEW = settings(max_examples=6, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


def test_every_operation_answers_as_its_document_says(api_server):
    document = schemathesis.openapi.from_url(f"{api_server}/api/v1/openapi.json")
    operations = [each.ok() for each in document.get_all_operations()]
    assert len(operations) > 30
    for operation in operations:
        hold_to_its_word(operation)


def hold_to_its_word(operation) -> None:
    @FEW
    @given(case=operation.as_strategy())
    def asked(case):
        case.call_and_validate(checks=CHECKS, timeout=20)

    asked()
