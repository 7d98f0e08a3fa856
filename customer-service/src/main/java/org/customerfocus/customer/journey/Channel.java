package org.customerfocus.customer.journey;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// By which way customer and provider meet.
public enum Channel implements WireEnum {
  IN_PERSON,
  PHONE,
  EMAIL,
  WEB,
  APP,
  CHAT,
  SMS,
  SOCIAL_MEDIA,
  POST,
  /// A machine on the spot: a kiosk, a vending machine, the product itself.
  DEVICE,
  OTHER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<Channel> {
    Column() {
      super(Channel.class);
    }
  }
}
