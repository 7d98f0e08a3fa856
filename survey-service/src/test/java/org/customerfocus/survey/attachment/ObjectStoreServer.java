package org.customerfocus.survey.attachment;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A store that speaks S3, in memory, and a service that keeps attachments there.
public final class ObjectStoreServer implements QuarkusTestResourceLifecycleManager {

  private static final String BUCKET = "attachments";

  private static LocalS3 server;
  private static S3Client client;
  private static int port;

  @Override
  public Map<String, String> start() {
    listen(-1);
    port = server.getPort();
    client =
        S3Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + port))
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    client.createBucket(create -> create.bucket(BUCKET));
    return Map.of(
        "customerfocus.attachments.store", "s3",
        "customerfocus.attachments.s3.endpoint", "http://127.0.0.1:" + port,
        "customerfocus.attachments.s3.bucket", BUCKET,
        "customerfocus.attachments.s3.access-key", "key",
        "customerfocus.attachments.s3.secret-key", "secret",
        "customerfocus.attachments.s3.timeout", "PT3S");
  }

  private static void listen(int at) {
    server = LocalS3.builder().port(at).mode(LocalS3Mode.IN_MEMORY).build();
    server.start();
  }

  /// The keys of what there is of a tenant.
  static List<String> keys(String tenant) {
    return client
        .listObjectsV2(list -> list.bucket(BUCKET).prefix(tenant + "/"))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  /// Stops answering, for good.
  static void hangUp() {
    server.shutdown();
  }

  /// Answers again, with nothing in it.
  static void comeBack() {
    listen(port);
    client.createBucket(create -> create.bucket(BUCKET));
  }

  @Override
  public void stop() {
    client.close();
    server.shutdown();
  }
}
