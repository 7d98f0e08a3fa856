package org.customerfocus.survey.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The small pages behind an e-mail's link. They have no script, and work in any browser.
@ApplicationScoped
class UnsubscribePages {

  private static final String STYLE =
      ":root{color-scheme:light dark}"
          + "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34em;margin:3rem auto;padding:0 1rem;"
          + "background:#fff;color:#1a1a1a}"
          + "button{font:inherit;font-weight:600;min-height:44px;padding:.5rem 1.5rem;border:0;"
          + "border-radius:4px;background:#0b5cad;color:#fff;cursor:pointer}"
          + "button:focus-visible{outline:3px solid #1a1a1a;outline-offset:3px}"
          + "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}"
          + "button{background:#8ec5ff;color:#111}button:focus-visible{outline-color:#eee}}";

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none';"
              .formatted(digest(STYLE))
          + " frame-ancestors 'none'";

  /// Asks whether it is really wanted.
  Response question(@Nullable String languages) {
    Phrases phrases = phrases(languages);
    return page(
        200,
        phrases,
        """
        <p>%s</p>
        <form method="post"><button type="submit">%s</button></form>"""
            .formatted(said(phrases, "unsubscribe.ask"), said(phrases, "unsubscribe")));
  }

  Response done(@Nullable String languages) {
    Phrases phrases = phrases(languages);
    return page(
        200,
        phrases,
        "<p role=\"status\">%s</p>\n<p>%s</p>"
            .formatted(said(phrases, "unsubscribe.done"), said(phrases, "unsubscribe.later")));
  }

  Response unknown(@Nullable String languages) {
    Phrases phrases = phrases(languages);
    return page(404, phrases, "<p>%s</p>".formatted(said(phrases, "unsubscribe.unknown")));
  }

  private static Response page(int status, Phrases phrases, String content) {
    String title = said(phrases, "unsubscribe.title");
    String html =
        """
        <!DOCTYPE html>
        <html lang="%s" dir="%s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex"><title>%s</title><style>%s</style></head>
        <body><main><h1>%s</h1>
        %s
        </main></body>
        </html>
        """
            .formatted(
                phrases.language(),
                Phrases.direction(phrases.language()),
                title,
                STYLE,
                title,
                content);
    return Response.status(status)
        .entity(html)
        .type("text/html;charset=UTF-8")
        .header("Content-Language", phrases.language())
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header("Vary", "Accept-Language")
        .build();
  }

  private static String said(Phrases phrases, String key) {
    return QrCode.escaped(phrases.say(key));
  }

  private static Phrases phrases(@Nullable String accepted) {
    return Phrases.in(Phrases.choose(wanted(accepted), Phrases.spoken()));
  }

  private static List<String> wanted(@Nullable String accepted) {
    if (accepted == null || accepted.isBlank()) {
      return List.of();
    }
    try {
      return Locale.LanguageRange.parse(accepted).stream()
          .map(Locale.LanguageRange::getRange)
          .filter(range -> !range.contains("*"))
          .toList();
    } catch (IllegalArgumentException e) {
      // Whatever it is, it names no language.
      return List.of();
    }
  }

  private static String digest(String style) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
