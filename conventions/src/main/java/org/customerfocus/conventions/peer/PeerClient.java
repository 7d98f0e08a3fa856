package org.customerfocus.conventions.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.customerfocus.conventions.token.TokenSigner;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Talks to customer-service.
@Singleton
public class PeerClient extends Peer {

  PeerClient(
      @ConfigProperty(name = "customerfocus.customer-url") Optional<String> url,
      TokenSigner signer,
      ObjectMapper json) {
    super("customer-service", url, signer, json);
  }
}
