package org.customerfocus.customer.competition;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

@Entity
class CompetitorComparison extends VersionedEntity {

  private UUID competitorId;
  private UUID requirementId;
  private @Nullable UUID segmentId;
  private String scaleName;
  private @Nullable BigDecimal scaleLowest;
  private @Nullable BigDecimal scaleHighest;
  private @Nullable ScaleDirection scaleBetter;

  @Embedded
  @EmbeddedColumnNaming("ours_%s")
  private ScoreColumns ours;

  @Embedded
  @EmbeddedColumnNaming("theirs_%s")
  private ScoreColumns theirs;

  @SuppressWarnings("NullAway.Init")
  protected CompetitorComparison() {}

  @SuppressWarnings("NullAway.Init")
  CompetitorComparison(CompetitorComparisonRequest request, Instant now) {
    super(now);
    describe(request);
  }

  void change(CompetitorComparisonRequest request, Instant now) {
    describe(request);
    touch(now);
  }

  private void describe(CompetitorComparisonRequest request) {
    competitorId = request.competitorId();
    requirementId = request.requirementId();
    segmentId = request.segmentId();
    scaleName = request.scale().name();
    scaleLowest = request.scale().lowest();
    scaleHighest = request.scale().highest();
    scaleBetter = request.scale().better();
    ours = new ScoreColumns(request.ours());
    theirs = new ScoreColumns(request.theirs());
  }

  /// The request that would make this comparison: what a patch is applied to.
  CompetitorComparisonRequest asRequest() {
    return new CompetitorComparisonRequest(
        competitorId,
        requirementId,
        segmentId,
        new ComparisonScale(scaleName, scaleLowest, scaleHighest, scaleBetter),
        ours.score(),
        theirs.score());
  }
}
