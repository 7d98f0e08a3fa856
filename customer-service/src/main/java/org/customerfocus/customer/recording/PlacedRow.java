package org.customerfocus.customer.recording;

import jakarta.persistence.MappedSuperclass;
import org.customerfocus.conventions.tenancy.TenantEntity;

/// A row of something that its owner has any number of, in their order.
@MappedSuperclass
public abstract class PlacedRow<T> extends TenantEntity {

  // Of the repository that places rows.
  int place;

  protected PlacedRow() {}

  protected PlacedRow(int place) {
    this.place = place;
  }

  /// What the row says, without whose it is and where it stands.
  protected abstract T part();
}
