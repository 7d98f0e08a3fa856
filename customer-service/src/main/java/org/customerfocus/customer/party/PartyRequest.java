package org.customerfocus.customer.party;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.customer.attribute.AttributeValues;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A party as a client describes it.
@Schema(
    name = "PartyRequest",
    description = "A person, by given and family name, or an organisation, by its name.")
public record PartyRequest(
    @NotNull PartyKind kind,
    @Size(max = 200)
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Schema(description = "The name of an organisation; a person has none.")
        @Nullable String name,
    @Size(max = 200)
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Schema(description = "A person's given names.")
        @Nullable String givenName,
    @Size(max = 200)
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Schema(description = "A person's family name.")
        @Nullable String familyName,
    @Size(max = 50) @Nullable List<@NotNull @Valid ContactPoint> contactPoints,
    @Size(max = 200)
        @Schema(
            description =
                "Values by the codes of attribute definitions: text (also for dates, instants and"
                    + " choices), numbers, true or false.")
        @Nullable Map<String, @Nullable Object> attributes) {

  public PartyRequest {
    attributes = AttributeValues.canonical(attributes);
  }

  /// What contradicts itself, with pointers that start at the given one.
  public List<FieldError> faults(String at) {
    List<FieldError> faults = new ArrayList<>();
    if (kind == PartyKind.ORGANIZATION) {
      if (name == null) {
        faults.add(FieldError.at(at + "/name", "an organisation needs a name"));
      }
      if (givenName != null || familyName != null) {
        faults.add(
            FieldError.at(
                at + (givenName == null ? "/familyName" : "/givenName"),
                "an organisation has a name instead"));
      }
    } else {
      if (name != null) {
        faults.add(FieldError.at(at + "/name", "a person has givenName and familyName instead"));
      }
      if (givenName == null && familyName == null) {
        faults.add(FieldError.at(at + "/familyName", "a person needs givenName or familyName"));
      }
    }
    List<ContactPoint> contacts = contactPoints();
    for (int i = 0; contacts != null && i < contacts.size(); i++) {
      String fault = contacts.get(i).fault();
      if (fault != null) {
        faults.add(FieldError.at("%s/contactPoints/%d/value".formatted(at, i), fault));
      }
    }
    return faults;
  }
}
