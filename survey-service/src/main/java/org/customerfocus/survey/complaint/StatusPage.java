package org.customerfocus.survey.complaint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.customerfocus.conventions.html.Pages;
import org.customerfocus.conventions.http.AnyQuery;
import org.customerfocus.survey.accesschannel.AccessChannels;
import org.customerfocus.survey.link.Links;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/// The complainant's page, which tells how far their case is. Whoever has its address sees it, so
/// it shows nothing of who they are, and of what was said only what was said to them. It is no
/// operation of the API.
@Path("/c/{token}")
@RunOnVirtualThread
@AnyQuery
@Produces(MediaType.TEXT_HTML)
public class StatusPage {

  static final String FOLDER = "/c/";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final CaseRepository cases;
  private final CommentRepository comments;
  private final AccessChannels channels;
  private final Pages pages;

  StatusPage(
      CaseRepository cases, CommentRepository comments, AccessChannels channels, Pages pages) {
    this.cases = cases;
    this.comments = comments;
    this.channels = channels;
    this.pages = pages;
  }

  /// What happened on a day.
  public record Step(String day, String text) {}

  @GET
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "cases:follow")
  public Response show(@PathParam("token") String token) {
    String secret = token.substring(token.indexOf('.') + 1);
    SurveyCase one = cases.withSecret(Links.digest(secret));
    if (one == null) {
      return guarded(
          pages.answer("case-unknown", Map.of("heading", "There is no case under this address")),
          404);
    }
    ZoneId zone =
        one.accessChannelId() == null
            ? ZoneOffset.UTC
            : channels.get(one.accessChannelId()).calendar().zone();
    CaseTimes times = one.times();
    CaseRequest as = one.asRequest();
    boolean told = times.decidedAt() != null;
    Map<String, Object> data = new HashMap<>();
    data.put("number", one.trackingNumber());
    data.put("subject", String.valueOf(as.subject()));
    data.put("status", words(one.status()));
    data.put("paused", as.isPaused());
    data.put("steps", steps(times, zone));
    data.put("due", due(one, times, zone));
    data.put("decision", told && as.decision() != null ? as.decision() : "");
    data.put("remedy", told && as.givenRemedy() != null ? as.givenRemedy() : "");
    data.put(
        "comments",
        comments.shared(one.id()).stream()
            .map(each -> new Step(day(each.createdAt(), zone), each.text()))
            .toList());
    return guarded(pages.answer("case-status", data), 200);
  }

  private static Response guarded(Response page, int status) {
    return Response.fromResponse(page)
        .status(status)
        .header("Cache-Control", "no-store")
        .header("X-Robots-Tag", "noindex, nofollow")
        .build();
  }

  private static List<Step> steps(CaseTimes times, ZoneId zone) {
    List<Step> steps = new ArrayList<>();
    add(steps, times.receivedAt(), zone, "We received it.");
    add(steps, times.acknowledgedAt(), zone, "We confirmed that we have it.");
    add(steps, times.assessedAt(), zone, "We assessed it.");
    add(steps, times.investigatedAt(), zone, "We looked into it.");
    add(steps, times.respondedAt(), zone, "We responded.");
    add(steps, times.decidedAt(), zone, "We told you what we decided.");
    add(steps, times.reopenedAt(), zone, "It was opened again.");
    add(steps, times.closedAt(), zone, "It is closed.");
    return steps;
  }

  private static void add(List<Step> steps, @Nullable Instant at, ZoneId zone, String text) {
    if (at != null) {
      steps.add(new Step(day(at, zone), text));
    }
  }

  private static String due(SurveyCase one, CaseTimes times, ZoneId zone) {
    if (one.status() == CaseStatus.CLOSED) {
      return "";
    }
    CaseTimes.CaseTiming next = times.respondedAt() == null ? times.response() : times.resolution();
    Instant due = next == null ? null : next.dueAt();
    return due == null ? "" : day(due, zone);
  }

  private static String day(Instant at, ZoneId zone) {
    return DAY.format(at.atZone(zone));
  }

  private static String words(CaseStatus status) {
    return switch (status) {
      case RECEIVED -> "Received";
      case ACKNOWLEDGED -> "Receipt confirmed";
      case ASSESSED -> "Assessed";
      case INVESTIGATED -> "Investigated";
      case RESPONDED -> "Responded to";
      case DECISION_COMMUNICATED -> "Decided";
      case CLOSED -> "Closed";
      case REOPENED -> "Opened again";
    };
  }
}
