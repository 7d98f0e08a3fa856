package org.customerfocus.customer.need;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.customer.reference.Reference;
import org.customerfocus.customer.reference.Target;
import org.jspecify.annotations.Nullable;

/// Who needs or requires something: a segment, one customer, or all who have a role.
record Whose(@Nullable UUID segmentId, @Nullable UUID customerId, @Nullable String role) {

  static final String NO_ROLE = "there is no role type %s; listRoleTypes names those there are";

  static final String ROLE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  /// @param at the pointer of the object that names them
  List<FieldError> faults(String at) {
    return Stream.of(segmentId, customerId, role).filter(Objects::nonNull).count() == 1
        ? List.of()
        : List.of(
            FieldError.at(at + "/segmentId", "give exactly one of segmentId, customerId and role"));
  }

  List<Reference> references(String at) {
    return List.of(
        new Reference(Target.SEGMENT, segmentId, at + "/segmentId"),
        new Reference(Target.CUSTOMER, customerId, at + "/customerId"));
  }
}
