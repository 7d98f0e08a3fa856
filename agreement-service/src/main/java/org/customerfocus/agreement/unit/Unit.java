package org.customerfocus.agreement.unit;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Map;
import org.customerfocus.agreement.wording.Names;
import org.customerfocus.conventions.tenancy.VersionedEntity;

/// A unit of the tenant's own.
@Entity
@SuppressWarnings("NullAway.Init")
class Unit extends VersionedEntity {

  private String code;

  @Convert(converter = Names.Column.class)
  private Map<String, String> names;

  private String dimension;

  /// For Hibernate.
  protected Unit() {}

  Unit(UnitRequest as, Instant now) {
    super(now);
    this.code = as.code();
    this.names = as.names();
    this.dimension = as.dimension();
  }

  void change(UnitRequest as, Instant now) {
    names = as.names();
    dimension = as.dimension();
    touch(now);
  }

  UnitRequest describe() {
    return new UnitRequest(code, names, dimension);
  }

  String code() {
    return code;
  }
}
