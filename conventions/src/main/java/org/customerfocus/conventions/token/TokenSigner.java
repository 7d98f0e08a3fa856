package org.customerfocus.conventions.token;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import org.customerfocus.conventions.caller.Caller;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/// Signs internal tokens with this process's own key. A signature costs most of a millisecond:
/// callers keep a token until it is half spent. Kept in every service, for the calls of its jobs.
@ApplicationScoped
@Unremovable
public class TokenSigner {

  /// No internal token lives longer.
  public static final Duration LIFETIME = Duration.ofSeconds(60);

  private final PrivateKey key;
  private final String kid;

  TokenSigner(TokenConfig config) {
    Path file = config.privateKey();
    this.kid = file.getFileName().toString().replaceFirst("\\.pem$", "");
    try {
      this.key = Pem.privateKey(file);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("No usable private key in " + file, e);
    }
  }

  public String sign(Caller caller) {
    long now = System.currentTimeMillis() / 1000;
    JwtClaims claims = new JwtClaims();
    claims.setAudience(TokenVerifier.AUDIENCE);
    claims.setSubject(caller.subject());
    claims.setStringClaim("tenant", caller.tenant());
    claims.setStringClaim("scope", String.join(" ", caller.scopes()));
    if (caller.party() != null) {
      claims.setStringClaim("party", caller.party());
    }
    if (caller.test()) {
      claims.setStringClaim("mode", "test");
    }
    if (caller.handle() != null) {
      claims.setStringClaim("handle", caller.handle());
    }
    claims.setIssuedAt(NumericDate.fromSeconds(now));
    claims.setExpirationTime(NumericDate.fromSeconds(now + LIFETIME.toSeconds()));
    JsonWebSignature jws = new JsonWebSignature();
    jws.setPayload(claims.toJson());
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    jws.setKeyIdHeaderValue(kid);
    jws.setKey(key);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The private key cannot sign ES256", e);
    }
  }
}
