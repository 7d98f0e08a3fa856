package org.customerfocus.survey.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How an open link is put into a web page.
@Schema(
    name = "SurveyEmbedView",
    description = "Two ways to show a survey within a web page; copy one of them.")
record SurveyEmbedView(
    @Schema(description = "The survey's address, as it is.") String url,
    @Schema(description = "HTML without a script; give it the height that the survey needs.")
        String iframe,
    @Schema(description = "HTML that loads a small script, which makes the frame where it stands.")
        String script) {

  static SurveyEmbedView of(PublicLinks.Shown link) {
    String url = QrCode.escaped(link.url());
    String title = QrCode.escaped(link.title());
    return new SurveyEmbedView(
        link.url(),
        """
        <iframe src="%s?embed=1" title="%s" lang="%s" loading="lazy" style="width:100%%;height:40rem;border:0"></iframe>"""
            .formatted(url, title, QrCode.escaped(link.language())),
        """
        <script src="%s/embed.js" data-title="%s" async></script>"""
            .formatted(url, title));
  }
}
