package org.customerfocus.conventions.html;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Renders pages from Qute templates, `pages/<name>.html` on the class path. A template says
/// `{#include page}{#title}…{/title}…{/include}` to stand in the common frame: one style sheet for
/// screen, dark mode and print, no script, and a policy that lets nothing else in. Values are
/// escaped; they should come formatted, since JSON keeps the digits and pages round.
@ApplicationScoped
public class Pages {

  private static final String HTML = "text/html";

  private final Engine engine;
  private final String style;
  private final String policy;

  Pages() {
    style = read("pages/page.css");
    policy =
        "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            .formatted(digest(style));
    engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(HTML)))
            .addLocator(name -> Optional.of(new Source(read("pages/" + name + ".html"))))
            .build();
  }

  /// 200 with a page.
  ///
  /// @param template the name of its file, without `.html`
  /// @param data what the template names; `language` and `direction` where it is not English
  public Response answer(String template, Map<String, ?> data) {
    Map<String, Object> framed = new HashMap<>(data);
    framed.put("style", new RawString(style));
    framed.putIfAbsent("language", "en");
    framed.putIfAbsent("direction", "ltr");
    return Response.ok(render(template, framed), HTML + ";charset=UTF-8")
        .header("Content-Security-Policy", policy)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  /// A page in a frame of its own, for who answers it with a policy of their own.
  ///
  /// @param template the name of its file, without `.html`
  /// @param data what the template names; a [RawString] is not escaped
  public String render(String template, Map<String, ?> data) {
    TemplateInstance page = engine.getTemplate(template).instance();
    data.forEach(page::data);
    return page.render();
  }

  private record Source(String text) implements TemplateLocation {

    @Override
    public Reader read() {
      return new StringReader(text);
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(Variant.forContentType(HTML));
    }
  }

  private static String read(String resource) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no %s on the class path".formatted(resource));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String style) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
