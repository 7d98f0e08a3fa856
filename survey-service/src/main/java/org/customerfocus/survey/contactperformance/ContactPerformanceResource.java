package org.customerfocus.survey.contactperformance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.accesschannel.AccessChannels;
import org.customerfocus.survey.accesschannel.Standards;
import org.customerfocus.survey.contactperformance.ContactPerformanceView.ChannelPerformance;
import org.customerfocus.survey.contactperformance.ContactPerformanceView.StandardPerformance;
import org.customerfocus.survey.statistics.Interval;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// How far the contact standards were kept, over HTTP.
@Path("/v1/contact-performance")
@Tag(name = "Cases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ContactPerformanceResource {

  private static final int MOST_CHANNELS = 1000;

  private final CasePerformanceRepository cases;
  private final Interactions interactions;
  private final AccessChannels channels;
  private final CurrentCaller caller;
  private final InstantSource clock;

  ContactPerformanceResource(
      CasePerformanceRepository cases,
      Interactions interactions,
      AccessChannels channels,
      CurrentCaller caller,
      InstantSource clock) {
    this.cases = cases;
    this.interactions = interactions;
    this.channels = channels;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getContactPerformance",
      summary = "Tell how far the contact standards were kept",
      description =
          "Over the cases that were received, the interactions that customers began and the follow-ups"
              + " that were promised for in a period, for each channel and standard: how many came in time in its service time, how many"
              + " late or overdue, and the share in time with its Wilson score interval. What is not"
              + " due yet is in the base and not in n.")
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public ContactPerformanceView get(
      @NotNull
          @QueryParam("from")
          @Parameter(description = "The beginning of the period.", example = "2019-01-01T00:00:00Z")
          Instant from,
      @NotNull
          @QueryParam("to")
          @Parameter(description = "Its end, exclusive.", example = "2021-01-01T00:00:00Z")
          Instant to) {
    if (!from.isBefore(to)) {
      throw ProblemException.parameter("to", "must be after from");
    }
    Instant now = clock.instant();
    Map<String, Standards> standards =
        channels.all(MOST_CHANNELS).stream()
            .collect(Collectors.toMap(Standards::code, Function.identity()));
    var ofCases = cases.cases(from, to, now);
    var ofInteractions = interactions.in(caller.get(), from, to, standards, now);
    var ofFollowUps = cases.followUps(from, to, now);
    TreeSet<String> codes = new TreeSet<>(ofCases.keySet());
    codes.addAll(ofFollowUps.keySet());
    codes.addAll(ofInteractions.keySet());
    List<ChannelPerformance> all = new ArrayList<>();
    for (String code : codes) {
      var received = ofCases.get(code);
      var begun = ofInteractions.get(code);
      Map<ContactStandard, Kept> kept = new EnumMap<>(ContactStandard.class);
      if (received != null) {
        kept.putAll(received.kept());
      }
      if (begun != null) {
        kept.putAll(begun.kept());
      }
      if (ofFollowUps.containsKey(code)) {
        kept.put(ContactStandard.FOLLOW_UP, ofFollowUps.get(code));
      }
      Standards promised = standards.get(code);
      all.add(
          new ChannelPerformance(
              code,
              promised == null ? null : promised.channelId(),
              received == null ? 0 : received.cases(),
              begun == null ? 0 : begun.count(),
              performance(new TreeMap<>(kept), promised)));
    }
    return new ContactPerformanceView(from, to, all);
  }

  private static List<StandardPerformance> performance(
      Map<ContactStandard, Kept> kept, @Nullable Standards promised) {
    List<StandardPerformance> all = new ArrayList<>();
    kept.forEach(
        (standard, one) -> {
          String within = within(standard, promised);
          if (within != null || !one.equals(Kept.NONE)) {
            all.add(
                new StandardPerformance(
                    standard,
                    within,
                    one.figure(Interval.DEFAULT_LEVEL),
                    one.inTime(),
                    one.late(),
                    one.open()));
          }
        });
    return all;
  }

  private static @Nullable String within(ContactStandard standard, @Nullable Standards promised) {
    if (promised == null) {
      return null;
    }
    Long seconds =
        switch (standard) {
          case ANSWER -> promised.answerWithin();
          case ACKNOWLEDGE -> promised.acknowledgeWithin();
          case RESPOND -> promised.respondWithin();
          case RESOLVE, SETTLE -> promised.resolveWithin();
          // Each has a moment of its own.
          case FOLLOW_UP -> null;
        };
    return seconds == null ? null : Duration.ofSeconds(seconds).toString();
  }
}
