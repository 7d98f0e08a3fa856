package org.customerfocus.conventions.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.jspecify.annotations.Nullable;

/// Keeps the answer of a `POST` with an `Idempotency-Key` in the transaction of the work itself:
/// either both happened or neither.
@RequestScoped
class IdempotentAnswers {

  static final String HEADER = "Idempotency-Key";
  static final Duration KEPT = Duration.ofHours(24);

  private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final EntityManager entities;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final CurrentCaller caller;
  private final RequestFingerprint fingerprint;
  private final AnswerSeal sealing;

  @Context HttpHeaders headers;
  @Context UriInfo uri;
  @Context Request request;

  IdempotentAnswers(
      EntityManager entities,
      ObjectMapper json,
      InstantSource clock,
      CurrentCaller caller,
      RequestFingerprint fingerprint,
      AnswerSeal sealing) {
    this.entities = entities;
    this.json = json;
    this.clock = clock;
    this.caller = caller;
    this.fingerprint = fingerprint;
    this.sealing = sealing;
  }

  /// Who asked for what under which key.
  ///
  /// @param digest finds the answer again
  /// @param seal opens it: an answer may hold what is told only once, so the database alone must
  ///   not be enough to read it
  record Key(byte[] digest, SecretKeySpec seal) {

    /// What the advisory lock is taken on: 64 bits of the digest.
    long lock() {
      return ByteBuffer.wrap(digest).getLong();
    }
  }

  /// The key of this request, or null when it has none or is no `POST`.
  @Nullable Key key() {
    String key = headers.getHeaderString(HEADER);
    if (key == null || !request.getMethod().equals("POST")) {
      return null;
    }
    if (!VISIBLE_ASCII.matcher(key).matches()) {
      throw ProblemException.parameter(HEADER, "must be 1 to 255 visible ASCII characters");
    }
    Caller who = caller.get();
    String asked = String.join("\0", who.tenant(), who.subject(), operation(), key);
    byte[] bytes = asked.getBytes(StandardCharsets.UTF_8);
    return new Key(RequestFingerprint.sha256().digest(bytes), sealing.key(bytes));
  }

  private String operation() {
    URI asked = uri.getRequestUri();
    return asked.getRawQuery() == null
        ? asked.getRawPath()
        : asked.getRawPath() + "?" + asked.getRawQuery();
  }

  /// The stored answer of an earlier request with this key.
  ///
  /// @throws ProblemException 409 while that one is still running, 422 when it was another request
  @Nullable Response find(Key key) {
    // A second insert of the key would wait for the first to commit; a lock that is only tried does
    // not.
    boolean mine =
        (Boolean)
            entities
                .createNativeQuery("SELECT pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", key.lock())
                .getSingleResult();
    if (!mine) {
      throw new ProblemException(
              Problems.KEY_IN_USE, "The first request with this key is still running.")
          .header("Retry-After", "1");
    }
    @SuppressWarnings("unchecked")
    List<Tuple> found =
        entities
            .createNativeQuery(
                """
                SELECT fingerprint, status, location, etag, content_type, body
                FROM idempotent_answer WHERE key_digest = :key AND expires_at > :now""",
                Tuple.class)
            .setParameter("key", key.digest())
            .setParameter("now", clock.instant())
            .getResultList();
    if (found.isEmpty()) {
      return null;
    }
    Tuple answer = found.getFirst();
    if (!Arrays.equals(answer.get("fingerprint", byte[].class), fingerprint.value())) {
      throw new ProblemException(
          Problems.KEY_REUSED,
          "This key was used for a request with another body. Choose a new key for a new request.");
    }
    Response.ResponseBuilder response = Response.status(((Number) answer.get("status")).intValue());
    header(response, HttpHeaders.LOCATION, answer.get("location", String.class));
    header(response, HttpHeaders.ETAG, answer.get("etag", String.class));
    header(response, HttpHeaders.CONTENT_TYPE, answer.get("content_type", String.class));
    byte[] sealed = answer.get("body", byte[].class);
    byte[] body = sealed == null ? null : AnswerSeal.open(sealed, key.seal());
    return body == null ? response.build() : response.entity(body).build();
  }

  /// Stores a successful answer and returns it as the very bytes that a retry will get.
  Response store(Key key, Response response) {
    if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
      return response;
    }
    byte[] body = bytes(response);
    String location = response.getHeaderString(HttpHeaders.LOCATION);
    String etag = response.getHeaderString(HttpHeaders.ETAG);
    String contentType = body == null ? null : contentType(response);
    Instant now = clock.instant();
    entities
        .createNativeQuery(
            """
            INSERT INTO idempotent_answer
              (tenant_id, key_digest, fingerprint, status, location, etag, content_type, body,
               named, created_at, expires_at)
            VALUES (:tenant, :key, :fingerprint, :status, :location, :etag, :contentType, :body,
                    nullif(cast(:named AS bigint[]), '{}'), :now, :expires)
            ON CONFLICT (tenant_id, key_digest) DO UPDATE
            SET fingerprint = excluded.fingerprint, status = excluded.status,
                location = excluded.location, etag = excluded.etag,
                content_type = excluded.content_type, body = excluded.body,
                named = excluded.named, created_at = excluded.created_at, expires_at = excluded.expires_at""")
        .setParameter("tenant", caller.get().tenant())
        .setParameter("key", key.digest())
        .setParameter("fingerprint", fingerprint.value())
        .setParameter("status", response.getStatus())
        .setParameter("location", location)
        .setParameter("etag", etag)
        .setParameter("contentType", contentType)
        .setParameter("body", body == null ? null : AnswerSeal.close(body, key.seal()))
        .setParameter("named", named(location, body))
        .setParameter("now", now)
        .setParameter("expires", now.plus(KEPT))
        .executeUpdate();
    Response.ResponseBuilder same = Response.status(response.getStatus());
    header(same, HttpHeaders.LOCATION, location);
    header(same, HttpHeaders.ETAG, etag);
    header(same, HttpHeaders.CONTENT_TYPE, contentType);
    return body == null ? same.build() : same.entity(body).build();
  }

  private Long[] named(@Nullable String location, byte @Nullable [] body) {
    List<String> told = new ArrayList<>(List.of(operation()));
    if (location != null) {
      told.add(location);
    }
    if (body != null) {
      // Ids are ASCII, whatever is around them.
      told.add(new String(body, StandardCharsets.ISO_8859_1));
    }
    return NamedIds.in(told);
  }

  private byte @Nullable [] bytes(Response response) {
    Object entity = response.getEntity();
    if (entity == null) {
      return null;
    }
    if (entity instanceof byte[] raw) {
      return raw;
    }
    try {
      return json.writeValueAsBytes(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A view cannot be written as JSON", e);
    }
  }

  private static String contentType(Response response) {
    MediaType type = response.getMediaType();
    return type == null ? MediaType.APPLICATION_JSON : type.toString();
  }

  private static void header(Response.ResponseBuilder to, String name, @Nullable String value) {
    if (value != null) {
      to.header(name, value);
    }
  }
}
