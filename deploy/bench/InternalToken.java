import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/// Prints an internal token as the gateway would sign it, for benchmarks that call a service directly.
/// Arguments: the private key, the tenant, the scopes (space-separated).
void main(String[] arguments) throws Exception {
  Path file = Path.of(arguments[0]);
  String kid = file.getFileName().toString().replaceFirst("\\.pem$", "");
  String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
  var key =
      KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
  long now = Instant.now().getEpochSecond();
  String header = "{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(kid);
  String claims =
      "{\"aud\":\"customerfocus-internal\",\"sub\":\"bench\",\"tenant\":\"%s\",\"scope\":\"%s\",\"iat\":%d,\"exp\":%d}"
          .formatted(arguments[1], arguments[2], now, now + 110);
  String signed = encode(header.getBytes(StandardCharsets.UTF_8))
      + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
  Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
  signature.initSign(key);
  signature.update(signed.getBytes(StandardCharsets.US_ASCII));
  IO.println(signed + "." + encode(signature.sign()));
}

String encode(byte[] bytes) {
  return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
}
