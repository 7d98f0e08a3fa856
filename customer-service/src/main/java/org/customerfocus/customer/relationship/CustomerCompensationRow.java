package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.customer.recording.PlacedRow;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer_compensation")
class CustomerCompensationRow extends PlacedRow<Compensation> {

  private UUID customerId;
  private CompensationKind kind;
  private @Nullable String description;
  private @Nullable BigDecimal amount;
  private @Nullable String currency;
  private @Nullable String per;

  @SuppressWarnings("NullAway.Init")
  protected CustomerCompensationRow() {}

  CustomerCompensationRow(UUID customerId, Compensation compensation, int place) {
    super(place);
    this.customerId = customerId;
    this.kind = compensation.kind();
    this.description = compensation.description();
    this.amount = compensation.amount() == null ? null : compensation.amount().value();
    this.currency = compensation.amount() == null ? null : compensation.amount().currency();
    this.per = compensation.per();
  }

  UUID customerId() {
    return customerId;
  }

  @Override
  protected Compensation part() {
    Money money = amount == null || currency == null ? null : Money.of(amount, currency);
    return new Compensation(kind, description, money, per);
  }
}
