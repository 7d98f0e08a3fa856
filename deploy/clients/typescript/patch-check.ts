// Sends the three cases of a merge patch with the generated client.
import { Configuration, OfferingsApi, type OfferingPatch } from "../target/typescript";

const offering = "0198c0de-0000-7000-8000-000000000001";
const patches: OfferingPatch[] = [
  { name: "Check-in" },
  { description: null },
  { description: "Bags within 20 minutes" },
];

async function main(basePath: string): Promise<void> {
  const offerings = new OfferingsApi(new Configuration({ basePath, accessToken: "a-key" }));
  for (const offeringPatch of patches) {
    const view = await offerings.updateOffering({ id: offering, ifMatch: '"1"', offeringPatch });
    if (view.name !== "Check-in" || (view.status as string) !== "introduced-later") {
      throw new Error(`unexpected view ${JSON.stringify(view)}`);
    }
  }
}

main(process.argv[2]!).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
