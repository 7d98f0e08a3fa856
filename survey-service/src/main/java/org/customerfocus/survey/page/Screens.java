package org.customerfocus.survey.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.customerfocus.survey.page.Visits.Outcome;
import org.customerfocus.survey.page.Visits.Visit;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Logic.Path;
import org.customerfocus.survey.wording.Languages;
import org.customerfocus.survey.wording.Texts;
import org.customerfocus.survey.wording.Words;
import org.jspecify.annotations.Nullable;

/// Puts together what each page shows.
@ApplicationScoped
class Screens {

  /// How long a shared screen shows its thanks.
  private static final int THANKS_SECONDS = 10;

  private final Frame frame;

  Screens(Frame frame) {
    this.frame = frame;
  }

  /// A language to change to.
  public record Tongue(String tag, String name, String address, boolean current) {}

  /// Where an error lies.
  public record Fault(String id, String label, String text) {}

  Words words(Visit visit, Asked asked) {
    return Words.in(language(visit, asked));
  }

  private static String language(Visit visit, Asked asked) {
    return Languages.choose(
        Texts.languages(visit.version().definition()), asked.language, asked.wishes);
  }

  private static Texts texts(Visit visit, Asked asked) {
    return new Texts(visit.version().definition(), visit.version().name(), language(visit, asked));
  }

  private static Frame.Look look(Visit visit, Texts texts, Address address) {
    return new Frame.Look(
        texts.language(), visit.version().definition().theme(), address.embedded());
  }

  Response start(Visit visit, Address address, Asked asked) {
    Texts texts = texts(visit, asked);
    Map<String, Object> data = common(visit, texts, address);
    data.put("text", Objects.requireNonNullElse(texts.introduction(), ""));
    data.put("anonymous", visit.version().definition().isAnonymous());
    data.put("action", address.path(null));
    return frame.answer(200, "respond-start", look(visit, texts, address), data, null);
  }

  Response step(int status, Outcome outcome, Asked asked) {
    Visit visit = outcome.visit();
    Address address = visit.address();
    Texts texts = texts(visit, asked);
    Words words = Words.in(texts.language());
    int step = Objects.requireNonNull(outcome.step());
    Path path = visit.follow(outcome.progress().answers());
    List<Integer> shown = visit.steps().shown(path);
    Map<String, Object> data = common(visit, texts, address, step);
    List<Fault> faults = new ArrayList<>();
    outcome
        .faults()
        .forEach(
            (id, text) -> {
              Item question = Objects.requireNonNull(visit.version().questionnaire().question(id));
              faults.add(new Fault(Fields.name(question), texts.text(question), text));
            });
    data.put("faults", faults);
    data.put("more", "1".equals(asked.more) ? words.say("more") : "");
    data.put("action", address.path(step));
    data.put("trap", PostedForm.TRAP);
    data.put("page", shown.indexOf(step) + 1);
    data.put("pages", shown.size());
    data.put("progress", words.say("progress", shown.indexOf(step) + 1, shown.size()));
    data.put("last", step == shown.getLast());
    data.put("first", step == shown.getFirst());
    data.put(
        "blocks",
        Blocks.of(
            visit.steps().all().get(step), texts, words, path, outcome.fields(), outcome.faults()));
    String refresh =
        visit.link().kiosk() ? Visits.IDLE.toSeconds() + "; url=" + address.start() : null;
    return frame.answer(status, "respond-step", look(visit, texts, address), data, refresh);
  }

  /// The page behind the last question.
  Response end(Visit visit, Address address, Asked asked) {
    return thanks(visit, address, asked, "end.thanks");
  }

  /// What who has answered before is told.
  Response already(Visit visit, Address address, Asked asked) {
    return thanks(visit, address, asked, "end.already");
  }

  private Response thanks(Visit visit, Address address, Asked asked, String key) {
    Texts texts = texts(visit, asked);
    Map<String, Object> data = common(visit, texts, address);
    data.put("heading", Words.in(texts.language()).say(key));
    data.put("text", Objects.requireNonNullElse(texts.completion(), ""));
    // A shared screen goes back to the language that it stands in.
    String anew = "/s/" + address.token() + (address.embedded() ? "?embed=1" : "");
    data.put("again", visit.link().kiosk() ? anew : "");
    String refresh = visit.link().kiosk() ? THANKS_SECONDS + "; url=" + anew : null;
    return frame.answer(200, "respond-end", look(visit, texts, address), data, refresh);
  }

  Response deadEnd(int status, String key, Asked asked) {
    String language = Languages.choose(Words.LANGUAGES, asked.language, asked.wishes);
    Words words = Words.in(language);
    return frame.answer(
        status,
        "respond-dead",
        new Frame.Look(language, null, asked.embedded()),
        Map.of("heading", words.say(key), "text", words.say(key + ".help")),
        null);
  }

  /// The page behind an e-mail's link to get no more of them.
  ///
  /// @param key of what is said: the question, or what came of it
  Response unsubscribing(int status, String key, Asked asked) {
    String language = Languages.choose(Words.LANGUAGES, asked.language, asked.wishes);
    Words words = Words.in(language);
    Map<String, Object> data = new HashMap<>();
    data.put("title", words.say("unsubscribe.title"));
    data.put("text", words.say(key));
    data.put("button", key.equals("unsubscribe.ask") ? words.say("unsubscribe") : "");
    data.put("later", key.equals("unsubscribe.done") ? words.say("unsubscribe.later") : "");
    return frame.answer(
        status, "respond-unsubscribe", new Frame.Look(language, null, false), data, null);
  }

  Response go(String path) {
    return Response.status(Response.Status.SEE_OTHER)
        .header("Location", path)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private static Map<String, Object> common(Visit visit, Texts texts, Address address) {
    return common(visit, texts, address, null);
  }

  private static Map<String, Object> common(
      Visit visit, Texts texts, Address address, @Nullable Integer step) {
    Map<String, Object> data = new HashMap<>();
    data.put("title", texts.title());
    data.put("tongues", tongues(visit.version().definition(), texts.language(), address, step));
    return data;
  }

  private static List<Tongue> tongues(
      Definition definition, String current, Address address, @Nullable Integer step) {
    List<Tongue> tongues = new ArrayList<>();
    List<String> languages = Texts.languages(definition);
    for (String tag : languages.size() > 1 ? languages : List.<String>of()) {
      Locale locale = Locale.forLanguageTag(tag);
      tongues.add(
          new Tongue(
              tag, locale.getDisplayName(locale), address.in(tag).path(step), tag.equals(current)));
    }
    return tongues;
  }
}
