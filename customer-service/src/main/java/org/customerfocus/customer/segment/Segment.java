package org.customerfocus.customer.segment;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Locale;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class Segment extends VersionedEntity {

  private String name;
  private String nameKey;
  private @Nullable String description;
  private SegmentKind kind;
  private @Nullable RuleRequest rule;

  @SuppressWarnings("NullAway.Init")
  protected Segment() {}

  @SuppressWarnings("NullAway.Init")
  Segment(SegmentRequest request, Instant now) {
    super(now);
    this.kind = request.kind();
    describe(request);
  }

  /// The request that would make this segment: what a patch is applied to.
  SegmentRequest asRequest() {
    return new SegmentRequest(name, description, kind, rule);
  }

  /// @return whether anything differs
  boolean change(SegmentRequest request, Instant now) {
    if (request.equals(asRequest())) {
      return false;
    }
    if (request.kind() != kind) {
      throw ProblemException.invalid("/kind", "stays as it is; make another segment");
    }
    describe(request);
    touch(now);
    return true;
  }

  private void describe(SegmentRequest request) {
    if (kind == SegmentKind.RULE && request.rule() == null) {
      throw ProblemException.invalid("/rule", "is needed for a segment by rule");
    }
    if (kind == SegmentKind.LIST && request.rule() != null) {
      throw ProblemException.invalid("/rule", "is not for a segment by list");
    }
    name = request.name();
    nameKey = key(request.name());
    description = request.description();
    rule = request.rule();
  }

  /// The members of a list are its content: they have a part in its version.
  void membersChanged(Instant now) {
    touch(now);
  }

  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  String name() {
    return name;
  }

  String nameKey() {
    return nameKey;
  }

  @Nullable String description() {
    return description;
  }

  SegmentKind kind() {
    return kind;
  }

  @Nullable RuleRequest rule() {
    return rule;
  }
}
