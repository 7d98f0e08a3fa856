package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Somebody with a browser that runs no scripts and has no credential: they follow links and send
/// forms.
final class Visitor {

  private static final Pattern ACTION =
      Pattern.compile("<form method=\"post\"(?: action=\"([^\"]*)\")?");

  private final Api web = Running.api();
  private final String languages;

  Visitor(String languages) {
    this.languages = languages;
  }

  /// A page, whatever its status.
  Answer open(String path) {
    Answer page = web.exchange(browsing(Request.get(path.replaceFirst("#.*", ""))));
    assertThat(page.contentType()).as("%s", page).isEqualTo("text/html");
    return page;
  }

  /// Sends the form of a page and follows where it leads to.
  ///
  /// @param fields names and values in turn
  Answer send(Answer page, String... fields) {
    Answer sent = post(action(page), fields);
    if (sent.status() != 303) {
      return sent;
    }
    return open(sent.header("Location")).expect(200);
  }

  Answer post(String path, String... fields) {
    String form =
        IntStream.range(0, fields.length / 2)
            .mapToObj(i -> Api.encode(fields[2 * i]) + "=" + Api.encode(fields[2 * i + 1]))
            .collect(Collectors.joining("&"));
    return web.exchange(
        browsing(Request.of("POST", path))
            .with("Content-Type", "application/x-www-form-urlencoded")
            .body(form.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /// Where the form of a page is sent to.
  static String action(Answer page) {
    Matcher form = ACTION.matcher(page.text());
    assertThat(form.find()).as("a form in %s", page).isTrue();
    String action = form.group(1);
    return action == null ? page.request().path() : action.replace("&amp;", "&");
  }

  private Request browsing(Request request) {
    return request.with("Accept", "text/html,*/*;q=0.8").with("Accept-Language", languages);
  }
}
