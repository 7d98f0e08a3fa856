package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.customerfocus.survey.permission.Permission;

/// What other features need to know of a campaign. Runs within the transaction of who calls it.
@ApplicationScoped
public class Campaigns {

  private final CampaignRepository repository;

  Campaigns(CampaignRepository repository) {
    this.repository = repository;
  }

  /// Which consents count for a campaign.
  public Permission permission(UUID campaign) {
    return repository.get(campaign).plan().permitted();
  }
}
