package org.customerfocus.conventions.command;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Digests each body that is bound to a type, where the request has an `Idempotency-Key`.
@Provider
class FingerprintReader implements ReaderInterceptor {

  private final RequestFingerprint fingerprint;

  FingerprintReader(RequestFingerprint fingerprint) {
    this.fingerprint = fingerprint;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    boolean bound = !InputStream.class.isAssignableFrom(context.getType());
    if (bound && context.getHeaders().containsKey(IdempotentAnswers.HEADER)) {
      byte[] body = context.getInputStream().readAllBytes();
      fingerprint.set(RequestFingerprint.sha256().digest(body));
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }
}
