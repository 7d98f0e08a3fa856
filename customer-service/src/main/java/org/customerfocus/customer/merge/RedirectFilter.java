package org.customerfocus.customer.merge;

import io.quarkus.runtime.BlockingOperationControl;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.customerfocus.conventions.problem.Problem;
import org.jboss.logging.MDC;

/// Leads from what was merged to what it became: a read is redirected, a write is told. Only what
/// is not found is looked up, so that nobody else pays for it.
@Provider
class RedirectFilter implements ContainerResponseFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Pattern ID =
      Pattern.compile("(?<=/)[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?=/|$)");

  private final MergeRepository merges;

  RedirectFilter(MergeRepository merges) {
    this.merges = merges;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    // Where nothing serves the path no worker does, which alone may ask the database.
    if (response.getStatus() != 404 || !BlockingOperationControl.isBlockingAllowed()) {
      return;
    }
    // Any of the ids of a path may be that of what was merged.
    List<UUID> found = new ArrayList<>();
    String way =
        ID.matcher(request.getUriInfo().getPath())
            .replaceAll(
                id -> {
                  Optional<UUID> kept = merges.destination(UUID.fromString(id.group()));
                  kept.ifPresent(found::add);
                  return kept.map(UUID::toString).orElseGet(id::group);
                });
    if (!found.isEmpty()) {
      become(request, response, way, found.getFirst());
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
