package org.customerfocus.survey.accesschannel;

import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import org.customerfocus.conventions.servicetime.ServiceCalendar;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// A way by which customers reach the provider.
@Entity
class AccessChannel extends VersionedEntity {

  private String code;
  private String name;
  private @Nullable String description;
  private @Nullable String contact;
  private @Nullable Long answerWithin;
  private @Nullable Long acknowledgeWithin;
  private @Nullable Long respondWithin;
  private @Nullable Long resolveWithin;
  private @Nullable ServiceHours serviceHours;

  @SuppressWarnings("NullAway.Init")
  protected AccessChannel() {}

  AccessChannel(AccessChannelRequest request, Instant now) {
    super(now);
    take(request);
  }

  /// @return whether anything differs
  boolean change(AccessChannelRequest request, Instant now) {
    AccessChannelRequest before = asRequest();
    take(request);
    if (before.equals(asRequest())) {
      return false;
    }
    touch(now);
    return true;
  }

  private void take(AccessChannelRequest request) {
    code = request.code();
    name = request.name();
    description = request.description();
    contact = request.contact();
    answerWithin = seconds(request.answerWithin());
    acknowledgeWithin = seconds(request.acknowledgeWithin());
    respondWithin = seconds(request.respondWithin());
    resolveWithin = seconds(request.resolveWithin());
    serviceHours = request.serviceHours();
  }

  AccessChannelRequest asRequest() {
    return new AccessChannelRequest(
        code,
        name,
        description,
        contact,
        text(answerWithin),
        text(acknowledgeWithin),
        text(respondWithin),
        text(resolveWithin),
        serviceHours);
  }

  Standards standards() {
    return new Standards(
        id(),
        code,
        answerWithin,
        acknowledgeWithin,
        respondWithin,
        resolveWithin,
        serviceHours == null ? ServiceCalendar.always() : serviceHours.calendar());
  }

  String code() {
    return code;
  }

  private static @Nullable Long seconds(@Nullable String within) {
    return within == null ? null : Duration.parse(within).toSeconds();
  }

  private static @Nullable String text(@Nullable Long seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds).toString();
  }
}
