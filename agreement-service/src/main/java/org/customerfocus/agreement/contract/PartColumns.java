package org.customerfocus.agreement.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.JsonColumn;

/// Parts of a version that are written and read whole: they never change by themselves.
final class PartColumns {

  private PartColumns() {}

  @Converter
  static final class Services extends JsonColumn<List<AgreedService>> {
    Services() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  static final class Compensations extends JsonColumn<List<AgreedCompensation>> {
    Compensations() {
      super(new TypeReference<>() {});
    }
  }
}
