package org.customerfocus.customer.merge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customerfocus.conventions.problem.Problem;
import org.jboss.logging.MDC;

/// Leads from what was merged to what it became: a read is redirected, a write is told. Only what
/// is not found is looked up, so that nobody else pays for it.
@Provider
class RedirectFilter implements ContainerResponseFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Pattern RESOURCE =
      Pattern.compile("(/v1/[a-z-]+/)([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(/.*)?");

  private final MergeRepository merges;

  RedirectFilter(MergeRepository merges) {
    this.merges = merges;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != 404) {
      return;
    }
    Matcher path = RESOURCE.matcher(request.getUriInfo().getPath());
    if (!path.matches()) {
      return;
    }
    Optional<UUID> kept = merges.destination(UUID.fromString(path.group(2)));
    if (kept.isPresent()) {
      String rest = path.group(3) == null ? "" : path.group(3);
      become(request, response, path.group(1) + kept.get() + rest, kept.get());
    }
  }

  private static void become(
      ContainerRequestContext request, ContainerResponseContext response, String way, UUID kept) {
    if (READS.contains(request.getMethod())) {
      String query = request.getUriInfo().getRequestUri().getRawQuery();
      response.setStatus(308);
      response.setEntity(null);
      response
          .getHeaders()
          .putSingle(HttpHeaders.LOCATION, query == null ? way : way + "?" + query);
      return;
    }
    response.setStatus(MergeProblems.MERGED.status());
    response.setEntity(
        Problem.of(
            MergeProblems.MERGED,
            "It has become part of %s; change that one.".formatted(kept),
            request.getUriInfo().getPath(),
            String.valueOf(MDC.get("requestId")),
            List.of()));
  }
}
