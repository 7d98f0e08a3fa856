package org.customerfocus.survey.page;

import java.net.URLEncoder;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a respondent is: everything that the pages remember stands in their addresses, so that
/// they need no cookie and a bookmark is enough to go on later.
///
/// @param token `{tenantHandle}.{secret}`
/// @param sitting the response's id and its seal; null before it is begun
/// @param language the language that was asked for; null where the browser's wish counts
/// @param embedded whether the page stands in a frame
/// @param since when the first question was shown, in seconds since 1970, for the spam score
/// @param trapped whether the field that people do not see was filled in
/// @param touch when somebody was last here, sealed; for shared screens only
record Address(
    String token,
    @Nullable String sitting,
    @Nullable String language,
    boolean embedded,
    long since,
    boolean trapped,
    @Nullable String touch) {

  private static final int ID_LENGTH = 22;

  Address begun(UUID response, String seal, long now) {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(response.getMostSignificantBits())
            .putLong(response.getLeastSignificantBits())
            .array();
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Address(token, id + seal, language, embedded, now, trapped, null);
  }

  Address trapped(boolean now) {
    return new Address(token, sitting, language, embedded, since, trapped || now, touch);
  }

  Address touched(String now) {
    return new Address(token, sitting, language, embedded, since, trapped, now);
  }

  Address in(String other) {
    return new Address(token, sitting, other, embedded, since, trapped, touch);
  }

  /// The address of the same survey from its beginning.
  String start() {
    return "/s/" + token + new Address(token, null, language, embedded, 0, false, null).query(null);
  }

  String secret() {
    return token.substring(token.indexOf('.') + 1);
  }

  /// The id of the response.
  UUID response() {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part(0, ID_LENGTH));
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new UUID(buffer.getLong(), buffer.getLong());
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw DeadEnd.unknown();
    }
  }

  String seal() {
    return part(ID_LENGTH, sitting == null ? 0 : sitting.length());
  }

  private String part(int from, int to) {
    if (sitting == null || sitting.length() < ID_LENGTH) {
      throw DeadEnd.unknown();
    }
    return sitting.substring(from, to);
  }

  /// The path with its query.
  ///
  /// @param step the page, counted from 0; null for wherever the respondent has got to
  String path(@Nullable Integer step) {
    return "/s/" + token + (sitting == null ? "" : "/" + sitting) + query(step);
  }

  private String query(@Nullable Integer step) {
    StringBuilder query = new StringBuilder();
    append(query, "step", step == null ? null : step + 1);
    append(query, "lang", language);
    append(query, "embed", embedded ? 1 : null);
    append(query, "t", since > 0 ? since : null);
    append(query, "w", trapped ? 1 : null);
    append(query, "k", touch);
    return query.toString();
  }

  private static void append(StringBuilder query, String name, @Nullable Object value) {
    if (value != null) {
      query
          .append(query.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
  }
}
