package org.customerfocus.survey.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Makes links, prints their addresses, and finds the link that somebody followed. Runs within the
/// transaction of who calls it.
@ApplicationScoped
public class Links {

  private static final int LONGEST_MOMENT = 12;

  private final LinkRepository repository;
  private final LinkSecrets secrets;
  private final CurrentCaller caller;
  private final InstantSource clock;

  Links(LinkRepository repository, LinkSecrets secrets, CurrentCaller caller, InstantSource clock) {
    this.repository = repository;
    this.secrets = secrets;
    this.caller = caller;
    this.clock = clock;
  }

  /// A link that was made.
  ///
  /// @param secret what stands behind the dot
  /// @param path the respondent's page below the platform's base URL
  public record Issued(UUID id, String secret, String path) {}

  /// A link that somebody followed.
  ///
  /// @param open whether it leads anywhere: neither closed nor expired
  public record Followed(
      UUID id,
      LinkKind kind,
      UUID surveyVersionId,
      @Nullable UUID campaignId,
      @Nullable UUID invitationId,
      boolean kiosk,
      @Nullable UUID touchpointId,
      @Nullable UUID offeringId,
      boolean open) {}

  /// A link for everybody.
  public Issued open(
      UUID surveyVersionId, @Nullable UUID campaignId, boolean kiosk, @Nullable Instant expires) {
    return issued(
        add(
            new SurveyLink(LinkKind.OPEN, surveyVersionId, campaignId, null, clock.instant())
                .terms(kiosk, expires)));
  }

  /// A link for one invited person: one that was made before and still leads somewhere, else a new
  /// one. What was sent before keeps working in any case.
  public Issued personal(
      UUID surveyVersionId, UUID campaignId, UUID invitationId, @Nullable Instant expires) {
    repository.holdLinksOf(invitationId);
    Instant now = clock.instant();
    for (SurveyLink link : repository.ofInvitation(invitationId)) {
      Issued issued = issued(link);
      if (link.status(now) == LinkStatus.OPEN && isCurrent(link, issued)) {
        return issued;
      }
    }
    return another(surveyVersionId, campaignId, invitationId, expires);
  }

  /// Another link for one invited person, beside those that there are. All lead to the one response
  /// of the invitation.
  public Issued another(
      UUID surveyVersionId, UUID campaignId, UUID invitationId, @Nullable Instant expires) {
    return issued(
        add(
            new SurveyLink(
                    LinkKind.PERSONAL, surveyVersionId, campaignId, invitationId, clock.instant())
                .terms(false, expires)));
  }

  /// Whether the link's secret is the one that the service would give it now: under an earlier key
  /// it was another one, which nobody here knows any more.
  static boolean isCurrent(SurveyLink link, Issued issued) {
    return LinkSecrets.digest(issued.secret()).equals(link.secretHash());
  }

  /// A link that was made earlier, to print it again.
  ///
  /// @throws ProblemException 404 when there is none
  public Issued issued(UUID id) {
    return issued(repository.get(id));
  }

  /// The link with this secret, if there is one.
  public @Nullable Followed follow(String secret) {
    SurveyLink link = repository.withSecret(LinkSecrets.digest(secret));
    return link == null
        ? null
        : new Followed(
            link.id(),
            link.kind(),
            link.surveyVersionId(),
            link.campaignId(),
            link.invitationId(),
            link.kiosk(),
            link.touchpointId(),
            link.offeringId(),
            link.status(clock.instant()) == LinkStatus.OPEN);
  }

  /// Closes the open links of a campaign that has ended; personal ones end with their invitations.
  public void closeOpen(UUID campaignId) {
    repository.closeOpen(campaignId, clock.instant());
  }

  /// What proves that a response was begun under a link: it stands in the addresses of the pages
  /// behind the first, so that nobody can write into somebody else's response.
  public String seal(UUID link, UUID response) {
    return secrets.seal(caller.get().tenant(), link, response);
  }

  /// Whether that is the seal of this response under this link.
  public boolean isSeal(UUID link, UUID response, String seal) {
    return MessageDigest.isEqual(
        seal(link, response).getBytes(StandardCharsets.US_ASCII),
        seal.getBytes(StandardCharsets.UTF_8));
  }

  /// A moment at which somebody was at a response under a link, in seconds since 1970, which nobody
  /// else can set forward. It stands in the addresses of a shared screen.
  public String touch(UUID link, UUID response, long moment) {
    return moment + "." + secrets.seal(caller.get().tenant(), link, response, moment);
  }

  /// The moment that was sealed so; null where it was not.
  public @Nullable Long touched(UUID link, UUID response, String touch) {
    int dot = touch.indexOf('.');
    if (dot < 1 || dot > LONGEST_MOMENT || !touch.chars().limit(dot).allMatch(Links::isDigit)) {
      return null;
    }
    long moment = Long.parseLong(touch.substring(0, dot));
    boolean sealed =
        MessageDigest.isEqual(
            touch(link, response, moment).getBytes(StandardCharsets.US_ASCII),
            touch.getBytes(StandardCharsets.UTF_8));
    return sealed ? moment : null;
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  /// Notes the tenant's handle, where this request tells it, for links that are printed when there
  /// is no request.
  public void noteHandle() {
    String handle = caller.get().handle();
    if (handle != null) {
      repository.noteHandle(handle);
    }
  }

  SurveyLink add(SurveyLink link) {
    noteHandle();
    repository.add(link.secret(LinkSecrets.digest(secrets.of(caller.get().tenant(), link.id()))));
    return link;
  }

  Issued issued(SurveyLink link) {
    Caller as = caller.get();
    String secret = secrets.of(as.tenant(), link.id());
    return new Issued(link.id(), secret, path("/s/", secret));
  }

  /// The address of a page about something else that has a secret of its own, which is made like
  /// that of a link.
  ///
  /// @param folder such as `/c/`
  public Issued issued(UUID id, String folder) {
    String secret = secrets.of(caller.get().tenant(), id);
    return new Issued(id, secret, path(folder, secret));
  }

  /// What is kept of the secret of something else that has one.
  public String digestOf(UUID id) {
    return LinkSecrets.digest(secrets.of(caller.get().tenant(), id));
  }

  /// What is kept of a secret.
  public static String digest(String secret) {
    return LinkSecrets.digest(secret);
  }

  private String path(String folder, String secret) {
    Caller as = caller.get();
    String handle = as.handle() == null ? repository.handle() : as.handle();
    // The gateway knows tenants by their ids as well.
    String shown = handle == null ? as.tenant() : handle;
    return "%s%s.%s".formatted(folder, shown, secret);
  }
}
