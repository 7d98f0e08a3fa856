package org.customerfocus.survey.page;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import org.jspecify.annotations.Nullable;

/// What a browser says besides the path. Whatever is not understood is passed over: a respondent
/// who mangled an address still wants to answer.
public final class Asked {

  private static final int LONGEST_TAG = 35;

  @QueryParam("step")
  @Nullable String stepNumber;

  @QueryParam("lang")
  @Nullable String language;

  @QueryParam("embed")
  @Nullable String embed;

  @QueryParam("check")
  @Nullable String check;

  @QueryParam("more")
  @Nullable String more;

  @QueryParam("t")
  @Nullable String since;

  @QueryParam("w")
  @Nullable String trapped;

  @QueryParam("k")
  @Nullable String touch;

  @HeaderParam("Accept-Language")
  @Nullable String wishes;

  @Context @Nullable Request request;

  /// Whether nothing is to change: HEAD asks for what GET would answer.
  boolean onlyLooks() {
    return request != null && HttpMethod.HEAD.equals(request.getMethod());
  }

  /// The page, counted from 0.
  @Nullable Integer step() {
    long number = number(stepNumber);
    return number > 0 && number <= Integer.MAX_VALUE ? (int) number - 1 : null;
  }

  boolean embedded() {
    return "1".equals(embed);
  }

  /// Where the browser is.
  Address address(String token, @Nullable String sitting) {
    String tag = language == null || language.length() > LONGEST_TAG ? null : language;
    return new Address(token, sitting, tag, embedded(), number(since), "1".equals(trapped), touch);
  }

  private static long number(@Nullable String text) {
    try {
      return text == null ? 0 : Math.clamp(Long.parseLong(text), 0, 1L << 40);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
