package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.command.RequestFingerprint;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.importing.CustomerImportMapping.CustomerImportIdentity;
import org.customerfocus.customer.importing.CustomerImportMapping.MappedColumn;
import org.customerfocus.customer.importing.ImportRepository.Claimed;
import org.customerfocus.customer.importing.ImportSteps.Job;
import org.customerfocus.customer.organization.MembershipBatch;
import org.customerfocus.customer.party.ExternalRef;
import org.customerfocus.customer.party.PartyBatch;
import org.customerfocus.customer.relationship.CustomerBatch;
import org.jspecify.annotations.Nullable;

/// A row on its way: what it says, what is wrong with it, and what it was decided to mean.
final class PartyRow {

  enum Effect {
    CREATED,
    UPDATED,
    UNCHANGED
  }

  /// What recording the row does; null where there is nothing to do.
  record Decision(
      UUID partyId,
      PartyBatch.@Nullable Draft party,
      CustomerBatch.@Nullable Draft customer,
      List<MembershipBatch.Link> links,
      Effect effect) {}

  private final Job job;
  private final FileRow row;
  private final List<RowFault> faults = new ArrayList<>();
  private @Nullable ExternalRef identity;
  private @Nullable UUID partyId;
  private @Nullable UUID provider;
  private @Nullable ObjectNode party;
  private ObjectNode terms = JsonNodeFactory.instance.objectNode();
  private final Set<ExternalRef> refs = new LinkedHashSet<>();
  private List<RowMembership> memberships = List.of();
  private String described = "";
  private @Nullable Decision decision;

  private PartyRow(Job job, FileRow row) {
    this.job = job;
    this.row = row;
    this.faults.addAll(row.faults());
  }

  static PartyRow read(Job job, FileRow row, RowBinder binder) {
    PartyRow read = new PartyRow(job, row);
    if (row.document() != null) {
      read.take(row.document().deepCopy(), binder);
    }
    return read;
  }

  private void take(ObjectNode document, RowBinder binder) {
    partyId = uuid(document.remove(PartyRows.PARTY_ID), PartyRows.PARTY_ID);
    JsonNode links = document.remove(PartyRows.MEMBERSHIPS);
    if (links != null && !links.isNull()) {
      memberships = bind(binder, links, RowMembership[].class, PartyRows.MEMBERSHIPS);
    }
    JsonNode described = document.remove(PartyRows.PARTY);
    if (described instanceof ObjectNode object) {
      party = object;
    } else if (described != null && !described.isNull()) {
      faults.add(RowFault.at(PartyRows.PARTY, "must be an object"));
    }
    if (job.kind() == CustomerImportKind.CUSTOMERS) {
      provider = uuid(document.remove(PartyRows.PROVIDER), PartyRows.PROVIDER);
      terms = document;
    } else {
      document
          .fieldNames()
          .forEachRemaining(name -> faults.add(RowFault.at(name, "is no field of a party's row")));
    }
    takeIdentity();
    this.described = String.valueOf(party);
    takeRefs(binder);
  }

  private <T> List<T> bind(RowBinder binder, JsonNode document, Class<T[]> type, String at) {
    try {
      return List.of(binder.bind(document, type, job.format()));
    } catch (ProblemException e) {
      refuse(at, e);
      return List.of();
    }
  }

