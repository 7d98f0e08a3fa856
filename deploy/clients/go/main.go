// Sends the three cases of a merge patch with the generated client.
package main

import (
	"context"
	"log"
	"os"

	customerfocus "example.org/customerfocus-client"
)

const offering = "0198c0de-0000-7000-8000-000000000001"

func main() {
	configuration := customerfocus.NewConfiguration()
	configuration.Servers = customerfocus.ServerConfigurations{{URL: os.Args[1]}}
	client := customerfocus.NewAPIClient(configuration)
	ctx := context.WithValue(context.Background(), customerfocus.ContextAccessToken, "a-key")

	absent := customerfocus.NewOfferingPatch()
	absent.SetName("Check-in")
	null := customerfocus.NewOfferingPatch()
	null.SetDescriptionNil()
	value := customerfocus.NewOfferingPatch()
	value.SetDescription("Bags within 20 minutes")

	for _, patch := range []*customerfocus.OfferingPatch{absent, null, value} {
		view, _, err := client.OfferingsAPI.UpdateOffering(ctx, offering).
			IfMatch(`"1"`).OfferingPatch(*patch).Execute()
		if err != nil {
			log.Fatal(err)
		}
		if view.GetName() != "Check-in" {
			log.Fatalf("unexpected view %+v", view)
		}
		if view.GetStatus() != customerfocus.OFFERINGSTATUS_UNKNOWN_DEFAULT_OPEN_API {
			log.Fatalf("unexpected status %s", view.GetStatus())
		}
	}
}
