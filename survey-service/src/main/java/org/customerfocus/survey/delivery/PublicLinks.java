package org.customerfocus.survey.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.link.LinkKind;
import org.customerfocus.survey.link.Links;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The addresses of open links in full, as they go on posters and into web pages. The secret is
/// made anew from the link's id and the service's key whenever it is needed: it is stored nowhere.
@ApplicationScoped
class PublicLinks {

  private final Links links;
  private final PublishedSurveys surveys;
  private final String baseUrl;

  PublicLinks(
      Links links,
      PublishedSurveys surveys,
      @ConfigProperty(name = "customerfocus.public-url", defaultValue = "http://127.0.0.1:8080")
          String baseUrl) {
    this.links = links;
    this.surveys = surveys;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  /// An open link.
  ///
  /// @param title what respondents see as the survey's name
  record Shown(String url, String title, String language) {}

  /// @throws ProblemException 404 when there is no such link, 409 when it is not one to show around
  Shown shown(UUID id) {
    Links.Issued issued = links.issued(id);
    Links.Followed link = links.follow(issued.secret());
    if (link == null) {
      throw new ProblemException(
          Problems.CONFLICT,
          "This link was made under an earlier key of the service and cannot be shown again. Make"
              + " another one.");
    }
    if (link.kind() != LinkKind.OPEN) {
      throw new ProblemException(
          Problems.CONFLICT,
          "This link is the one of an invited person: only an open link is shown around.");
    }
    if (!link.open()) {
      throw new ProblemException(
          Problems.CONFLICT, "This link is closed or has expired: it leads nobody to the survey.");
    }
    PublishedVersion version = surveys.version(link.surveyVersionId());
    String title = version.definition().title();
    return new Shown(
        baseUrl + issued.path(),
        title == null ? version.name() : title,
        version.definition().fallbackLanguage());
  }
}
