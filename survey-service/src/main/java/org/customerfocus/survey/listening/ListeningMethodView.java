package org.customerfocus.survey.listening;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A method as it is answered.
@Schema(description = "A way in which customers are listened to.")
record ListeningMethodView(
    @Schema(description = "What coverage names it by.") String code,
    String name,
    @Nullable String description,
    @Schema(description = "Whether customers are heard themselves.") boolean direct,
    MethodVoice voice,
    @Schema(description = "Where the platform sees that it was used.") MethodSource source,
    @Schema(description = "Empty for every channel.") List<String> channels,
    @Schema(description = "Empty for every form.") List<String> forms,
    @Schema(description = "Whether it is built in, and so cannot change.") boolean standard) {

  /// The whole catalogue.
  @Schema(name = "ListeningMethodCatalogue", description = "The standard methods and your own.")
  record Catalogue(List<ListeningMethodView> items) {}

  static ListeningMethodView of(ListeningMethodRequest said, boolean standard) {
    return new ListeningMethodView(
        said.code(),
        said.name(),
        said.description(),
        said.direct(),
        said.voice(),
        said.source(),
        said.channels() == null ? List.of() : said.channels(),
        said.forms() == null ? List.of() : said.forms(),
        standard);
  }
}
