package org.customerfocus.survey.campaign;

import org.customerfocus.conventions.wire.WireEnum;

/// Who answers for a customer. A person always answers itself.
enum Through implements WireEnum {
  /// The customer's own party.
  SELF,
  /// Those who use what the organisation is provided with.
  USERS,
  /// Those who may sign for the organisation.
  SIGNATORIES,
  /// Those who work in the organisation.
  CONTACTS
}
