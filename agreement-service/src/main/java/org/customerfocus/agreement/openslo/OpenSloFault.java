package org.customerfocus.agreement.openslo;

/// Something that breaks the specification, or cannot be read.
///
/// @param pointer JSON Pointer into the list of documents: `/0/spec/service`
/// @param line where it is written, from 1
record OpenSloFault(String pointer, int line, String detail) {}
