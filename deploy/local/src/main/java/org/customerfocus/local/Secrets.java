package org.customerfocus.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/// Passwords and keys, made at the first start and kept: what was sealed or handed out in one run
/// must hold in the next.
final class Secrets {
  private final Path folder;
  private final Properties values = new Properties();

  private Secrets(Path folder) {
    this.folder = folder;
  }

  /// Reads what is there and makes what is missing.
  static Secrets in(Path folder) throws IOException {
    Secrets secrets = new Secrets(PrivateFiles.folder(folder));
    Path file = folder.resolve("secrets.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        secrets.values.load(reader);
      }
    }
    int known = secrets.values.size();
    secrets.createMissing();
    if (secrets.values.size() > known) {
      StringWriter text = new StringWriter();
      secrets.values.store(text, "Made at the first start; with it goes access to the data");
      PrivateFiles.write(file, text.toString());
    }
    for (Program program : Program.values()) {
      secrets.createKeyPair(program);
    }
    return secrets;
  }

  private void createMissing() {
    values.computeIfAbsent(
        "operator.key", key -> "op_" + random(Base64.getUrlEncoder().withoutPadding()));
    values.computeIfAbsent(
        "superuser.password", key -> random(Base64.getUrlEncoder().withoutPadding()));
    for (Program program : Program.values()) {
      for (String role : new String[] {"owner", "app", "job"}) {
        values.computeIfAbsent(
            program.key() + "." + role + ".password",
            key -> random(Base64.getUrlEncoder().withoutPadding()));
      }
      values.computeIfAbsent(program.key() + ".cursor.key", key -> random(Base64.getEncoder()));
      values.computeIfAbsent(program.key() + ".audit.key", key -> random(Base64.getEncoder()));
    }
  }

  /// 256 random bits.
  private static String random(Base64.Encoder encoder) {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return encoder.encodeToString(bytes);
  }

  private String get(String name) {
    return values.getProperty(name);
  }

  String operatorKey() {
    return get("operator.key");
  }

  /// What the gateway is told of the operator's key: enough to recognise it.
  String operatorKeyHash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(operatorKey().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String superuserPassword() {
    return get("superuser.password");
  }

  /// @param role `owner`, `app` or `job`
  String databasePassword(Program program, String role) {
    return get(program.key() + "." + role + ".password");
  }

  String cursorKey(Program program) {
    return get(program.key() + ".cursor.key");
  }

  String auditKey(Program program) {
    return get(program.key() + ".audit.key");
  }

  /// The folder in which every process finds the public keys of all.
  Path publicKeys() {
    return folder.resolve("token-keys");
  }

  Path privateKey(Program program) {
    return folder.resolve("private-keys").resolve(program.key() + ".pem");
  }

  /// A pair for ES256. The public half is written last: a pair that was only half made is made
  /// anew.
  private void createKeyPair(Program program) throws IOException {
    Path publicKey = publicKeys().resolve(program.key() + ".pem");
    if (Files.exists(publicKey) && Files.exists(privateKey(program))) {
      return;
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      PrivateFiles.write(privateKey(program), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      PrivateFiles.write(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String pem(String kind, byte[] encoded) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, body, kind);
  }
}
