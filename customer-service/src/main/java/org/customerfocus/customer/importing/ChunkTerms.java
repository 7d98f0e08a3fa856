package org.customerfocus.customer.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.attribute.Attributes;
import org.customerfocus.customer.importing.PartyChunk.Pending;
import org.customerfocus.customer.relationship.CustomerBatch;
import org.customerfocus.customer.relationship.CustomerBatch.Ends;
import org.customerfocus.customer.relationship.CustomerTermsRequest;
import org.jspecify.annotations.Nullable;

/// Decides what the rows of a chunk say of customers, once their parties are decided.
final class ChunkTerms {

  /// The terms of a row, bound, and the customer that they change.
  private record Terms(
      Pending of,
      Ends ends,
      boolean implied,
      CustomerBatch.@Nullable Known known,
      CustomerTermsRequest request) {}

  private final RowRequests requests;
  private final CustomerBatch customers;
  private final Map<Ends, CustomerBatch.Known> found;

  /// @param found the customers that there are
  ChunkTerms(RowRequests requests, CustomerBatch customers, Map<Ends, CustomerBatch.Known> found) {
    this.requests = requests;
    this.customers = customers;
    this.found = found;
  }

  /// Settles the rows.
  void decide(List<Pending> pending) {
    UUID own = customers.ownPartyId();
    Attributes.Definitions definitions = customers.definitions();
    List<Terms> bound = new ArrayList<>();
    for (Pending each : pending) {
      Terms terms = terms(each, own, definitions);
      if (terms != null) {
        bound.add(terms);
      }
    }
    CustomerBatch.Facts facts = facts(bound);
    Map<Ends, PartyRow> taken = new LinkedHashMap<>();
    for (Terms each : bound) {
      PartyRow row = each.of().row();
      CustomerBatch.Draft draft = draft(facts, each);
      if (draft != null) {
        row.refuse("", draft.faults());
      }
      PartyRow other = taken.putIfAbsent(each.ends(), row);
      if (other != null) {
        row.refuse(RowFault.ofRow("row %d describes the same customer".formatted(other.number())));
      }
      each.of().settle(draft, each.known() == null);
    }
  }

  private CustomerBatch.Facts facts(List<Terms> bound) {
    return customers.facts(
        bound.stream().map(Terms::request).toList(),
        bound.stream()
            .filter(each -> !each.implied())
            .map(each -> each.ends().providerPartyId())
            .filter(Objects::nonNull)
            .toList());
  }

  /// @return null when nothing would change
  private CustomerBatch.@Nullable Draft draft(CustomerBatch.Facts facts, Terms terms) {
    CustomerBatch.Known known = terms.known();
    if (known == null) {
      return customers.draft(facts, terms.ends(), terms.implied(), terms.request());
    }
    return terms.request().equals(known.terms())
        ? null
        : customers.draft(facts, known, terms.request());
  }

  private @Nullable Terms terms(
      Pending of, @Nullable UUID own, Attributes.Definitions definitions) {
    PartyRow row = of.row();
    UUID named = row.provider();
    Ends ends = new Ends(of.partyId(), named == null ? own : named);
    CustomerBatch.Known known = found.get(ends);
    try {
      CustomerTermsRequest request =
          requests.terms(definitions, known == null ? null : known.terms(), row.terms());
      return new Terms(of, ends, named == null, known, request);
    } catch (ProblemException e) {
      row.refuse("", e);
      return null;
    }
  }
}
