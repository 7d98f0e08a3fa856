package org.customerfocus.survey.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customerfocus.conventions.html.Pages;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Theme;
import org.customerfocus.survey.wording.Languages;
import org.customerfocus.survey.wording.Texts;
import org.customerfocus.survey.wording.Words;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Writes e-mails: in the person's language as far as the survey has it, as plain text and as HTML
/// that says the same. Nothing in it tells the sender whether it was opened.
@ApplicationScoped
class Letters {

  private final String baseUrl;
  private final Pages pages;

  Letters(
      @ConfigProperty(name = "customerfocus.public-url", defaultValue = "http://127.0.0.1:8080")
          String baseUrl,
      Pages pages) {
    this.baseUrl = baseUrl.replaceAll("/+$", "");
    this.pages = pages;
  }

  /// What an e-mail says.
  ///
  /// @param remarks what is to be known besides
  public record Said(
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
    String language = Languages.choose(Texts.languages(definition), to.languages());
    Texts texts = new Texts(definition, errand.version().name(), language);
    Words words = Words.in(language);
    Said said = said(errand, to.name(), sender, texts, words);
    boolean reminder = errand.ordinal() > 0;
    return new Letter(
        errand.mail(),
        sender,
        to.address(),
        to.name(),
        oneLine(reminder ? words.say("mail.subject.reminder", said.title()) : said.title()),
        text(said),
        html(said, language, definition.theme()),
        language,
        said.unsubscribeUrl());
  }

  /// What a single e-mail says.
  public record Told(String hello, String introduction, String title, String text, String why) {}

  Letter write(Notices.Notice notice, Recipient.Reachable to, @Nullable String sender) {
    List<String> there = notice.texts().keySet().stream().sorted().toList();
    String language = Languages.choose(there, to.languages());
    Words words = Words.in(language);
    Told told =
        new Told(
            words.say("mail.hello", to.name()),
            words.say("mail.told"),
            notice.title(),
            Objects.requireNonNull(notice.texts().get(language)),
            from(words, "mail.told.why", sender));
    String text =
        String.join(
                "\n\n",
                told.hello(),
                told.introduction(),
                told.title(),
                told.text(),
                "-- \n" + told.why())
            + "\n";
    Map<String, Object> data = new HashMap<>();
    data.put("language", language);
    data.put("direction", Languages.direction(language));
    data.put("theme", Theme.DEFAULT);
    data.put("told", told);
    return new Letter(
        notice.id(),
        sender,
        to.address(),
        to.name(),
        oneLine(notice.title()),
        text,
        pages.render("notice", data),
        language,
        null);
  }

  private Said said(Errand errand, String name, @Nullable String sender, Texts texts, Words words) {
    String url = baseUrl + errand.path();
    return new Said(
        words.say("mail.hello", name),
        from(words, errand.ordinal() == 0 ? "mail.asks" : "mail.reminds", sender),
        texts.title(),
        texts.introduction(),
        words.say("mail.answer"),
        url,
        remarks(errand, words),
        from(words, "mail.why", sender),
        words.say("unsubscribe"),
        url + "/unsubscribe");
  }

  private static List<String> remarks(Errand errand, Words words) {
    List<String> remarks = new ArrayList<>();
    Instant end = errand.invited().expiresAt();
    if (end != null) {
      remarks.add(words.say("mail.until", words.day(end)));
    }
    if (errand.version().definition().isAnonymous()) {
      remarks.add(words.say("mail.anonymous"));
    }
    remarks.add(words.say("mail.own"));
    return remarks;
  }

  private static String from(Words words, String key, @Nullable String sender) {
    return sender == null ? words.say(key + ".nobody") : words.say(key, sender);
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
    Map<String, Object> data = new HashMap<>();
    data.put("language", language);
    data.put("direction", Languages.direction(language));
    data.put("theme", theme == null ? Theme.DEFAULT : theme);
    data.put("said", said);
    return pages.render("letter", data);
  }

  /// A header is one line, whatever the title is.
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
