package org.customerfocus.survey.authoring;

import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What differs between two versions of a survey, by the ids that both share.
///
/// @param sinceVersionId absent where there is no version before: then everything was added
@Schema(description = "What differs between two versions of a survey, by stable ids.")
record VersionChangesView(
    UUID surveyVersionId,
    Integer number,
    @Schema(description = "The version compared with; absent for the first one of a survey.")
        @Nullable UUID sinceVersionId,
    @Nullable Integer sinceNumber,
    @Schema(description = "Changed members of the survey itself.") List<MemberChange> members,
    @Schema(
            description =
                "Items that differ: those of the later version in its order of reading, then those"
                    + " that are gone.")
        List<ItemChange> items,
    @Schema(description = "Attributes that differ.") List<AttributeChange> attributes) {

  /// What happened to something that has an id.
  enum ItemChangeKind implements WireEnum {
    ADDED,
    REMOVED,
    CHANGED,
    MOVED
  }

  /// A member that another value was given.
  ///
  /// @param before absent where there was none
  /// @param after absent where there is none any more
  @Schema(description = "A member and its values; what is no text is written as JSON.")
  record MemberChange(
      @Schema(
              description = "The path of the member, dots between its steps.",
              examples = "limits.max")
          String member,
      @Schema(description = "The earlier value; absent where there was none.")
          @Nullable String before,
      @Schema(description = "The later value; absent where there is none.")
          @Nullable String after) {}

  /// Where an item stands.
  ///
  /// @param within the item that holds it; absent at the top
  /// @param behind the item before it among those; absent for the first
  @Schema(description = "Where an item stands, by the ids of its neighbours.")
  record Place(
      @Schema(description = "The link id of the item that holds it; absent at the top.")
          @Nullable String within,
      @Schema(description = "The link id of the item before it; absent for the first.")
          @Nullable String behind) {}

  /// An option, or a non-answer, that differs.
  @Schema(description = "An option or non-answer that differs.")
  record OptionChange(String code, List<ItemChangeKind> kinds, List<MemberChange> members) {}

  /// An item that differs.
  ///
  /// @param before where it stood; absent where it was added
  /// @param after where it stands; absent where it was removed
  @Schema(description = "An item that differs.")
  record ItemChange(
      String linkId,
      @Schema(description = "The text of its later version, or the last that it had.") String text,
      List<ItemChangeKind> kinds,
      @Schema(description = "Where it stood; given for what was moved or removed.")
          @Nullable Place before,
      @Schema(description = "Where it stands; given for what was moved or added.")
          @Nullable Place after,
      List<MemberChange> members,
      List<OptionChange> options,
      List<OptionChange> nonAnswers) {}

  /// An attribute that differs.
  @Schema(description = "An attribute of respondents that differs.")
  record AttributeChange(
      String key,
      List<ItemChangeKind> kinds,
      List<MemberChange> members,
      List<OptionChange> options) {}
}
