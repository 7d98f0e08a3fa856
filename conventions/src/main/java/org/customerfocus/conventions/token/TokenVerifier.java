package org.customerfocus.conventions.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.customerfocus.conventions.caller.Caller;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/// Verifies internal tokens. A verification costs half a millisecond, so a token that was verified
/// is remembered until it expires.
@ApplicationScoped
public class TokenVerifier {

  static final String AUDIENCE = "customerfocus-internal";

  private static final Logger LOG = Logger.getLogger(TokenVerifier.class);

  private final JwtConsumer consumer;
  private final Cache<String, Verified> verified =
      Caffeine.newBuilder()
          .maximumSize(20_000)
          .expireAfter(Expiry.creating((String token, Verified value) -> value.timeLeft()))
          .build();

  TokenVerifier(PublicKeys keys) {
    this.consumer =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver((jws, nesting) -> keys.find(jws.getKeyIdHeaderValue()))
            .setJwsAlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
            .setExpectedAudience(AUDIENCE)
            .setRequireExpirationTime()
            .setMaxFutureValidityInMinutes(2)
            .setRequireSubject()
            .build();
  }

  /// The claims of a valid token; empty for any other.
  public Optional<Caller> verify(String token) {
    Verified known = verified.getIfPresent(token);
    if (known == null) {
      known = check(token);
      if (known == null) {
        return Optional.empty();
      }
      verified.put(token, known);
    }
    return Optional.of(known.caller());
  }

  private @Nullable Verified check(String token) {
    try {
      JwtClaims claims = consumer.processToClaims(token);
      Caller caller =
          new Caller(
              claims.getStringClaimValue("tenant"),
              claims.getSubject(),
              Set.of(claims.getStringClaimValue("scope").split(" ")),
              claims.getStringClaimValue("party"),
              "test".equals(claims.getStringClaimValue("mode")),
              claims.getStringClaimValue("handle"));
      return new Verified(caller, claims.getExpirationTime().getValueInMillis());
    } catch (InvalidJwtException | MalformedClaimException e) {
      LOG.debugf("Token refused: %s", e.getMessage());
      return null;
    }
  }

  private record Verified(Caller caller, long expiresAtMillis) {
    Duration timeLeft() {
      return Duration.ofMillis(Math.max(0, expiresAtMillis - System.currentTimeMillis()));
    }
  }
}
