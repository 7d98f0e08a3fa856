package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.agreement.attainment.WindowKind;
import org.customerfocus.agreement.attainment.WindowUnit;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Over which time a commitment is held against its target.
@Schema(
    description =
        "Over which time a commitment is held against its target: calendar months, quarters or years"
            + " of the agreement's time zone, or the last so many days.")
public record CommitmentWindow(
    @NotNull WindowKind kind,
    @Schema(description = "Of a calendar window: month unless given.") @Nullable WindowUnit unit,
    @Pattern(regexp = "P[1-9][0-9]{0,2}D", message = "must be a number of days such as P30D")
        @Schema(
            description = "Of a rolling window: so many days, ending with each midnight.",
            examples = "P30D",
            maxLength = 5)
        @Nullable String length) {

  /// The calendar month.
  public static final CommitmentWindow MONTH =
      new CommitmentWindow(WindowKind.CALENDAR, WindowUnit.MONTH, null);

  public CommitmentWindow {
    if (kind == WindowKind.CALENDAR && unit == null) {
      unit = WindowUnit.MONTH;
    }
  }

  /// How many days a rolling window has.
  public int days() {
    return length == null ? 0 : Integer.parseInt(length, 1, length.length() - 1, 10);
  }

  List<FieldError> faults(String at) {
    List<FieldError> faults = new ArrayList<>();
    if (kind == WindowKind.CALENDAR && length != null) {
      faults.add(FieldError.at(at + "/length", "belongs to a rolling window: give a unit instead"));
    }
    if (kind == WindowKind.ROLLING && unit != null) {
      faults.add(
          FieldError.at(at + "/unit", "belongs to a calendar window: give a length instead"));
    }
    if (kind == WindowKind.ROLLING && length == null) {
      faults.add(FieldError.at(at + "/length", "is required: how many days the window has"));
    }
    return faults;
  }
}