  private @Nullable UUID uuid(@Nullable JsonNode node, String at) {
    if (node == null || node.isNull()) {
      return null;
    }
    try {
      UUID id = UUID.fromString(node.asText());
      if (id.toString().equalsIgnoreCase(node.asText())) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    faults.add(RowFault.at(at, "must be a UUID such as 0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43"));
    return null;
  }

  /// Puts the id that has a column of its own among the references of the party.
  private void takeIdentity() {
    CustomerImportIdentity by = job.mapping().identity();
    if (by == null) {
      return;
    }
    // The party's own id is that of another tenant where a reference says who it is.
    partyId = null;
    if (by.column() == null) {
      return;
    }
    String value = row.identity();
    if (value == null || value.isEmpty()) {
      faults.add(new RowFault(null, by.column(), "is empty: each row needs its own id"));
      return;
    }
    ObjectNode holder = party == null ? JsonNodeFactory.instance.objectNode() : party;
    party = holder;
    JsonNode there = holder.get("externalRefs");
    ArrayNode array = there instanceof ArrayNode own ? own : holder.putArray("externalRefs");
    array.addObject().put("scheme", by.scheme()).put("value", value);
  }

  private void takeRefs(RowBinder binder) {
    JsonNode array = party == null ? null : party.get("externalRefs");
    if (array != null && !array.isNull()) {
      refs.addAll(bind(binder, array, ExternalRef[].class, "party.externalRefs"));
    }
    CustomerImportIdentity by = job.mapping().identity();
    if (by != null && isSound()) {
      List<ExternalRef> own =
          refs.stream().filter(ref -> ref.scheme().equals(by.scheme())).toList();
      if (own.size() == 1) {
        identity = own.getFirst();
      } else {
        faults.add(
            RowFault.at(
                "party.externalRefs",
                "must have one reference of the scheme %s, by which the row is known"
                    .formatted(by.scheme())));
      }
    }
  }

  void refuse(RowFault fault) {
    faults.add(fault);
  }

  /// Takes faults over, under the path of what has them.
  void refuse(String at, List<FieldError> errors) {
    for (FieldError error : errors) {
      String path = FieldPath.ofPointer(error.pointer());
      String field = at.isEmpty() || path.isEmpty() ? at + path : at + "." + path;
      faults.add(new RowFault(field.isEmpty() ? null : field, column(field), error.detail()));
    }
  }

  void refuse(String at, ProblemException problem) {
    refuse(
        at,
        problem.errors().isEmpty()
            ? List.of(FieldError.at("", problem.detail()))
            : problem.errors());
  }

  private @Nullable String column(String field) {
    if (job.format() != FileFormat.CSV) {
      return null;
    }
    for (MappedColumn column : CsvRows.columns(job.header(), job.mapping())) {
      if (column.field().equals(field)) {
        return column.column();
      }
    }
    return null;
  }

  void decide(Decision made) {
    decision = made;
  }

  Decision decision() {
    return Objects.requireNonNull(decision);
  }

  boolean isSound() {
    return faults.isEmpty();
  }

  FileRow row() {
    return row;
  }

  long number() {
    return row.number();
  }

  List<RowFault> faults() {
    return faults;
  }

  @Nullable ExternalRef identity() {
    return identity;
  }

  @Nullable UUID partyId() {
    return partyId;
  }

  @Nullable UUID provider() {
    return provider;
  }

  @Nullable ObjectNode party() {
    return party;
  }

  ObjectNode terms() {
    return terms;
  }

  Set<ExternalRef> refs() {
    return refs;
  }

  List<RowMembership> memberships() {
    return memberships;
  }

  /// Whether the row has no id of its own, so that its number in the file is all it is known by.
  boolean isKnownByNumber() {
    return identity == null && partyId == null;
  }

  boolean describesOrganization() {
    return party != null && party.path("kind").asText().equals("organization");
  }

  /// Whether the party is said to be the same as in another row of the file.
  boolean describesPartyAs(PartyRow other) {
    return described.equals(other.described);
  }

  /// What no other row of the file may have: the party's references, unless it is the same party,
  /// and the row's own identity. A party is one row of a file of parties, and in a file of
  /// customers one for each provider.
  List<Claimed> claims() {
    UUID party =
        identity != null ? digest(identity) : partyId != null ? partyId : new UUID(0, number());
    List<Claimed> claims = new ArrayList<>();
    if (!isKnownByNumber()) {
      UUID own =
          digest(new ExternalRef("row", party + "\0" + (provider == null ? "own" : provider)));
      claims.add(new Claimed(number(), own, new UUID(0, number()), describesOrganization(), true));
    }
    for (ExternalRef ref : refs) {
      claims.add(new Claimed(number(), digest(ref), party, describesOrganization(), false));
    }
    return claims;
  }

  /// 128 bits of a reference's SHA-256: what is kept to tell a second one tells nobody who it is.
  static UUID digest(ExternalRef ref) {
    byte[] bytes =
        RequestFingerprint.sha256()
            .digest((ref.scheme() + "\0" + ref.value()).getBytes(StandardCharsets.UTF_8));
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
