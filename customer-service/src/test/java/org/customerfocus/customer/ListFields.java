package org.customerfocus.customer;

import java.util.stream.Stream;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.customer.attribute.AttributeLists;
import org.customerfocus.customer.competition.CompetitionLists;
import org.customerfocus.customer.consent.ConsentLists;
import org.customerfocus.customer.duplicate.DuplicateLists;
import org.customerfocus.customer.importing.ImportLists;
import org.customerfocus.customer.interaction.InteractionLists;
import org.customerfocus.customer.journey.JourneyLists;
import org.customerfocus.customer.loyalty.LoyaltyLists;
import org.customerfocus.customer.merge.MergeLists;
import org.customerfocus.customer.need.NeedLists;
import org.customerfocus.customer.offering.OfferingLists;
import org.customerfocus.customer.organization.OrganizationLists;
import org.customerfocus.customer.party.PartyLists;
import org.customerfocus.customer.privacy.PrivacyLists;
import org.customerfocus.customer.relationship.CustomerLists;
import org.customerfocus.customer.segment.SegmentLists;
import org.customerfocus.customer.stakeholder.StakeholderLists;
import org.customerfocus.customer.supplychain.SupplyChainLists;

/// The fields of all lists of this service.
final class ListFields {

  private ListFields() {}

  static Fields[] all() {
    return Stream.of(
            MergeLists.FIELDS,
            DuplicateLists.FIELDS,
            DuplicateLists.SCANS,
            AttributeLists.FIELDS,
            AttributeLists.VALUES,
            CompetitionLists.COMPETITORS,
            CompetitionLists.COMPARISONS,
            NeedLists.NEEDS,
            NeedLists.REQUIREMENTS,
            NeedLists.DEGREES_MET,
            StakeholderLists.FIELDS,
            OfferingLists.FIELDS,
            ImportLists.IMPORTS,
            ImportLists.REFUSED_ROWS,
            JourneyLists.TOUCHPOINTS,
            JourneyLists.JOURNEYS,
            InteractionLists.FIELDS,
            LoyaltyLists.PURCHASES,
            LoyaltyLists.REFERRALS,
            PartyLists.FIELDS,
            PartyLists.VERSIONS,
            ConsentLists.FIELDS,
            PrivacyLists.FIELDS,
            OrganizationLists.MEMBERSHIPS,
            OrganizationLists.AUTHORITIES,
            OrganizationLists.PERSONS,
            CustomerLists.FIELDS,
            CustomerLists.AS_OF,
            SupplyChainLists.PARTIES,
            SegmentLists.FIELDS,
            SegmentLists.MEMBERS,
            SegmentLists.CHANGES,
            SegmentLists.OF_CUSTOMER)
        .toArray(Fields[]::new);
  }
}
