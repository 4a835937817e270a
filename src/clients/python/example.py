"""Asks a CodeReference service from Python: validates a claim line, selects a code, and reads why an answer is refused.

Generate the stubs first, see README.md. The address is the first argument, 127.0.0.1:5081 without one.
"""

import sys

import grpc
from google.rpc import error_details_pb2, status_pb2

from codereference.v1 import code_reference_service_pb2_grpc, modifier_validation_pb2, publication_pb2, selection_pb2

DEADLINE_SECONDS = 10


def main(address: str) -> None:
    with grpc.insecure_channel(address) as channel:
        book = code_reference_service_pb2_grpc.CodeReferenceServiceStub(channel)
        validate_line(book)
        select_code(book)
        get_publication(book)


def validate_line(book: code_reference_service_pb2_grpc.CodeReferenceServiceStub) -> None:
    request = modifier_validation_pb2.ValidateModifiersRequest(procedure_code="14020", modifiers=["50", "LT"])
    line = book.ValidateModifiers(request, timeout=DEADLINE_SECONDS)
    print(f"14020 50 LT: {modifier_validation_pb2.Outcome.Name(line.outcome)}")
    for finding in line.findings:
        print(f"  {finding.rule}: {finding.message}")


def select_code(book: code_reference_service_pb2_grpc.CodeReferenceServiceStub) -> None:
    size = selection_pb2.Measurement(value=8, unit=selection_pb2.UNIT_SQUARE_CENTIMETER)
    request = selection_pb2.SelectCodeRequest(technique="adjacent tissue transfer", anatomic_site="forearm", size=size)
    selection = book.SelectCode(request, timeout=DEADLINE_SECONDS)
    print(f"adjacent tissue transfer, forearm, 8 sq cm: {selection.recommended_code}")


def get_publication(book: code_reference_service_pb2_grpc.CodeReferenceServiceStub) -> None:
    try:
        book.GetPublication(publication_pb2.GetPublicationRequest(procedure_code="14022"), timeout=DEADLINE_SECONDS)
    except grpc.RpcError as error:
        info = error_info(error)
        print(f"14022: {error.code().name}, {info.reason}, nearest {info.metadata['nearest']}")


def error_info(error: grpc.RpcError) -> error_details_pb2.ErrorInfo:
    """Why the service refuses; empty when it is not the service that does."""
    info = error_details_pb2.ErrorInfo()
    for key, value in error.trailing_metadata() or ():
        if key == "grpc-status-details-bin":
            for detail in status_pb2.Status.FromString(value).details:
                if detail.Unpack(info):
                    return info
    return info


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:5081")
