package org.customerfocus.survey.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.invitation.Invited;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.AttributeType;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.customerfocus.survey.response.Answering;
import org.customerfocus.survey.response.InvitationAnswered;
import org.customerfocus.survey.response.Origin;
import org.jspecify.annotations.Nullable;

/// What the response of an invited person and their invitation have to do with each other, however
/// it is given. Runs within the transaction of who calls it.
@ApplicationScoped
class InvitedResponses {

  /// So much text an attribute holds: of very many values, those that fit.
  private static final int LONGEST = 500;

  private final Ledger ledger;
  private final Answering answering;
  private final InstantSource clock;

  InvitedResponses(Ledger ledger, Answering answering, InstantSource clock) {
    this.ledger = ledger;
    this.answering = answering;
    this.clock = clock;
  }

  /// Where the response of an invited person comes from.
  ///
  /// @param link that was followed, if one was
  static Origin origin(Invited invited, PublishedVersion version, @Nullable UUID link) {
    return new Origin(
        link,
        invited.id(),
        invited.campaignId(),
        invited.channel().wire(),
        invited.customerId(),
        invited.partyId(),
        invited.attributes().touchpointId(),
        invited.attributes().offeringId(),
        known(version, invited));
  }

  /// Keeps the invitation as it is until the transaction ends: its campaign does not end while it
  /// is answered.
  ///
  /// @throws ProblemException 409 when it has ended
  void hold(UUID invitation) {
    demandOpen(ledger.hold(invitation));
  }

  void demandOpen(Invited invited) {
    if (invited.ended(clock.instant())) {
      throw new ProblemException(
          Problems.CONFLICT, "The invitation has ended: there is nothing to answer any more.");
    }
  }

  /// The response to an invitation is complete, by whichever way: it was the only one.
  void answered(@Observes InvitationAnswered answered) {
    hold(answered.invitationId());
    ledger.completed(answered.invitationId());
  }

  /// The same to an anonymous survey, where nothing leads from the response to the invitation.
  ///
  /// @param request what tells the request that completed it from any other, where there is one
  ///   that may be repeated
  void answeredAnonymously(UUID invitation, @Nullable String request) {
    ledger.completed(invitation);
    answering.leave(invitation, request);
  }

  /// What the invitation froze, under the keys `role`, `segment` and `organization` where the
  /// survey has such attributes.
  static Map<String, AttributeValue> known(PublishedVersion version, Invited invited) {
    Map<String, AttributeValue> known = new HashMap<>();
    note(known, version, "role", invited.attributes().roles());
    note(
        known,
        version,
        "segment",
        invited.attributes().segmentIds().stream().map(UUID::toString).toList());
    UUID organization = invited.attributes().organizationPartyId();
    note(
        known,
        version,
        "organization",
        organization == null ? List.of() : List.of(organization.toString()));
    return known;
  }

  /// A choice takes the first value that it has an option for, a text all of them.
  private static void note(
      Map<String, AttributeValue> known,
      PublishedVersion version,
      String key,
      List<String> values) {
    Attribute attribute = version.questionnaire().attribute(key);
    if (attribute == null || values.isEmpty()) {
      return;
    }
    if (attribute.type() == AttributeType.TEXT) {
      StringBuilder all = new StringBuilder(values.getFirst());
      for (String value : values.subList(1, values.size())) {
        if (all.length() + value.length() < LONGEST) {
          all.append(' ').append(value);
        }
      }
      known.put(key, AttributeValue.ofText(all.toString()));
    } else if (attribute.type() == AttributeType.CHOICE) {
      values.stream()
          .filter(each -> attribute.optionList().stream().anyMatch(o -> o.code().equals(each)))
          .findFirst()
          .ifPresent(code -> known.put(key, AttributeValue.ofCode(code)));
    }
  }
}
