package org.customerfocus.survey.delivery;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Theme;
import org.customerfocus.survey.questionnaire.Translation;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Writes e-mails: in the person's language as far as the survey has it, as plain text and as HTML
/// that says the same. Nothing in it tells the sender whether it was opened.
@ApplicationScoped
class Letters {

  private static final String HTML = "text/html";

  private final String baseUrl;
  private final Template html;

  Letters(
      @ConfigProperty(name = "customerfocus.public-url", defaultValue = "http://127.0.0.1:8080")
          String baseUrl) {
    this.baseUrl = baseUrl.replaceAll("/+$", "");
    this.html =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(HTML)))
            .build()
            .parse(template(), Variant.forContentType(HTML));
  }

  /// What an e-mail says.
  ///
  /// @param remarks what is to be known besides
  private record Said(
      String hello,
      String asks,
      String title,
      @Nullable String introduction,
      String answer,
      String url,
      List<String> remarks,
      String why,
      String unsubscribe,
      String unsubscribeUrl) {}

  Letter write(Errand errand, Recipient.Reachable to, @Nullable String sender) {
    Definition definition = errand.version().definition();
    List<String> available = new ArrayList<>(List.of(definition.fallbackLanguage()));
    available.addAll(definition.translationMap().keySet());
    String language = Phrases.choose(to.languages(), available);
    Phrases phrases = Phrases.in(language);
    Said said = said(errand, to.name(), sender, language, phrases);
    boolean reminder = errand.ordinal() > 0;
    return new Letter(
        errand.mail(),
        sender,
        to.address(),
        to.name(),
        oneLine(reminder ? phrases.say("subject.reminder", said.title()) : said.title()),
        text(said),
        html(said, language, definition.theme()),
        language,
        said.unsubscribeUrl());
  }

  private Said said(
      Errand errand, String name, @Nullable String sender, String language, Phrases phrases) {
    Definition definition = errand.version().definition();
    Translation translation = definition.translationMap().get(language);
    String url = baseUrl + errand.path();
    return new Said(
        phrases.say("hello", name),
        from(phrases, errand.ordinal() == 0 ? "asks" : "reminds", sender),
        title(errand, translation),
        translated(
            translation == null ? null : translation.introduction(), definition.introduction()),
        phrases.say("answer"),
        url,
        remarks(errand, definition, phrases),
        from(phrases, "why", sender),
        phrases.say("unsubscribe"),
        url + "/unsubscribe");
  }

  private static String title(Errand errand, @Nullable Translation translation) {
    String title =
        translated(
            translation == null ? null : translation.title(),
            errand.version().definition().title());
    return title == null ? errand.version().name() : title;
  }

  private static List<String> remarks(Errand errand, Definition definition, Phrases phrases) {
    List<String> remarks = new ArrayList<>();
    Instant end = errand.invited().expiresAt();
    if (end != null) {
      remarks.add(phrases.say("until", phrases.day(end)));
    }
    if (definition.isAnonymous()) {
      remarks.add(phrases.say("anonymous"));
    }
    remarks.add(phrases.say("own"));
    return remarks;
  }

  private static String from(Phrases phrases, String key, @Nullable String sender) {
    return sender == null ? phrases.say(key + ".nobody") : phrases.say(key, sender);
  }

  private static @Nullable String translated(@Nullable String translated, @Nullable String own) {
    return translated == null ? own : translated;
  }

  private static String text(Said said) {
    List<String> parts = new ArrayList<>(List.of(said.hello(), said.asks(), said.title()));
    if (said.introduction() != null) {
      parts.add(said.introduction());
    }
    parts.add(said.answer() + ":\n" + said.url());
    parts.add(String.join("\n", said.remarks()));
    parts.add("-- \n" + said.why());
    parts.add(said.unsubscribe() + ":\n" + said.unsubscribeUrl());
    return String.join("\n\n", parts) + "\n";
  }

  private String html(Said said, String language, @Nullable Theme theme) {
    return html.instance()
        .data("language", language)
        .data("direction", Phrases.direction(language))
        .data("theme", theme == null ? Theme.DEFAULT : theme)
        .data("hello", said.hello())
        .data("asks", said.asks())
        .data("title", said.title())
        .data("introduction", said.introduction())
        .data("answer", said.answer())
        .data("url", said.url())
        .data("remarks", said.remarks())
        .data("why", said.why())
        .data("unsubscribe", said.unsubscribe())
        .data("unsubscribeUrl", said.unsubscribeUrl())
        .render();
  }

  /// A header is one line, whatever the title is.
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String template() {
    try (InputStream in = Letters.class.getResourceAsStream("/mail/letter.html")) {
      if (in == null) {
        throw new IllegalStateException("There is no mail/letter.html on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
