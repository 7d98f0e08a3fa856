package org.customerfocus.conventions.caller;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The identity behind a request or a job.
///
/// @param tenant the tenant whose data may be seen; [#NO_TENANT] for platform work across tenants
/// @param subject who acts: an API key (`key:…`), a user, `link`, or `system:<job>`
/// @param scopes what may be done, such as `customers:read`
/// @param party the party that a customer's own token is narrowed to; absent for staff and machines
/// @param test whether the tenant is a test tenant: nothing leaves the platform on its behalf
/// @param handle the tenant's name in public links; requests that came through the gateway have it,
///   jobs do not
public record Caller(
    String tenant,
    String subject,
    Set<String> scopes,
    @Nullable String party,
    boolean test,
    @Nullable String handle) {

  /// Matches no row: what platform-wide work carries until it opens a tenant.
  public static final String NO_TENANT = "*";

  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /// A caller whose tenant's handle does not matter.
  public Caller(
      String tenant, String subject, Set<String> scopes, @Nullable String party, boolean test) {
    this(tenant, subject, scopes, party, test, null);
  }

  /// A background job inside one tenant.
  ///
  /// @param test whether it is a test tenant, so that what the job sets off is marked as well
  public static Caller system(String job, String tenant, boolean test) {
    return new Caller(tenant, "system:" + job, Set.of(), null, test);
  }
}
