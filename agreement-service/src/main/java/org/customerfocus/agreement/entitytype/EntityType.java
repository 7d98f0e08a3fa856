package org.customerfocus.agreement.entitytype;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Map;
import org.customerfocus.agreement.wording.Names;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// A kind of thing that services are counted in.
@Entity
@SuppressWarnings("NullAway.Init")
class EntityType extends VersionedEntity {

  private String code;

  @Convert(converter = Names.Column.class)
  private Map<String, String> names;

  private @Nullable String description;

  /// For Hibernate.
  protected EntityType() {}

  EntityType(EntityTypeRequest as, Instant now) {
    super(now);
    this.code = as.code();
    this.names = as.names();
    this.description = as.description();
  }

  void change(EntityTypeRequest as, Instant now) {
    names = as.names();
    description = as.description();
    touch(now);
  }

  EntityTypeRequest describe() {
    return new EntityTypeRequest(code, names, description);
  }

  String code() {
    return code;
  }
}
