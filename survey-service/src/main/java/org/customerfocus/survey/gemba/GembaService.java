package org.customerfocus.survey.gemba;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.survey.gemba.GembaVisit.Parts;
import org.jspecify.annotations.Nullable;

/// Records visits. Whom a customer stands for is customer-service's to say and asked before, in no
/// transaction.
@ApplicationScoped
class GembaService {

  private static final String TYPE = "gemba-visit";

  private final GembaRepository visits;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  GembaService(
      GembaRepository visits, Preconditions preconditions, Journal journal, InstantSource clock) {
    this.visits = visits;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  /// @param met what customer-service says of the customer
  @Command
  Response create(GembaVisitRequest request, @Nullable Met met) {
    GembaVisit visit = new GembaVisit(request, met, clock.instant());
    visits.add(visit, request);
    GembaVisitView view = visit.view(visits.parts(visit.id()));
    journal.record(Change.of(TYPE, "created", visit).data(told(visit)).detail(view));
    return Answers.created("/v1/gemba-visits/" + visit.id(), visit.version(), view);
  }

  /// The customer to ask about before a patch is applied: where it is named anew or the visit is
  /// done by it, and the client does not say whom it met.
  @Nullable UUID asked(UUID id, MergePatch patch) {
    GembaVisit visit = visits.get(id);
    preconditions.requireMatch(visit.version());
    GembaVisitRequest before = visit.asRequest(visits.parts(id));
    GembaVisitRequest after = patch.applyTo(before);
    boolean news =
        !Objects.equals(before.customerId(), after.customerId())
            || before.wanted() != after.wanted();
    return news && after.met() == null ? after.customerId() : null;
  }

  /// @param met what customer-service says of the customer, where it was asked
  @Command
  Response update(UUID id, MergePatch patch, @Nullable Met met) {
    GembaVisit visit = visits.get(id);
    preconditions.requireMatch(visit.version());
    Parts parts = visits.parts(id);
    GembaVisitRequest before = visit.asRequest(parts);
    GembaVisitRequest after = patch.applyTo(before);
    if (after.equals(before)) {
      return Answers.ok(visit.version(), visit.view(parts));
    }
    visit.change(after, met, clock.instant());
    visits.put(visit, after);
    GembaVisitView view = visit.view(visits.parts(id));
    journal.record(Change.of(TYPE, "updated", visit).data(told(visit)).detail(view));
    return Answers.ok(visit.version(), view);
  }

  @Command
  Response delete(UUID id) {
    GembaVisit visit = visits.get(id);
    preconditions.requireMatch(visit.version());
    visits.remove(visit);
    journal.record(Change.of(TYPE, "deleted", visit));
    return Answers.noContent();
  }

  private static Map<String, Object> told(GembaVisit visit) {
    Map<String, Object> data = new HashMap<>(Map.of("status", visit.status().wire()));
    UUID customer = visit.customerId();
    if (customer != null) {
      data.put("customerId", customer);
    }
    return data;
  }

  List<GembaVisitView> views(List<GembaVisit> page) {
    Map<UUID, Parts> parts = visits.parts(page.stream().map(GembaVisit::id).toList());
    return page.stream()
        .map(visit -> visit.view(parts.getOrDefault(visit.id(), Parts.NONE)))
        .toList();
  }
}
