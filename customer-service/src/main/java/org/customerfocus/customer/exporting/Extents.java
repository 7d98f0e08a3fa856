package org.customerfocus.customer.exporting;

import java.util.List;
import java.util.Map;

/// How far the lists of a tenant's rows extend.
///
/// @param longest the length of the longest list, by the table that holds such lists
/// @param partyAttributes the codes of the attributes that parties can have
/// @param customerAttributes the codes of the attributes that customers can have
record Extents(
    Map<String, Integer> longest, List<String> partyAttributes, List<String> customerAttributes) {

  int of(String list) {
    return longest.getOrDefault(list, 0);
  }
}
