package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerClient;
import org.jspecify.annotations.Nullable;

/// What customer-service knows now of customers, asked for within no transaction.
@ApplicationScoped
class Customers {

  static final int PAGE = 500;

  private final PeerClient peer;

  Customers(PeerClient peer) {
    this.peer = peer;
  }

  /// The question for a page of an audience, as customer-service reads it.
  record AudienceQuestion(
      @Nullable List<UUID> segmentIds,
      @Nullable List<String> roles,
      @Nullable List<AudienceLifecycle> lifecycles,
      @Nullable List<UUID> customerIds,
      @Nullable List<UUID> partyIds,
      Through through,
      @Nullable UUID withinCustomerId,
      @Nullable UUID afterCustomerId,
      @Nullable UUID afterPartyId,
      int limit) {}

  record AudiencePage(List<Member> items) {}

  /// A page of an audience; one shorter than [#PAGE] is the last.
  ///
  /// @param within the one customer whose people are asked for, null for all
  /// @param after where the page before ended
  List<Member> page(Caller tenant, Audience audience, @Nullable UUID within, @Nullable Member after)
      throws IOException, InterruptedException {
    AudienceQuestion question =
        new AudienceQuestion(
            audience.segmentIds(),
            audience.roles(),
            audience.lifecycles(),
            audience.customerIds(),
            audience.partyIds(),
            audience.reaches(),
            within,
            after == null ? null : after.throughCustomerId(),
            after == null ? null : after.partyId(),
            PAGE);
    return peer.ask(
            "/internal/audience-pages", as(tenant, "audience:read"), question, AudiencePage.class)
        .items();
  }

  /// The whole of an audience that is one customer's: nobody where that customer is not in it.
  List<Member> all(Caller tenant, Audience audience, UUID customer)
      throws IOException, InterruptedException {
    List<Member> all = new ArrayList<>();
    List<Member> page = page(tenant, audience, customer, null);
    all.addAll(page);
    while (page.size() == PAGE) {
      page = page(tenant, audience, customer, page.getLast());
      all.addAll(page);
    }
    return all;
  }

  private static Caller as(Caller tenant, String scope) {
    return new Caller(tenant.tenant(), "system:campaigns", Set.of(scope), null, tenant.test());
  }
}
