package org.customerfocus.conventions.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Every failure becomes a problem, whatever the client accepts.
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger("org.customerfocus.problem");

  @ServerExceptionMapper
  Response problem(ProblemException e, UriInfo uri) {
    return respond(e, uri);
  }

  @ServerExceptionMapper
  Response validation(ConstraintViolationException e, UriInfo uri) {
    return respond(InvalidRequests.violations(e), uri);
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException e, UriInfo uri) {
    return respond(InvalidRequests.unreadable(e), uri);
  }

  // The framework has a mapper of its own for this subtype, which would win over the one above.
  @ServerExceptionMapper
  Response unreadable(MismatchedInputException e, UriInfo uri) {
    return respond(InvalidRequests.unreadable(e), uri);
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException e, UriInfo uri) {
    return respond(frameworkProblem(e), uri);
  }

  @ServerExceptionMapper
  Response persistence(PersistenceException e, UriInfo uri) {
    return any(e, uri);
  }

  @ServerExceptionMapper
  Response any(Throwable e, UriInfo uri) {
    ProblemException known = DatabaseProblems.translate(e);
    if (known != null) {
      return respond(known, uri);
    }
    // The path is no place for personal values: it is logged with the id that the client is shown.
    LOG.errorf(e, "Unexpected failure of %s, request %s", uri.getPath(), requestId());
    return respond(
        new ProblemException(Problems.INTERNAL, "Something failed that should not have."), uri);
  }

  private static ProblemException frameworkProblem(WebApplicationException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonProcessingException json) {
        return InvalidRequests.unreadable(json);
      }
      if (cause instanceof ProblemException problem) {
        return problem;
      }
    }
    return switch (e.getResponse().getStatus()) {
      case 400 ->
          new ProblemException(
              Problems.MALFORMED, "The request cannot be read: send a body that is valid JSON.");
      case 401 -> new ProblemException(Problems.UNAUTHENTICATED, "Send a valid credential.");
      case 403 -> new ProblemException(Problems.FORBIDDEN, "The credential does not allow this.");
      case 404 ->
          new ProblemException(
              Problems.NOT_FOUND,
              "There is no operation at this path; the API reference lists those there are.");
      case 405 -> methodNotAllowed(e);
      case 406 ->
          new ProblemException(
              Problems.NOT_ACCEPTABLE, "Accept application/json, or leave the Accept header out.");
      case 413 -> new ProblemException(Problems.TOO_LARGE, "The body is over the limit.");
      case 415 ->
          new ProblemException(
              Problems.UNSUPPORTED_MEDIA_TYPE,
              "The operation does not read this Content-Type; the API reference lists what it"
                  + " reads.");
      default -> new ProblemException(Problems.INTERNAL, "Something failed that should not have.");
    };
  }

  private static ProblemException methodNotAllowed(WebApplicationException e) {
    ProblemException problem =
        new ProblemException(
            Problems.METHOD_NOT_ALLOWED, "The header Allow lists the methods of this resource.");
    if (e instanceof NotAllowedException && e.getResponse().getHeaderString("Allow") != null) {
      problem.header("Allow", e.getResponse().getHeaderString("Allow"));
    }
    return problem;
  }

  private static Response respond(ProblemException e, UriInfo uri) {
    Response.ResponseBuilder answer =
        Response.status(e.type().status())
            .type(Problem.MEDIA_TYPE)
            .entity(
                Problem.of(
                    e.type(),
                    e.detail(),
                    uri.getRequestUri().getRawPath(),
                    requestId(),
                    e.errors()));
    e.headers().forEach(answer::header);
    return answer.build();
  }

  private static String requestId() {
    Object id = MDC.get("requestId");
    return id == null ? "unknown" : id.toString();
  }
}
