package org.customerfocus.conventions.command;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// Answers of one resource, with the headers that the conventions ask for.
public final class Answers {

  private Answers() {}

  /// 201 with the new resource.
  ///
  /// @param path of the new resource; sent as a relative reference, which holds behind any gateway
  /// @param version of its aggregate root
  public static Response created(String path, long version, Object view) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, path)
        .tag(tag(version))
        .entity(view)
        .build();
  }

  public static Response ok(long version, Object view) {
    return Response.ok(view).tag(tag(version)).build();
  }

  public static Response noContent() {
    return Response.noContent().build();
  }

  static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }
}
