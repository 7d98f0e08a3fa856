package org.customerfocus.survey.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where the bytes of new attachments go. Those that are there already stay where they are and are
/// found there.
@ConfigMapping(prefix = "customerfocus.attachments")
interface AttachmentConfig {

  @WithDefault("database")
  AttachmentStore store();

  S3 s3();

  /// A store that speaks the protocol of S3.
  interface S3 {

    /// Its address; without one it is Amazon's own of the region.
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    /// The bucket, which has to be there.
    Optional<String> bucket();

    /// Without a key, those of the machine or of the pod are used.
    Optional<String> accessKey();

    Optional<String> secretKey();

    /// Whether the bucket is a part of the path, as most stores want it, or of the host.
    @WithDefault("true")
    boolean pathStyle();

    /// How long one call may take, its repetitions included.
    @WithDefault("PT10S")
    Duration timeout();
  }
}
