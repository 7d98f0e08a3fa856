package org.customerfocus.survey.contactrule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.survey.segment.Segments;

/// Makes and changes contact rules. What only customer-service knows is asked before, in no
/// transaction: an answer may take a while.
@ApplicationScoped
class ContactRuleService {

  private static final String TYPE = "contact-rule";

  private final ContactRuleRepository rules;
  private final Segments segments;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  ContactRuleService(
      ContactRuleRepository rules,
      Segments segments,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.rules = rules;
    this.segments = segments;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  /// @param unknown segments that do not exist
  @Command
  Response create(ContactRuleRequest request, Set<UUID> unknown) {
    Segments.refuse("/segmentId", request.segments(), unknown);
    ContactRule rule = new ContactRule(request, clock.instant());
    rules.add(rule);
    segments.change(TYPE, rule.id(), List.of(), request.segments());
    ContactRuleView view = ContactRuleView.of(rule);
    journal.record(Change.of(TYPE, "created", rule).detail(view));
    return Answers.created("/v1/contact-rules/" + rule.id(), rule.version(), view);
  }

  /// The segments that a patch would have a rule name anew, as far as can be told outside of the
  /// transaction that makes the change.
  List<UUID> added(UUID id, MergePatch patch) {
    ContactRule rule = rules.get(id);
    preconditions.requireMatch(rule.version());
    return added(rule.asRequest(), patch.applyTo(rule.asRequest()));
  }

  /// @param unknown segments that do not exist
  @Command
  Response update(UUID id, MergePatch patch, Set<UUID> unknown) {
    ContactRule rule = rules.get(id);
    preconditions.requireMatch(rule.version());
    ContactRuleRequest before = rule.asRequest();
    ContactRuleRequest request = patch.applyTo(before);
    Segments.refuse("/segmentId", added(before, request), unknown);
    boolean changed = rule.change(request, clock.instant());
    ContactRuleView view = ContactRuleView.of(rule);
    if (changed) {
      segments.change(TYPE, id, before.segments(), request.segments());
      journal.record(Change.of(TYPE, "updated", rule).detail(view));
    }
    return Answers.ok(rule.version(), view);
  }

  @Command
  Response delete(UUID id) {
    ContactRule rule = rules.get(id);
    preconditions.requireMatch(rule.version());
    segments.change(TYPE, id, rule.asRequest().segments(), List.of());
    rules.remove(rule);
    journal.record(Change.of(TYPE, "deleted", rule));
    return Answers.noContent();
  }

  private static List<UUID> added(ContactRuleRequest before, ContactRuleRequest now) {
    return now.segments().equals(before.segments()) ? List.of() : now.segments();
  }
}
