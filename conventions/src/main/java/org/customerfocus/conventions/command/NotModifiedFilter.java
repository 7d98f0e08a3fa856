package org.customerfocus.conventions.command;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Set;

/// Answers 304 to a read whose `If-None-Match` names the current version.
@Provider
class NotModifiedFilter implements ContainerResponseFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    EntityTag current = response.getEntityTag();
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    if (current == null
        || known == null
        || response.getStatus() != 200
        || !READS.contains(request.getMethod())) {
      return;
    }
    String tag = "\"" + current.getValue() + "\"";
    // A GET compares weakly: a proxy may have marked the tag so.
    boolean same =
        Arrays.stream(known.split(","))
            .map(each -> each.strip().replaceFirst("^W/", ""))
            .anyMatch(each -> each.equals("*") || each.equals(tag));
    if (same) {
      response.setStatus(304);
      response.setEntity(null);
    }
  }
}
