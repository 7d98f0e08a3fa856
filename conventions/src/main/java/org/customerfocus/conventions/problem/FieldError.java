package org.customerfocus.conventions.problem;

import org.jspecify.annotations.Nullable;

/// One thing wrong with one field of the request.
///
/// @param pointer JSON Pointer (RFC 6901) into the request body; absent for a parameter
/// @param parameter the name of a path, query or header parameter; absent for the body
/// @param detail what is wrong and what would be right
public record FieldError(@Nullable String pointer, @Nullable String parameter, String detail) {

  public static FieldError at(String pointer, String detail) {
    return new FieldError(pointer, null, detail);
  }

  public static FieldError parameter(String name, String detail) {
    return new FieldError(null, name, detail);
  }
}
