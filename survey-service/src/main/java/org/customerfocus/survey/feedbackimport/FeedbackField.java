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
  RESPONSE_ID,
  /// Where the case stands; a row with one opens a case.
  CASE_STATUS,
  CASE_ACKNOWLEDGED_AT,
  CASE_RESPONDED_AT,
  CASE_CLOSED_AT,
  /// Whether there was a response in time, where it is known and the moment itself is not.
  CASE_RESPONDED_IN_TIME,
  CASE_REQUESTED_REMEDY,
  CASE_GIVEN_REMEDY
}
