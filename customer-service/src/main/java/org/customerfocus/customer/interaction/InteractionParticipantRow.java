package org.customerfocus.customer.interaction;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "interaction_participant")
class InteractionParticipantRow extends TenantEntity {

  private UUID interactionId;
  private UUID partyId;
  private @Nullable String role;
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected InteractionParticipantRow() {}

  InteractionParticipantRow(UUID interactionId, InteractionParticipant participant, int place) {
    this.interactionId = interactionId;
    this.partyId = participant.partyId();
    this.role = participant.role();
    this.place = place;
  }

  UUID interactionId() {
    return interactionId;
  }

  int place() {
    return place;
  }

  InteractionParticipant participant() {
    return new InteractionParticipant(partyId, role);
  }
}
