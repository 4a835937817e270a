/** The messages of the contract, their schemas and the service, as generated from the protos. */
export * from "./generated/codereference/v1/citation_pb.js";
export * from "./generated/codereference/v1/code_pb.js";
export * from "./generated/codereference/v1/code_reference_service_pb.js";
export * from "./generated/codereference/v1/diagnostic_pb.js";
export * from "./generated/codereference/v1/edition_pb.js";
export * from "./generated/codereference/v1/finding_pb.js";
export * from "./generated/codereference/v1/modifier_validation_pb.js";
export * from "./generated/codereference/v1/publication_pb.js";
export * from "./generated/codereference/v1/search_pb.js";
export * from "./generated/codereference/v1/selection_pb.js";
export * from "./generated/codereference/v1/view_pb.js";
