package org.customerfocus.conventions.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Seals stored answers with AES-256-GCM under a key of their own, made of the service's secret and
/// of the `Idempotency-Key`, which is stored nowhere: the database alone cannot read an API key or
/// a person's data back out of them.
@ApplicationScoped
class AnswerSeal {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec secret;

  AnswerSeal(@ConfigProperty(name = "customerfocus.cursor-key") String secret) {
    this.secret = new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256");
  }

  /// The key of one request's answer.
  ///
  /// @param asked who asked for what under which key
  SecretKeySpec key(byte[] asked) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      mac.update((byte) 'a');
      return new SecretKeySpec(mac.doFinal(asked), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
    }
  }

  static byte[] close(byte[] body, SecretKeySpec key) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, body);
    byte[] stored = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, stored, NONCE, sealed.length);
    return stored;
  }

  static byte[] open(byte[] stored, SecretKeySpec key) {
    return run(
        Cipher.DECRYPT_MODE,
        key,
        Arrays.copyOf(stored, NONCE),
        Arrays.copyOfRange(stored, NONCE, stored.length));
  }

  private static byte[] run(int mode, SecretKeySpec key, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A stored answer cannot be sealed or opened", e);
    }
  }
}
