package org.customerfocus.survey.accesschannel;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class AccessChannelLists {

  public static final Fields FIELDS = AccessChannelRepository.FIELDS;

  private AccessChannelLists() {}
}
