package org.customerfocus.survey.accesschannel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The contact standards, for those who are measured against them.
@ApplicationScoped
public class AccessChannels {

  private final AccessChannelRepository channels;

  AccessChannels(AccessChannelRepository channels) {
    this.channels = channels;
  }

  /// The standards of some channels, by code; those without an access channel are missing.
  public Map<String, Standards> of(Collection<String> codes) {
    Map<String, Standards> standards = new HashMap<>();
    if (!codes.isEmpty()) {
      channels.withCodes(codes).forEach(each -> standards.put(each.code(), each.standards()));
    }
    return standards;
  }

  /// The standards of a channel; null where there is no such access channel.
  public @Nullable Standards of(String code) {
    return of(List.of(code)).get(code);
  }

  /// The standards of a channel by its id.
  ///
  /// @throws org.customerfocus.conventions.problem.ProblemException 404 when there is none
  public Standards get(UUID id) {
    return channels.get(id).standards();
  }

  /// The standards of all channels in the order of their codes.
  public List<Standards> all(int most) {
    return channels.all(most).stream().map(AccessChannel::standards).toList();
  }
}
