package org.customerfocus.check;

import java.util.List;
import java.util.UUID;
import org.customerfocus.client.ApiClient;
import org.customerfocus.client.api.OfferingsApi;
import org.customerfocus.client.model.OfferingPatch;
import org.customerfocus.client.model.OfferingStatus;
import org.customerfocus.client.model.OfferingView;

/// Sends the three cases of a merge patch with the generated client.
public final class PatchCheck {
  private static final UUID OFFERING = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

  private PatchCheck() {}

  public static void main(String[] arguments) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer a-key"));
    OfferingsApi offerings = new OfferingsApi(client);
    List<OfferingPatch> patches =
        List.of(
            new OfferingPatch().name("Check-in"),
            new OfferingPatch().description(null),
            new OfferingPatch().description("Bags within 20 minutes"));
    for (OfferingPatch patch : patches) {
      OfferingView view =
          offerings.updateOffering(
              OfferingsApi.APIUpdateOfferingRequest.newBuilder()
                  .id(OFFERING)
                  .ifMatch("\"1\"")
                  .offeringPatch(patch)
                  .build());
      if (!view.getName().equals("Check-in")
          || view.getStatus() != OfferingStatus.UNKNOWN_DEFAULT_OPEN_API) {
        throw new IllegalStateException("unexpected view " + view);
      }
    }
  }
}
