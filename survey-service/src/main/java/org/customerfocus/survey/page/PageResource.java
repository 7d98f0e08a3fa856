package org.customerfocus.survey.page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.customerfocus.conventions.http.AnyQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.page.Visits.Outcome;
import org.customerfocus.survey.page.Visits.Visit;
import org.customerfocus.survey.quota.QuotaProblems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The respondent's pages, over HTTP: plain forms, which need no script, and a redirect behind each
/// that was taken. They are no operations of the API.
@Path("/s/{token}")
@RunOnVirtualThread
@AnyQuery
@Produces(MediaType.TEXT_HTML)
public class PageResource {

  private static final Logger LOG = Logger.getLogger(PageResource.class);
  private static final String ONE = "1";

  private final Visits visits;
  private final Screens screens;

  PageResource(Visits visits, Screens screens) {
    this.visits = visits;
    this.screens = screens;
  }

  @GET
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Response start(@PathParam("token") String token, @BeanParam Asked asked) {
    Address address = asked.address(token, null);
    return kindly(
        asked,
        () -> {
          Visit visit = visits.open(address);
          return visit.answered()
              ? screens.already(visit, address, asked)
              : screens.start(visit, address, asked);
        });
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Response begin(
      @PathParam("token") String token, @BeanParam Asked asked, @Nullable String form) {
    return kindly(asked, () -> screens.go(visits.begin(asked.address(token, null)).path(null)));
  }

  @GET
  @Path("/{sitting}")
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Response look(
      @PathParam("token") String token,
      @PathParam("sitting") String sitting,
      @BeanParam Asked asked) {
    Address address = asked.address(token, sitting);
    return kindly(
        asked,
        () -> {
          Outcome outcome =
              visits.look(
                  address,
                  asked.step(),
                  ONE.equals(asked.check),
                  visit -> screens.words(visit, asked));
          return outcome.step() == null
              ? screens.end(outcome.visit(), address, asked)
              : screens.step(200, outcome, asked);
        });
  }

  @POST
  @Path("/{sitting}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Response answer(
      @PathParam("token") String token,
      @PathParam("sitting") String sitting,
      @BeanParam Asked asked,
      @Nullable String form) {
    Fields fields = PostedForm.read(form);
    Address address =
        asked.address(token, sitting).trapped(!fields.first(PostedForm.TRAP).isEmpty());
    Integer step = asked.step();
    return kindly(
        asked,
        () -> {
          boolean back = fields.has("go", "back");
          Outcome outcome =
              visits.post(
                  address,
                  step == null ? 0 : step,
                  back,
                  fields,
                  visit -> screens.words(visit, asked));
          boolean same = outcome.step() != null && outcome.step().equals(step);
          if (!outcome.faults().isEmpty() && same) {
            return screens.step(422, outcome, asked);
          }
          return screens.go(outcome.visit().address().path(outcome.step()) + why(outcome));
        });
  }

  /// What the next page is to say of why it is shown.
  private static String why(Outcome outcome) {
    if (!outcome.faults().isEmpty()) {
      return "&check=1";
    }
    return outcome.further() == null ? "" : "&more=1#q:" + outcome.further();
  }

  /// Respondents get a page whatever happens, with the status that says the same to machines.
  private Response kindly(Asked asked, Supplier<Response> work) {
    try {
      return asked.onlyLooks() ? undone(work) : work.get();
    } catch (LeftAlone e) {
      return screens.go(e.start());
    } catch (DeadEnd e) {
      return screens.deadEnd(e.status(), e.words(), asked);
    } catch (ProblemException e) {
      LOG.debugf(e, "A respondent's page ended in a problem");
      Response.ResponseBuilder answer = Response.fromResponse(deadEnd(e, asked));
      e.headers().forEach(answer::header);
      return answer.build();
    }
  }

  /// What is answered to HEAD, by which mail scanners try links: it leaves nothing behind.
  private static Response undone(Supplier<Response> work) {
    QuarkusTransaction.begin();
    try {
      return work.get();
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  private Response deadEnd(ProblemException problem, Asked asked) {
    int status = problem.type().status();
    if (problem.type().equals(QuotaProblems.QUOTA_FULL)) {
      return screens.deadEnd(status, "dead.full", asked);
    }
    return switch (status) {
      case 404 -> screens.deadEnd(404, "dead.unknown", asked);
      case 409 -> screens.deadEnd(410, "dead.closed", asked);
      case 429, 503 -> screens.deadEnd(status, "dead.busy", asked);
      default -> screens.deadEnd(status, "dead.fault", asked);
    };
  }
}
