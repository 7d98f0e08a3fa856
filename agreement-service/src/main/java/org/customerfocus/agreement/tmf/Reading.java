package org.customerfocus.agreement.tmf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.problem.FieldError;

/// What a document says of the terms of an agreement.
///
/// @param terms the members of an agreement, as a client would send them
/// @param refused what in the document cannot be read
/// @param places where in the document each member comes from, by its pointer in the terms
public record Reading(ObjectNode terms, List<FieldError> refused, Map<String, String> places) {

  /// Where in the document a place in the terms comes from: the longest that is known of it.
  public String place(String pointer) {
    String known = pointer;
    while (!known.isEmpty()) {
      String place = places.get(known);
      if (place != null) {
        return place + pointer.substring(known.length());
      }
      known = known.substring(0, known.lastIndexOf('/'));
    }
    return pointer;
  }
}
