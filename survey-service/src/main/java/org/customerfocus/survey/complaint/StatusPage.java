package org.customerfocus.survey.complaint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.html.Pages;
import org.customerfocus.conventions.http.AnyQuery;
import org.customerfocus.survey.accesschannel.AccessChannels;
import org.customerfocus.survey.link.Links;
import org.customerfocus.survey.wording.Languages;
import org.customerfocus.survey.wording.Words;
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
  public Response show(
      @PathParam("token") String token,
      @QueryParam("lang") @Nullable String asked,
      @HeaderParam("Accept-Language") @Nullable String wishes) {
    Words words = Words.in(Languages.choose(Words.LANGUAGES, asked, wishes));
    String secret = token.substring(token.indexOf('.') + 1);
    SurveyCase one = cases.withSecret(Links.digest(secret));
    if (one == null) {
      return guarded(pages.answer("case-unknown", framed(words)), 404);
    }
    ZoneId zone =
        one.accessChannelId() == null
            ? ZoneOffset.UTC
            : channels.get(one.accessChannelId()).calendar().zone();
    CaseTimes times = one.times();
    CaseRequest as = one.asRequest();
    // What is decided anew is told once it is communicated again.
    boolean told =
        one.status() == CaseStatus.DECISION_COMMUNICATED || one.status() == CaseStatus.CLOSED;
    Map<String, Object> data = framed(words);
    data.put("number", one.trackingNumber());
    data.put("subject", String.valueOf(as.subject()));
    data.put("yours", words.say("case.yours", one.trackingNumber()));
    data.put("status", words.say("case.status." + one.status().wire()));
    data.put("paused", as.isPaused() ? words.say("case.paused") : "");
    data.put("steps", steps(times, zone, words));
    data.put("due", due(one, times, zone, words));
    data.put("decision", told && as.decision() != null ? as.decision() : "");
    data.put("remedy", told && as.givenRemedy() != null ? as.givenRemedy() : "");
    data.put(
        "comments",
        comments.shared(one.id()).stream()
            .map(each -> new Step(words.day(each.createdAt(), zone), each.text()))
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

  private static Map<String, Object> framed(Words words) {
    Map<String, Object> data = new HashMap<>();
    data.put("language", words.language());
    data.put("direction", Languages.direction(words.language()));
    data.put("w", words.texts());
    return data;
  }

  private static List<Step> steps(CaseTimes times, ZoneId zone, Words words) {
    Map<String, @Nullable Instant> known = new LinkedHashMap<>();
    known.put("received", times.receivedAt());
    known.put("acknowledged", times.acknowledgedAt());
    known.put("assessed", times.assessedAt());
    known.put("investigated", times.investigatedAt());
    known.put("responded", times.respondedAt());
    known.put("decided", times.decidedAt());
    known.put("reopened", times.reopenedAt());
    known.put("closed", times.closedAt());
    List<Step> steps = new ArrayList<>();
    known.forEach(
        (step, at) -> {
          if (at != null) {
            steps.add(new Step(words.day(at, zone), words.say("case.step." + step)));
          }
        });
    return steps;
  }

  private static String due(SurveyCase one, CaseTimes times, ZoneId zone, Words words) {
    if (one.status() == CaseStatus.CLOSED) {
      return "";
    }
    CaseTimes.CaseTiming next = times.respondedAt() == null ? times.response() : times.resolution();
    Instant due = next == null ? null : next.dueAt();
    return due == null ? "" : words.say("case.due", words.day(lastMoment(due), zone));
  }

  /// What is due at midnight is due by the end of the day before.
  static Instant lastMoment(Instant due) {
    return due.minusNanos(1);
  }
}
