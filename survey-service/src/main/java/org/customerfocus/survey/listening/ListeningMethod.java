package org.customerfocus.survey.listening;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.conventions.wire.JsonColumn;
import org.jspecify.annotations.Nullable;

/// A method of the tenant's own.
@Entity
class ListeningMethod extends VersionedEntity {

  private String code;
  private String name;
  private @Nullable String description;
  private boolean direct;
  private MethodVoice voice;
  private MethodSource source;

  @Convert(converter = TextsColumn.class)
  private List<String> channels;

  @Convert(converter = TextsColumn.class)
  private List<String> forms;

  @SuppressWarnings("NullAway.Init")
  protected ListeningMethod() {}

  @SuppressWarnings("NullAway.Init")
  ListeningMethod(ListeningMethodRequest request, Instant now) {
    super(now);
    code = request.code();
    take(request);
  }

  void change(ListeningMethodRequest request, Instant now) {
    take(request);
    touch(now);
  }

  private void take(ListeningMethodRequest request) {
    List<FieldError> faults = request.faults();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    name = request.name();
    description = request.description();
    direct = request.direct();
    voice = request.voice();
    source = request.source();
    channels = request.channels() == null ? List.of() : request.channels();
    forms = request.forms() == null ? List.of() : request.forms();
  }

  ListeningMethodRequest asRequest() {
    return new ListeningMethodRequest(
        code,
        name,
        description,
        direct,
        voice,
        source,
        channels.isEmpty() ? null : channels,
        forms.isEmpty() ? null : forms);
  }

  ListeningMethodView view() {
    return ListeningMethodView.of(asRequest(), false);
  }

  String code() {
    return code;
  }

  @Converter
  static final class TextsColumn extends JsonColumn<List<String>> {
    TextsColumn() {
      super(new TypeReference<>() {});
    }
  }
}
