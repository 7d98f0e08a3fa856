package org.customerfocus.customer.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/// Stores a rule as the JSON that it came as.
@Converter(autoApply = true)
final class RuleColumn implements AttributeConverter<@Nullable RuleRequest, @Nullable String> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable RuleRequest rule) {
    try {
      return rule == null ? null : JSON.writeValueAsString(rule);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A rule cannot be written as JSON", e);
    }
  }

  @Override
  public @Nullable RuleRequest convertToEntityAttribute(@Nullable String text) {
    try {
      return text == null ? null : JSON.readValue(text, RuleRequest.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored rule cannot be read", e);
    }
  }
}
