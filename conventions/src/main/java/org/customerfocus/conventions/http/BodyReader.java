package org.customerfocus.conventions.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Takes the bytes of each body that is bound to a type from the budget before they are read. Small
/// bodies are free: the number of connections bounds them, and large ones then keep nobody from the
/// daily work.
@Provider
@Priority(Priorities.AUTHENTICATION)
class BodyReader implements ReaderInterceptor {

  private static final int SMALL = 8 * 1024;

  private final BodyShare share;

  BodyReader(BodyShare share) {
    this.share = share;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!InputStream.class.isAssignableFrom(context.getType())) {
      String announced = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
      if (announced == null) {
        context.setInputStream(counted(context.getInputStream()));
      } else if (Long.parseLong(announced) > SMALL) {
        share.take(Long.parseLong(announced));
      }
    }
    return context.proceed();
  }

  /// A body of unannounced length, read whole: what is refused halfway was then refused before
  /// anything was bound.
  private InputStream counted(InputStream body) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] piece = body.readNBytes(SMALL);
    read.writeBytes(piece);
    while (piece.length == SMALL) {
      share.take(SMALL);
      piece = body.readNBytes(SMALL);
      read.writeBytes(piece);
    }
    return new ByteArrayInputStream(read.toByteArray());
  }
}
