package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.command.Trial;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.importing.CustomerImportMapping.CustomerImportIdentity;
import org.customerfocus.customer.importing.ImportRepository.Claimed;
import org.customerfocus.customer.importing.ImportSteps.Job;
import org.customerfocus.customer.loyalty.PurchaseRequest;
import org.customerfocus.customer.loyalty.Purchases;
import org.customerfocus.customer.party.ExternalRef;
import org.customerfocus.customer.party.PartyBatch;
import org.customerfocus.customer.recording.RecordingItem;
import org.customerfocus.customer.recording.SourceRef;
import org.customerfocus.customer.relationship.CustomerBatch;
import org.jspecify.annotations.Nullable;

/// Rows that describe purchases, each recorded once under its external reference.
@ApplicationScoped
class PurchaseRows {

  static final String CUSTOMER = "customer";

  private static final String FILE_ROW = "file-row";

  private final ImportRepository imports;
  private final RowBinder binder;
  private final PartyBatch parties;
  private final CustomerBatch customers;
  private final Purchases purchases;

  PurchaseRows(
      ImportRepository imports,
      RowBinder binder,
      PartyBatch parties,
      CustomerBatch customers,
      Purchases purchases) {
    this.imports = imports;
    this.binder = binder;
    this.parties = parties;
    this.customers = customers;
    this.purchases = purchases;
  }

  /// A row on its way.
  private static final class Row {
    final FileRow row;
    final ObjectNode document;
    final List<RowFault> faults;
    @Nullable ExternalRef customer;
    @Nullable PurchaseRequest request;

    Row(FileRow row) {
      this.row = row;
      this.faults = new ArrayList<>(row.faults());
      this.document =
          row.document() == null
              ? JsonNodeFactory.instance.objectNode()
              : row.document().deepCopy();
    }
  }

  Outcome work(Job job, List<FileRow> rows) {
    List<Row> read = rows.stream().map(row -> read(job, row)).toList();
    Set<ExternalRef> refs = new HashSet<>();
    for (Row row : read) {
      if (row.customer != null) {
        refs.add(row.customer);
      }
    }
    Map<ExternalRef, UUID> owners = parties.owners(refs);
    Map<CustomerBatch.Ends, CustomerBatch.Known> known = customers.known(owners.values());
    UUID own = customers.ownPartyId();
    for (Row row : read) {
      if (row.faults.isEmpty()) {
        bind(job, row, owners, known, own);
      }
    }
    if (!job.records()) {
      claim(job, read);
    }
    return outcome(read, settle(job, read));
  }

  private Row read(Job job, FileRow file) {
    Row row = new Row(file);
    JsonNode customer = row.document.remove(CUSTOMER);
    if (customer != null && row.faults.isEmpty()) {
      try {
        row.customer = binder.bind(customer, ExternalRef.class, job.format());
      } catch (ProblemException e) {
        refuse(row, CUSTOMER, e.errors());
      }
    }
    identify(job, row);
    return row;
  }

  /// Gives the row the reference under which it is recorded once.
  private static void identify(Job job, Row row) {
    CustomerImportIdentity by = job.mapping().identity();
    if (by != null && by.column() != null) {
      String value = row.row.identity();
      if (value == null || value.isEmpty()) {
        row.faults.add(new RowFault(null, by.column(), "is empty: each row needs its own id"));
      } else {
        row.document.putObject("externalRef").put("scheme", by.scheme()).put("value", value);
      }
    } else if (!row.document.has("externalRef")) {
      row.document
          .putObject("externalRef")
          .put("scheme", FILE_ROW)
          .put("value", job.digest() + "#" + row.row.number());
    }
  }

  private void bind(
      Job job,
      Row row,
      Map<ExternalRef, UUID> owners,
      Map<CustomerBatch.Ends, CustomerBatch.Known> known,
      @Nullable UUID own) {
    if (row.customer != null) {
      UUID party = owners.get(row.customer);
      CustomerBatch.Known customer =
          party == null ? null : known.get(new CustomerBatch.Ends(party, own));
      if (customer == null) {
        row.faults.add(
            RowFault.at(
                CUSTOMER,
                "no customer of the own organisation has the reference %s %s"
                    .formatted(row.customer.scheme(), row.customer.value())));
        return;
      }
      row.document.put("customerId", customer.id().toString());
    }
    try {
      row.request = binder.bind(row.document, PurchaseRequest.class, job.format());
    } catch (ProblemException e) {
      refuse(row, "", e.errors());
    }
  }

  /// While rows are only checked, an earlier one is not recorded: a reference that it has with
  /// other content is told by the content's digest.
  private void claim(Job job, List<Row> rows) {
    Map<Row, Claimed> claims = new LinkedHashMap<>();
    for (Row row : rows) {
      PurchaseRequest request = row.request;
      SourceRef ref = request == null ? null : request.externalRef();
      if (request != null && ref != null) {
        UUID content =
            PartyRow.digest(new ExternalRef("purchase", binder.write(request).toString()));
        UUID reference = PartyRow.digest(new ExternalRef(ref.scheme(), ref.value()));
        claims.put(row, new Claimed(row.row.number(), reference, content, false, true));
      }
    }
    Map<Claimed, Long> taken = imports.claim(job.id(), List.copyOf(claims.values()));
    claims.forEach(
        (row, claimed) -> {
          Long earlier = taken.get(claimed);
          if (earlier != null) {
            row.request = null;
            row.faults.add(
                RowFault.at(
                    "externalRef", "is that of row %d, with other content".formatted(earlier)));
          }
        });
  }

  /// What becomes of the sound rows. What is only checked is recorded as well, and taken back.
  private List<RecordingItem> settle(Job job, List<Row> read) {
    List<PurchaseRequest> sound = new ArrayList<>();
    for (Row row : read) {
      if (row.request != null) {
        sound.add(row.request);
      }
    }
    if (sound.isEmpty()) {
      return List.of();
    }
    return job.records() ? purchases.record(sound) : Trial.of(() -> purchases.record(sound));
  }

  private static Outcome outcome(List<Row> read, List<RecordingItem> items) {
    int created = 0;
    int unchanged = 0;
    int next = 0;
    Map<FileRow, List<RowFault>> refused = new LinkedHashMap<>();
    for (Row row : read) {
      if (row.request != null) {
        RecordingItem item = items.get(next);
        String at = "/purchases/" + next;
        next++;
        switch (item.status()) {
          case CREATED -> created++;
          case DUPLICATE -> unchanged++;
          case CONFLICT ->
              row.faults.add(
                  RowFault.at(
                      "externalRef",
                      "is recorded with other content, which stays: %s".formatted(item.id())));
          case REFUSED ->
              refuse(
                  row,
                  "",
                  item.errors() == null
                      ? List.of()
                      : item.errors().stream()
                          .map(
                              error ->
                                  FieldError.at(
                                      String.valueOf(error.pointer()).substring(at.length()),
                                      error.detail()))
                          .toList());
        }
      }
      if (!row.faults.isEmpty()) {
        refused.put(row.row, row.faults);
      }
    }
    return new Outcome(new Tally(created, 0, unchanged, refused.size()), refused);
  }

  private static void refuse(Row row, String at, List<FieldError> errors) {
    for (FieldError error : errors) {
      String path = FieldPath.ofPointer(error.pointer());
      row.faults.add(
          RowFault.at(
              at.isEmpty() || path.isEmpty() ? at + path : at + "." + path, error.detail()));
    }
    if (errors.isEmpty()) {
      row.faults.add(RowFault.ofRow("cannot be read"));
    }
  }
}
