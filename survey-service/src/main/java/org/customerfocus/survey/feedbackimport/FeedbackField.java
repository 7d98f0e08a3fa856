package org.customerfocus.survey.feedbackimport;

import org.customerfocus.conventions.wire.WireEnum;

/// What a column of a file of feedback can carry.
enum FeedbackField implements WireEnum {
  FORM,
  VOICE,
  CHANNEL,
  RECEIVED_AT,
  SUBJECT,
  TEXT,
  LANGUAGE,
  CUSTOMER_ID,
  PARTY_ID,
  OFFERING_ID,
  TOUCHPOINT_ID,
  REQUIREMENT_ID,
  SURVEY_ID,
  RESPONSE_ID
}
