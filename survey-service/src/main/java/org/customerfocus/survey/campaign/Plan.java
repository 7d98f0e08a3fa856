package org.customerfocus.survey.campaign;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.JsonColumn;
import org.customerfocus.survey.invitation.InvitationChannel;
import org.customerfocus.survey.permission.Permission;
import org.jspecify.annotations.Nullable;

/// What a campaign is to do; when, stands beside it.
record Plan(
    @Nullable Audience audience,
    @Nullable Sample sample,
    List<CampaignChannel> channels,
    @Nullable List<Integer> reminderDays,
    @Nullable Trigger trigger,
    @Nullable Permission permission) {

  /// The channels that invite one person at a time, the preferred one first.
  List<InvitationChannel> inviting() {
    return channels.stream().flatMap(each -> each.invites().stream()).toList();
  }

  /// Whether anybody who has its link may answer.
  boolean isOpen() {
    return channels.contains(CampaignChannel.OPEN_LINK) || channels.contains(CampaignChannel.EMBED);
  }

  Permission permitted() {
    return permission == null ? Permission.USUAL : permission;
  }

  Sample drawn() {
    return sample == null ? Sample.EVERYBODY : sample;
  }

  Audience reached() {
    return audience == null ? new Audience(null, null, null, null, null, null) : audience;
  }

  @Converter(autoApply = true)
  static final class Column extends JsonColumn<Plan> {
    Column() {
      super(new TypeReference<>() {});
    }
  }
}
