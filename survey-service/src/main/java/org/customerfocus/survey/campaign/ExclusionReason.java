package org.customerfocus.survey.campaign;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.survey.permission.Refusal;

/// What was decided about someone in the audience of a campaign.
enum ExclusionReason implements WireEnum {
  /// Nothing yet.
  UNDECIDED,
  INVITED,
  /// Not in the sample.
  NOT_DRAWN,
  /// A contact rule protects the person.
  CONTACTED_RECENTLY,
  /// The person wants to hear of no survey any more.
  UNSUBSCRIBED,
  /// Consent was denied or withdrawn, or the person objected.
  CONSENT_REFUSED,
  /// Consent was given and is over.
  CONSENT_EXPIRED,
  /// Consent is asked for, and nothing was said.
  CONSENT_NOT_STATED,
  /// Customer-service knows no such party any more.
  UNKNOWN_PARTY;

  static ExclusionReason of(Refusal refusal) {
    return switch (refusal) {
      case UNSUBSCRIBED -> UNSUBSCRIBED;
      case CONSENT_REFUSED -> CONSENT_REFUSED;
      case CONSENT_EXPIRED -> CONSENT_EXPIRED;
      case CONSENT_NOT_STATED -> CONSENT_NOT_STATED;
      case UNKNOWN_PARTY -> UNKNOWN_PARTY;
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ExclusionReason> {
    Column() {
      super(ExclusionReason.class);
    }
  }
}
