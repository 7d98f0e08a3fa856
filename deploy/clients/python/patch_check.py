"""Sends the three cases of a merge patch with the generated client."""

import sys
from uuid import UUID

from customerfocus_client import ApiClient, Configuration, OfferingPatch, OfferingStatus
from customerfocus_client.api.offerings_api import OfferingsApi

OFFERING = UUID("0198c0de-0000-7000-8000-000000000001")

with ApiClient(Configuration(host=sys.argv[1], access_token="a-key")) as client:
    offerings = OfferingsApi(client)
    for patch in (
        OfferingPatch(name="Check-in"),
        OfferingPatch(description=None),
        OfferingPatch(description="Bags within 20 minutes"),
    ):
        view = offerings.update_offering(id=OFFERING, if_match='"1"', offering_patch=patch)
        assert view.name == "Check-in", view
        assert view.status == OfferingStatus.UNKNOWN_DEFAULT_OPEN_API, view
