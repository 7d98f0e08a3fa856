package org.customerfocus.survey.attachment;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Keeps bytes as objects `<tenant>/<attachment>` of one bucket.
@ApplicationScoped
class ObjectStore {

  private static final Logger LOG = Logger.getLogger(ObjectStore.class);

  private final AttachmentConfig.S3 config;
  private final String bucket;
  private @Nullable S3Client client;

  ObjectStore(AttachmentConfig config) {
    this.config = config.s3();
    this.bucket = this.config.bucket().orElse("");
    if (config.store() == AttachmentStore.S3 && bucket.isEmpty()) {
      throw new IllegalStateException(
          "customerfocus.attachments.store is s3: say the bucket in"
              + " customerfocus.attachments.s3.bucket");
    }
  }

  /// @throws ProblemException 503 while the store cannot be reached or refuses
  void put(String tenant, UUID id, byte[] content) {
    try {
      client()
          .putObject(
              put -> put.bucket(bucket).key(key(tenant, id)), RequestBody.fromBytes(content));
    } catch (SdkException e) {
      throw unavailable("The file could not be stored.", e);
    }
  }

  /// @throws ProblemException 503 while the store cannot be reached or refuses
  byte[] get(String tenant, UUID id) {
    try {
      return client()
          .getObjectAsBytes(get -> get.bucket(bucket).key(key(tenant, id)))
          .asByteArray();
    } catch (SdkException e) {
      throw unavailable("The file could not be read.", e);
    }
  }

  /// Removes what is there; nothing else changes where it is gone already.
  ///
  /// @throws SdkException while the store cannot be reached or refuses
  void remove(String tenant, UUID id) {
    client().deleteObject(delete -> delete.bucket(bucket).key(key(tenant, id)));
  }

  private static String key(String tenant, UUID id) {
    return tenant + "/" + id;
  }

  private static ProblemException unavailable(String what, SdkException cause) {
    LOG.warnf("The store of attachments: %s", cause);
    return new ProblemException(Problems.UNAVAILABLE, what + " Try again.")
        .header("Retry-After", "5");
  }

  // Made when it is first needed: whoever keeps attachments in the database never loads it.
  private synchronized S3Client client() {
    if (client == null) {
      client = connect();
    }
    return client;
  }

  private S3Client connect() {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(config.region()))
            .forcePathStyle(config.pathStyle())
            // Not every store knows the checksums that Amazon's own takes; TLS guards the way.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(override -> override.apiCallTimeout(config.timeout()));
    config.endpoint().ifPresent(builder::endpointOverride);
    Optional<String> secret = config.secretKey();
    if (config.accessKey().isPresent() && secret.isPresent()) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(config.accessKey().get(), secret.get())));
    }
    return builder.build();
  }

  @PreDestroy
  synchronized void close() {
    if (client != null) {
      client.close();
    }
  }
}
