package org.customerfocus.customer.relationship;

import java.util.List;

/// The standard roles of a customer, end users first.
final class RoleTypes {

  static final String END_USER = "end-user";

  static final List<String> STANDARD =
      List.of(
          END_USER,
          "purchaser",
          "payer",
          "distributor",
          "agent",
          "component-processor",
          "internal-customer",
          "applicant",
          "regulated-party",
          "free-user",
          "advertiser");

  private RoleTypes() {}
}
