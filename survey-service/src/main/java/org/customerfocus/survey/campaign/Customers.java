package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerClient;
import org.customerfocus.survey.invitation.InvitationChannel;
import org.jspecify.annotations.Nullable;

/// What customer-service knows now of customers, asked for within no transaction.
@ApplicationScoped
class Customers {

  static final int PAGE = 500;

  /// As many as one question about permissions may name.
  static final int PERMISSIONS = 50;

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
      @Nullable UUID afterCustomerId,
      @Nullable UUID afterPartyId,
      int limit) {}

  record AudiencePage(List<Member> items) {}

  record Permissions(List<OnePermission> items) {}

  record OnePermission(UUID partyId, boolean allowed, String reason) {}

  record Found(UUID id) {}

  /// Whether there is a segment with this id, as far as it can be told now.
  boolean mayHaveSegment(Caller tenant, UUID segment) {
    if (!peer.configured()) {
      return true;
    }
    try {
      return peer.find("/v1/segments/" + segment, as(tenant, "customers:read"), Found.class)
          .isPresent();
    } catch (IOException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// A page of an audience; one shorter than [#PAGE] is the last.
  ///
  /// @param after where the page before ended
  List<Member> page(Caller tenant, Audience audience, @Nullable Member after)
      throws IOException, InterruptedException {
    AudienceQuestion question =
        new AudienceQuestion(
            audience.segmentIds(),
            audience.roles(),
            audience.lifecycles(),
            audience.customerIds(),
            audience.partyIds(),
            audience.reaches(),
            after == null ? null : after.throughCustomerId(),
            after == null ? null : after.partyId(),
            PAGE);
    return peer.ask(
            "/internal/audience-pages", as(tenant, "audience:read"), question, AudiencePage.class)
        .items();
  }

  /// The whole of an audience that is one customer's.
  List<Member> all(Caller tenant, Audience audience) throws IOException, InterruptedException {
    List<Member> all = new ArrayList<>();
    List<Member> page = page(tenant, audience, null);
    all.addAll(page);
    while (page.size() == PAGE) {
      page = page(tenant, audience, page.getLast());
      all.addAll(page);
    }
    return all;
  }

  /// What speaks against asking each party over a channel; those who may be asked are missing.
  Map<UUID, ExclusionReason> refusals(
      Caller tenant, Permission permission, InvitationChannel channel, Collection<UUID> parties)
      throws IOException, InterruptedException {
    Map<UUID, ExclusionReason> refusals = new HashMap<>();
    if (parties.isEmpty()) {
      return refusals;
    }
    // Somebody's own link is handed over by others, and found in the web.
    String over = channel == InvitationChannel.EMAIL ? "email" : "web";
    String path =
        parties.stream()
            .map(party -> "partyId=" + party)
            .collect(
                Collectors.joining(
                    "&",
                    "/v1/contact-permissions?",
                    "&purpose=%s&channel=%s".formatted(permission.forPurpose(), over)));
    Permissions answer =
        peer.find(path, as(tenant, "customers:read"), Permissions.class)
            .orElseThrow(() -> new IOException("customer-service tells of no permissions"));
    for (OnePermission each : answer.items()) {
      ExclusionReason reason = reason(each, permission);
      if (reason != null) {
        refusals.put(each.partyId(), reason);
      }
    }
    return refusals;
  }

  private static @Nullable ExclusionReason reason(OnePermission answer, Permission permission) {
    if (answer.allowed()) {
      return null;
    }
    return switch (answer.reason()) {
      case "not-stated" -> permission.silenceRefuses() ? ExclusionReason.CONSENT_NOT_STATED : null;
      case "expired" -> ExclusionReason.CONSENT_EXPIRED;
      case "unknown-party" -> ExclusionReason.UNKNOWN_PARTY;
      // Whatever else customer-service may come to say: it is no permission.
      default -> ExclusionReason.CONSENT_REFUSED;
    };
  }

  private static Caller as(Caller tenant, String scope) {
    return new Caller(tenant.tenant(), "system:campaigns", Set.of(scope), null, tenant.test());
  }
}
