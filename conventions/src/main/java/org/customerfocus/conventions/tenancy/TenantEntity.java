package org.customerfocus.conventions.tenancy;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/// A row of one tenant. Hibernate fills in the tenant and filters by it; row-level security filters
/// again, whatever Hibernate does.
@MappedSuperclass
public abstract class TenantEntity {

  @Id private UUID id = Ids.next();

  // Text, since the framework's tenant resolver answers strings.
  @TenantId
  @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
  private String tenantId;

  public UUID id() {
    return id;
  }
}
