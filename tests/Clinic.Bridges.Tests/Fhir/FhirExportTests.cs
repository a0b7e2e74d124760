using System.Globalization;
using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Bridges.Fhir;
using Clinic.Dispensing.Usage;
using Clinic.Testing.Wards;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Bridges.Tests.Fhir;

public sealed class FhirExportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<WardWorld> WorldAsync() => WardWorld.InMemoryAsync(Ct, first: s => s.AddClinicFhir());

    private static async Task<List<JsonObject>> AllAsync(WardWorld world, FhirType type, FhirQuery? query = null)
    {
        var all = new List<JsonObject>();
        string? after = null;
        do
        {
            var page = await world.Get<FhirExport>().ListAsync(world.As(WardPeople.Auditor), type, query ?? new(), new(7, after), Ct);
            all.AddRange(page.Resources);
            if (page.Resources.Count > 0) FhirCheckBundle(page);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    private static void FhirCheckBundle(FhirBundle page)
    {
        var json = new FhirBundle([.. page.Resources.Select(r => r.DeepClone().AsObject())], page.Next).ToJson("self", page.Next);
        Assert.Equal(page.Resources.Count, json["entry"]!.AsArray().Count);
        Assert.Equal(page.Next is null ? 1 : 2, json["link"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_happens_on_a_ward_every_resource_is_valid_and_found_again_by_its_id(int seed)
    {
        var world = await WorldAsync();
        await new WardRunner(world).RunAsync(WardSteps.Seeded(seed, 250), Ct);

        var counts = new Dictionary<FhirType, int>();
        foreach (var type in Enum.GetValues<FhirType>())
        {
            var all = await AllAsync(world, type);
            counts[type] = all.Count;
            foreach (var resource in all)
            {
                FhirCheck.Holds(resource);
                Assert.Equal(type.ToString(), resource["resourceType"]!.GetValue<string>());
                var again = await world.Get<FhirExport>().FindAsync(world.As(WardPeople.Auditor), type, resource["id"]!.GetValue<string>(), Ct);
                Assert.Equal(resource.ToJsonString(), again?.ToJsonString());
            }

            Assert.Equal(all.Count, all.DistinctBy(r => r["id"]!.GetValue<string>()).Count());
        }

        // A ward knows no requisitions, no emergency stays and no recorded visits; those have tests of their own.
        Assert.All(counts.Where(c => c.Key is not (FhirType.SupplyRequest or FhirType.SupplyDelivery or FhirType.Encounter or FhirType.ChargeItem or FhirType.Invoice
            or FhirType.Composition or FhirType.DocumentReference or FhirType.Consent or FhirType.Provenance)), c => Assert.True(c.Value > 0, $"no {c.Key}"));
    }

    [Fact]
    public async Task A_hand_over_and_its_doses_say_who_what_when_and_of_which_lot()
    {
        var world = await WorldAsync();
        var id = await world.DeliveredAsync(Ct, (world.Ampoule, 1, UnitCode.Ampoule));
        var dose = await world.Get<DoseLog>().RecordAsync(world.As(WardPeople.SecondNurse), new() { Dispensation = id, Dose = new() { Line = 1, Amount = new(0.05m, UnitCode.Milligram) } }, Ct);
        var export = world.Get<FhirExport>();

        var dispense = await export.FindAsync(world.As(WardPeople.Pharmacist), FhirType.MedicationDispense, $"{id}-1", Ct);
        var given = await export.FindAsync(world.As(WardPeople.Pharmacist), FhirType.MedicationAdministration, dose.Dose.ToString(), Ct);
        var lot = dispense!["medicationReference"]!["reference"]!.GetValue<string>()["Medication/".Length..];
        var medication = await export.FindAsync(world.As(WardPeople.Pharmacist), FhirType.Medication, lot, Ct);

        Assert.Equal("completed", dispense["status"]!.GetValue<string>());
        Assert.Equal($"Practitioner/{WardPeople.SecondNurse.Id}", dispense["receiver"]![0]!["reference"]!.GetValue<string>());
        Assert.EndsWith("-05:00", dispense["whenHandedOver"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("open", dispense["extension"]![0]!["valueCode"]!.GetValue<string>());
        Assert.Equal(("0.05", "mg"), (given!["dosage"]!["dose"]!["value"]!.ToJsonString(), given["dosage"]!["dose"]!["code"]!.GetValue<string>()));
        Assert.Equal($"Medication/{lot}", given["medicationReference"]!["reference"]!.GetValue<string>());
        Assert.Equal(("L1", "2026-09-30"), (medication!["batch"]!["lotNumber"]!.GetValue<string>(), medication["batch"]!["expirationDate"]!.GetValue<string>()));
        Assert.Equal("http://www.whocc.no/atc", medication["code"]!["coding"]![0]!["system"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_dose_that_was_taken_back_is_entered_in_error_and_the_reversal_is_none()
    {
        var world = await WorldAsync();
        var id = await world.DeliveredAsync(Ct, (world.Ampoule, 1, UnitCode.Ampoule));
        var dose = await world.Get<DoseLog>().RecordAsync(world.As(WardPeople.SecondNurse), new() { Dispensation = id, Dose = new() { Line = 1, Amount = new(0.05m, UnitCode.Milligram) } }, Ct);
        await world.Get<DoseLog>().CorrectAsync(world.As(WardPeople.SecondNurse), new() { Dispensation = id, Dose = dose.Dose, Reason = "tecla" }, Ct);

        var all = await AllAsync(world, FhirType.MedicationAdministration);

        Assert.Equal("entered-in-error", Assert.Single(all)["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_may_not_see_finds_nothing_and_a_look_is_in_the_audit()
    {
        var world = await WorldAsync();
        var id = await world.DeliveredAsync(Ct, (world.Tablet, 1, UnitCode.Tablet));
        var export = world.Get<FhirExport>();

        Assert.Null(await export.FindAsync(world.As(WardPeople.FloorNurse), FhirType.MedicationDispense, $"{id}-1", Ct));
        Assert.Null(await export.FindAsync(world.As(WardPeople.Pharmacist), FhirType.MedicationDispense, $"{id}-2", Ct));
        Assert.Null(await export.FindAsync(world.As(WardPeople.Pharmacist), FhirType.MedicationDispense, "' OR 1=1", Ct));
        Assert.NotNull(await export.FindAsync(world.As(WardPeople.Pharmacist), FhirType.MedicationDispense, $"{id}-1", Ct));
        Assert.Single(await AllAsync(world, FhirType.MedicationRequest, new(world.Patient)));
        Assert.Empty(await AllAsync(world, FhirType.MedicationRequest, new(WardWorld.Id<PatientId>(99))));
        var audit = await world.Get<IAuditLog>().ListAsync(world.Tenant, new(), new(500), Ct);
        Assert.Equal(2, audit.Items.Count(e => e.Action == "fhir.read"));
    }

    [Theory]
    [InlineData("es-EC")]
    [InlineData("tr-TR")]
    public async Task The_culture_of_the_machine_changes_nothing(string culture)
    {
        var world = await WorldAsync();
        await world.DeliveredAsync(Ct, (world.Ampoule, 1, UnitCode.Ampoule), (world.Syrup, 2.5m, UnitCode.Millilitre));
        var invariant = await TextAsync(world);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(invariant, await TextAsync(world));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Contains("2.5", invariant, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(WardWorld world)
    {
        var all = new List<JsonObject>();
        foreach (var type in Enum.GetValues<FhirType>()) all.AddRange(await AllAsync(world, type));
        return string.Join('\n', all.Select(r => r.ToJsonString()));
    }
}
