package org.customerfocus.agreement.performance;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.customerfocus.conventions.peer.Peer;
import org.customerfocus.conventions.token.TokenSigner;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Talks to survey-service.
@Singleton
class SurveyPeer extends Peer {

  SurveyPeer(
      @ConfigProperty(name = "customerfocus.survey-url") Optional<String> url,
      TokenSigner signer,
      ObjectMapper json) {
    super("survey-service", url, signer, json);
  }
}
