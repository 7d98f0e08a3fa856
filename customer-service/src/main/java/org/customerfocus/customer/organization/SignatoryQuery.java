package org.customerfocus.customer.organization;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What is to be signed, and when.
public class SignatoryQuery extends PageQuery {

  @QueryParam("asOf")
  @Parameter(description = "The day of the signature; today without.")
  public @Nullable LocalDate asOf;

  @QueryParam("scope")
  @Size(min = 1, max = 200)
  @Parameter(description = "What is to be signed; any scope without.")
  public @Nullable String scope;

  @QueryParam("amount")
  @Size(min = 1, max = 21)
  @Pattern(regexp = "[0-9]{1,15}(\\.[0-9]{1,4})?", message = "must be a number such as 12.50")
  @Parameter(description = "How much it is about; with currency.")
  public @Nullable String amount;

  @QueryParam("currency")
  @Size(min = 3, max = 3)
  @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as EUR")
  @Parameter(description = "The currency of amount.")
  public @Nullable String currency;

  /// @throws ProblemException 400 when one of amount and currency is there without the other
  @Nullable Money money() {
    if (amount == null && currency == null) {
      return null;
    }
    if (amount == null) {
      throw ProblemException.parameter("amount", "is missing beside currency");
    }
    if (currency == null) {
      throw ProblemException.parameter("currency", "is missing beside amount");
    }
    return new Money(amount, currency);
  }
}
