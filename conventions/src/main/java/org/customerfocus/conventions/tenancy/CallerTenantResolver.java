package org.customerfocus.conventions.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;

/// Tells Hibernate whose rows it may read.
@PersistenceUnitExtension
@RequestScoped
class CallerTenantResolver implements TenantResolver {

  private final CurrentCaller current;

  CallerTenantResolver(CurrentCaller current) {
    this.current = current;
  }

  @Override
  public String getDefaultTenantId() {
    return Caller.NO_TENANT;
  }

  @Override
  public String resolveTenantId() {
    return current.find().map(Caller::tenant).orElse(Caller.NO_TENANT);
  }
}
