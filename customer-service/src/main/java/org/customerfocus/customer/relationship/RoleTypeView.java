package org.customerfocus.customer.relationship;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A role type as it is answered.
@Schema(name = "RoleTypeView", description = "A kind of role in which a party is a customer.")
record RoleTypeView(
    @Schema(description = "What roles refer to.") String code,
    String name,
    @Nullable String description,
    @Schema(description = "Whether it is built in, and so cannot change.") boolean standard) {

  /// The whole catalogue.
  @Schema(name = "RoleTypeCatalogue", description = "The standard role types and your own.")
  record Catalogue(List<RoleTypeView> items) {}

  static RoleTypeView of(RoleType type) {
    RoleTypeRequest own = type.asRequest();
    return new RoleTypeView(own.code(), own.name(), own.description(), false);
  }
}
