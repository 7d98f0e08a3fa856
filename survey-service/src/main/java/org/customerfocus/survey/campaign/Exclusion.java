package org.customerfocus.survey.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// Someone in the audience of a campaign, and what was decided; written in sets.
@Entity
@Immutable
@Table(name = "audience_member")
class Exclusion extends TenantEntity {

  @SuppressWarnings("UnusedVariable")
  private UUID campaignId;

  private UUID customerId;
  private UUID partyId;
  private @Nullable UUID occasionId;
  private ExclusionReason reason;
  private @Nullable UUID contactRuleId;

  @SuppressWarnings("NullAway.Init")
  protected Exclusion() {}

  UUID customerId() {
    return customerId;
  }

  UUID partyId() {
    return partyId;
  }

  @Nullable UUID occasionId() {
    return occasionId;
  }

  ExclusionReason reason() {
    return reason;
  }

  @Nullable UUID contactRuleId() {
    return contactRuleId;
  }
}
