using System.Net;
using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

public class FhirTests
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_dispensation_is_read_as_fhir_page_by_page(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var ward = await Ward.OpenAsync(factory);
        var nurse = await ward.AsAsync("nurse");
        for (var i = 0; i < 3; i++) await nurse.OkAsync("/api/v1/dispensations", ward.Asking(ward.Tablet, 2, "{tbl}"));

        var metadata = await nurse.GetAsync("/api/v1/fhir/R4/metadata");
        var first = await nurse.GetAsync($"/api/v1/fhir/R4/MedicationRequest?patient={ward.Patient}&size=2");
        var next = first.Json["link"]!.AsArray().Single(l => l!["relation"]!.GetValue<string>() == "next")!["url"]!.GetValue<string>();
        var second = await nurse.GetAsync(next);
        var one = first.Json["entry"]![0]!["resource"]!;
        var read = await nurse.GetAsync($"/api/v1/fhir/R4/MedicationRequest/{one["id"]!.GetValue<string>()}");
        var medication = await nurse.GetAsync("/api/v1/fhir/R4/" + one["medicationReference"]!["reference"]!.GetValue<string>());

        Assert.Equal("4.0.1", metadata["fhirVersion"]);
        Assert.Equal((2, 1), (first.Json["entry"]!.AsArray().Count, second.Json["entry"]!.AsArray().Count));
        Assert.DoesNotContain(second.Json["link"]!.AsArray(), l => l!["relation"]!.GetValue<string>() == "next");
        Assert.True(JsonNode.DeepEquals(one, read.Json));
        Assert.Equal("Medication", medication["resourceType"]);
        Assert.Equal("application/fhir+json", read.Headers["Content-Type"].Split(';')[0]);
    }

    [Fact]
    public async Task What_is_no_resource_is_not_found_and_marks_of_other_lists_are_refused()
    {
        using var factory = ApiFactory.InMemory();
        var nurse = await factory.AsAsync("nurse");

        (await nurse.GetAsync("/api/v1/fhir/R4/Patient")).Refused(404, "API105");
        (await nurse.GetAsync("/api/v1/fhir/R4/0")).Refused(404, "API105");
        (await nurse.GetAsync("/api/v1/fhir/R4/MedicationDispense/x")).Refused(404, "API105");
        Assert.Equal(HttpStatusCode.BadRequest, (await nurse.GetAsync("/api/v1/fhir/R4/MedicationDispense?after=abc")).Status);
        (await (await factory.AsAsync("administrator")).GetAsync("/api/v1/fhir/R4/MedicationDispense")).Refused(403, "API102");
    }
}
