package org.customerfocus.survey.page;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.customerfocus.conventions.html.Pages;
import org.customerfocus.survey.questionnaire.Theme;
import org.customerfocus.survey.wording.Languages;
import org.customerfocus.survey.wording.Words;
import org.jspecify.annotations.Nullable;

/// Answers with a page: its look, and headers that let nothing in and tell nobody else.
@ApplicationScoped
class Frame {

  /// The platform's own colours where the respondent's screen is dark; a survey's own theme stays.
  private static final Theme DARK = new Theme("#15181d", "#f2f2f2", "#8fbcff", "#10131a");

  private static final int BRIGHT = 128;

  private final Pages pages;
  private final String style;

  Frame(Pages pages) {
    this.pages = pages;
    this.style = read("/pages/respond.css");
  }

  /// How a page is to look and where it may stand.
  ///
  /// @param language the language of its texts
  /// @param theme the survey's colours; the platform's own where it is null
  /// @param embedded whether other sites may frame it
  record Look(String language, @Nullable Theme theme, boolean embedded) {}

  /// @param refresh the value of the header `Refresh`, null for a page that stays
  Response answer(
      int status, String template, Look look, Map<String, ?> data, @Nullable String refresh) {
    String colours = colours(look.theme());
    Words words = Words.in(look.language());
    Map<String, Object> all = new HashMap<>(data);
    all.put("language", look.language());
    all.put("direction", Languages.direction(look.language()));
    all.put("w", words.texts());
    // Buttons are in English where a survey's language has no words of ours.
    boolean own = look.language().startsWith(words.language());
    all.put("foreign", own ? "" : words.language());
    all.put("style", new RawString(style));
    all.put("colours", new RawString(colours));
    String policy =
        ("default-src 'none'; style-src 'sha256-%s' 'sha256-%s'; form-action 'self'; base-uri"
                + " 'none'; frame-ancestors %s")
            .formatted(digest(style), digest(colours), look.embedded() ? "*" : "'none'");
    Response.ResponseBuilder answer =
        Response.status(status)
            .entity(pages.render(template, all))
            .type("text/html;charset=UTF-8")
            .header("Content-Language", look.language())
            .header("Content-Security-Policy", policy)
            .header("X-Content-Type-Options", "nosniff")
            .header("Referrer-Policy", "no-referrer")
            .header("X-Robots-Tag", "noindex, nofollow")
            .header("Cache-Control", "no-store");
    return refresh == null ? answer.build() : answer.header("Refresh", refresh).build();
  }

  private static String colours(@Nullable Theme theme) {
    return theme == null
        ? ":root{%s}@media(prefers-color-scheme:dark){:root{%s}}"
            .formatted(variables(Theme.DEFAULT), variables(DARK))
        : ":root{" + variables(theme) + "}";
  }

  private static String variables(Theme theme) {
    return "--ground:%s;--text:%s;--accent:%s;--on:%s;color-scheme:%s"
        .formatted(
            theme.background(),
            theme.text(),
            theme.accent(),
            theme.onAccent(),
            isDark(theme.background()) ? "dark" : "light");
  }

  /// Weighted as the eye does (ITU-R BT.601); it decides only how the browser draws its controls.
  private static boolean isDark(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return (299 * (rgb >> 16) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000 < BRIGHT;
  }

  private static String read(String resource) {
    try (InputStream in = Frame.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no %s on the class path".formatted(resource));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
