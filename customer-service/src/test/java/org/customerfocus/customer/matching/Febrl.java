package org.customerfocus.customer.matching;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// Synthetic people with labelled duplicates, the data sets of FEBRL as shipped by the Python
/// record linkage toolkit. Their national id is not read.
record Febrl(List<Profile> people, Map<UUID, String> truth) {

  static Febrl read(String name) throws IOException {
    List<Profile> people = new ArrayList<>();
    Map<UUID, String> truth = new HashMap<>();
    try (var reader =
            new InputStreamReader(
                Febrl.class.getResourceAsStream("/matching/" + name), StandardCharsets.UTF_8);
        var rows =
            CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .get()
                .parse(reader)) {
      for (CSVRecord row : rows) {
        UUID id = new UUID(0, people.size());
        people.add(profile(id, row));
        truth.put(id, row.get("rec_id").split("-", -1)[1]);
      }
    }
    return new Febrl(people, truth);
  }

  private static Profile profile(UUID id, CSVRecord row) {
    return new Profile(
        id,
        true,
        Normal.text(row.get("given_name")),
        Normal.text(row.get("surname")),
        "",
        Normal.code(row.get("date_of_birth")),
        List.of(
            Normal.address(
                row.get("street_number") + " " + row.get("address_1"),
                row.get("address_2"),
                row.get("suburb"),
                row.get("postcode"),
                row.get("state"))),
        List.of(),
        List.of(),
        List.of());
  }

  /// How many pairs of records are one person.
  long pairs() {
    Map<String, Long> sizes = new HashMap<>();
    truth.values().forEach(person -> sizes.merge(person, 1L, Long::sum));
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }

  boolean same(UUID left, UUID right) {
    return truth.get(left).equals(truth.get(right));
  }
}
