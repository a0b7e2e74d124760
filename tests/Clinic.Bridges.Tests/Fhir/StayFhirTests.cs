using System.Globalization;
using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.Bridges.Fhir;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.Testing;
using Clinic.Testing.Stays;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Bridges.Tests.Fhir;

/// <summary>Emergency stays as Encounter, ChargeItem and Invoice.</summary>
public sealed class StayFhirTests
{
    private static readonly FhirType[] Types = [FhirType.Encounter, FhirType.ChargeItem, FhirType.Invoice];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<StayWorld> WorldAsync()
    {
        var clock = new FakeClock(StayWorld.Begin);
        var services = new ServiceCollection();
        StayWorld.Register(services, clock);
        services.AddClinicAdministration(o => o.Iterations = 1000);
        services.AddClinicPharmacy().UseInMemory();
        services.AddClinicDispensing().UseInMemory().UsePharmacyStock();
        services.AddClinicEmergencyBilling().UseInMemory();
        services.AddClinicFhir();
        return StayWorld.OpenAsync(services.BuildServiceProvider(), clock, Ct);
    }

    private static async Task<List<JsonObject>> AllAsync(StayWorld world, FhirType type, FhirQuery? query = null)
    {
        var all = new List<JsonObject>();
        for (string? after = null; ;)
        {
            var page = await world.Get<FhirExport>().ListAsync(world.As(Role.Auditor), type, query ?? new(), new(3, after), Ct);
            all.AddRange(page.Resources);
            if ((after = page.Next) is null) return all;
        }
    }

    private static async Task<JsonObject> FindAsync(StayWorld world, FhirType type, string id) =>
        (await world.Get<FhirExport>().FindAsync(world.As(Role.Auditor), type, id, Ct))!;

    private static async Task<StayAnswer> StartedAsync(StayWorld world, string? payer = "IESS")
    {
        var stay = await world.Get<StayReception>().RegisterAsync(world.As(Role.Reception), new() { Patient = world.Patients[0], Payer = payer }, Ct);
        await world.Get<StayReception>().StartAsync(world.As(Role.Reception), new() { Stay = stay.Stay }, Ct);
        return stay;
    }

    private static Task CloseAsync(StayWorld world, StayId stay) =>
        world.Get<StayReception>().CloseAsync(world.As(Role.Reception), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_in_an_emergency_every_resource_is_valid_found_by_its_id_and_refers_to_what_is_there(int seed)
    {
        var world = await WorldAsync();
        var random = new Random(seed);
        var acts = Enum.GetValues<StayAct>();
        StayAct[] forward = [StayAct.Begin, StayAct.Close, StayAct.Invoice, StayAct.Deliver];
        await new StayRunner(world).RunAsync(
            Enumerable.Range(0, 120).Select(i => new StayStep(i % 2 == 0 ? forward[random.Next(4)] : acts[random.Next(acts.Length)], random.Next(4), random.Next(90), random.Next(100))), Ct);

        foreach (var type in Types)
        {
            var all = await AllAsync(world, type);
            Assert.NotEmpty(all);
            Assert.Equal(all.Count, all.DistinctBy(r => r["id"]!.GetValue<string>()).Count());
            foreach (var resource in all)
            {
                FhirCheck.Holds(resource);
                Assert.Equal(resource.ToJsonString(), (await FindAsync(world, type, resource["id"]!.GetValue<string>())).ToJsonString());
                if (resource["context"] is { } context) Assert.NotNull(await FindAsync(world, FhirType.Encounter, context["reference"]!.GetValue<string>()["Encounter/".Length..]));
                foreach (var line in (resource["lineItem"] as JsonArray ?? []).Where(l => l!["chargeItemReference"] is not null))
                {
                    var id = line!["chargeItemReference"]!["reference"]!.GetValue<string>()["ChargeItem/".Length..];
                    Assert.True(await world.Get<FhirExport>().FindAsync(world.As(Role.Auditor), FhirType.ChargeItem, id, Ct) is not null, $"{id} is not there");
                }
            }
        }
    }

    [Fact]
    public async Task A_night_is_an_encounter_with_its_history_and_charges_that_become_billed()
    {
        var world = await WorldAsync();
        var stay = await StartedAsync(world);
        world.Clock.AdvanceMinutes(30);
        await world.Get<StayReception>().PauseAsync(world.As(Role.Nurse), new() { Stay = stay.Stay, Kind = PauseKind.OnLeave }, Ct);
        Assert.Equal("onleave", Text((await AllAsync(world, FhirType.Encounter)).Single()["status"]));
        world.Clock.AdvanceMinutes(30);
        await world.Get<StayReception>().ResumeAsync(world.As(Role.Nurse), new() { Stay = stay.Stay }, Ct);
        world.Clock.AdvanceMinutes(30);
        var running = await AllAsync(world, FhirType.ChargeItem);
        Assert.Equal(("planned", $"{stay.Stay}-0-1"), (Text(running[0]["status"]), Text(running[0]["id"])));
        await CloseAsync(world, stay.Stay);

        var encounter = await FindAsync(world, FhirType.Encounter, stay.Encounter.ToString());
        Assert.Equal(("finished", "EMER", "home"), (Text(encounter["status"]), Text(encounter["class"]!["code"]), Text(encounter["hospitalization"]!["dischargeDisposition"]!["coding"]![0]!["code"])));
        Assert.Equal(["in-progress", "onleave", "in-progress", "finished"], encounter["statusHistory"]!.AsArray().Select(h => Text(h!["status"])));
        Assert.Equal(("2026-03-09T23:00:00-05:00", "2026-03-10T00:30:00-05:00"), (Text(encounter["period"]!["start"]), Text(encounter["period"]!["end"])));
        Assert.Equal(Text(encounter["statusHistory"]![1]!["period"]!["end"]), Text(encounter["statusHistory"]![2]!["period"]!["start"]));
        // Half an hour on each side of midnight, at ninety an hour by night.
        var charges = await AllAsync(world, FhirType.ChargeItem);
        Assert.Equal(2, charges.Count);
        var charge = charges[0];
        Assert.Equal(("billable", $"{stay.Stay}-1-1", "NOCHE"), (Text(charge["status"]), Text(charge["id"]), Text(charge["code"]!["coding"]![0]!["code"])));
        Assert.Equal((0.5m, "h", "45.00", "USD"), (Number(charge["quantity"]!["value"]), Text(charge["quantity"]!["code"]), charge["priceOverride"]!["value"]!.ToJsonString(), Text(charge["priceOverride"]!["currency"])));
        await world.Get<StatementDesk>().InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay.Stay }, Ct);
        Assert.All(await AllAsync(world, FhirType.ChargeItem), c => Assert.Equal("billed", Text(c["status"])));
    }

    [Fact]
    public async Task Invoices_are_drafts_issued_balanced_and_cancelled_and_sum_to_their_totals()
    {
        var world = await WorldAsync();
        var stay = await StartedAsync(world);
        world.Clock.Advance(Duration.FromHours(10));
        await CloseAsync(world, stay.Stay);
        await world.Get<StatementDesk>().InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay.Stay }, Ct);
        Assert.All(await AllAsync(world, FhirType.Invoice), i => Assert.Equal("draft", Text(i["status"])));
        await world.Get<StayInvoicing>().RunDueAsync(world.Tenant, 10, Ct);
        var issued = await AllAsync(world, FhirType.Invoice);
        var bill = (await world.Get<StatementInquiries>().BillAsync(world.As(Role.Cashier), stay.Stay, Ct)).Time!;

        Assert.All(issued, i => Assert.Equal("issued", Text(i["status"])));
        Assert.Equal(["001-002-000000001", "001-002-000000002"], issued.Select(i => Text(i["identifier"]![0]!["value"])).Order());
        Assert.Equal(bill.Total, issued.Sum(i => Number(i["totalGross"]!["value"])));
        Assert.Contains(issued, i => i["recipient"]!["identifier"] is { } payer && Text(payer["value"]) == "IESS");
        // Ten hours are over the cap: a line below zero, which is a discount.
        Assert.Contains(bill.Lines, l => l.Amount < 0m);
        Assert.Contains(issued.SelectMany(i => i["lineItem"]!.AsArray()), l => Text(l!["priceComponent"]![0]!["type"]) == "discount" && Number(l["priceComponent"]![0]!["amount"]!["value"]) < 0m);
        Assert.Contains(await AllAsync(world, FhirType.ChargeItem), c => Number(c["priceOverride"]!["value"]) < 0m);
        Sums(issued);

        await world.Get<StatementDesk>().CreditAsync(world.As(Role.Supervisor), new() { Stay = stay.Stay, Reason = "error" }, Ct);
        await world.Get<StayInvoicing>().RunDueAsync(world.Tenant, 10, Ct);
        var all = await AllAsync(world, FhirType.Invoice);
        Assert.Equal(["cancelled", "cancelled", "issued", "issued"], all.Select(i => Text(i["status"])).Order(StringComparer.Ordinal));
        Assert.Equal(0m, all.Sum(i => Number(i["totalGross"]!["value"])));
        Assert.All(await AllAsync(world, FhirType.ChargeItem), c => Assert.Equal("aborted", Text(c["status"])));
        Sums(all);

        await world.Get<StayCorrections>().CorrectAsync(world.As(Role.Reception), new()
        {
            Stay = stay.Stay,
            Event = (await world.Get<StayInquiries>().FindAsync(world.As(Role.Auditor), stay.Stay, Ct))!.Events.Single(e => e.Kind == StayEventKind.Started).Id,
            At = StayWorld.Begin + Duration.FromHours(9),
            Reason = "mal anotada",
            Approver = world.Approver(),
        }, Ct);
        await world.Get<StatementDesk>().InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay.Stay }, Ct);
        await world.Get<StayInvoicing>().RunDueAsync(world.Tenant, 10, Ct);
        await world.Get<StatementDesk>().SettleAsync(world.As(Role.Cashier), new() { Stay = stay.Stay, Reason = "R-1" }, Ct);
        all = await AllAsync(world, FhirType.Invoice);
        Assert.Equal(["balanced", "balanced", "cancelled", "cancelled", "issued", "issued"], all.Select(i => Text(i["status"])).Order(StringComparer.Ordinal));
        // What an earlier invoice refers to is still found, and says that it is charged no more.
        Assert.Equal("aborted", Text((await FindAsync(world, FhirType.ChargeItem, $"{stay.Stay}-1-1"))["status"]));
        Assert.Equal("billed", Text((await FindAsync(world, FhirType.ChargeItem, $"{stay.Stay}-3-1"))["status"]));
    }

    [Fact]
    public async Task A_visit_entered_twice_is_one_encounter_and_who_left_has_left()
    {
        var world = await WorldAsync();
        var wrong = await StartedAsync(world);
        await world.Get<StayCorrections>().EnterInErrorAsync(world.As(Role.Supervisor), new() { Stay = wrong.Stay, Reason = "otro" }, Ct);
        Assert.Equal("entered-in-error", Text((await AllAsync(world, FhirType.Encounter)).Single()["status"]));
        var right = await world.Get<StayReception>().RegisterAsync(world.As(Role.Reception), new() { Patient = world.Patients[0], Encounter = wrong.Encounter }, Ct);
        Assert.Equal("arrived", Text((await AllAsync(world, FhirType.Encounter)).Single()["status"]));
        await world.Get<StayReception>().StartAsync(world.As(Role.Reception), new() { Stay = right.Stay }, Ct);
        world.Clock.AdvanceMinutes(10);
        await world.Get<StayReception>().MoveCareAsync(world.As(Role.Nurse), new() { Stay = right.Stay, Step = ClinicalTrigger.BeginTreatment }, Ct);
        world.Clock.AdvanceMinutes(10);
        await world.Get<StayReception>().MoveCareAsync(world.As(Role.Nurse), new() { Stay = right.Stay, Step = ClinicalTrigger.Depart, Disposition = Disposition.AgainstAdvice }, Ct);

        var encounter = (await AllAsync(world, FhirType.Encounter, new(world.Patients[0], wrong.Encounter))).Single();
        FhirCheck.Holds(encounter);
        Assert.Equal(("finished", "aadvice", right.Stay.ToString()), (Text(encounter["status"]), Text(encounter["hospitalization"]!["dischargeDisposition"]!["coding"]![0]!["code"]), Text(encounter["identifier"]![0]!["value"])));
        Assert.Equal("2026-03-09T23:20:00-05:00", Text(encounter["period"]!["end"]));
        Assert.Empty(await AllAsync(world, FhirType.Encounter, new(world.Patients[1])));
    }

    [Fact]
    public async Task Rights_are_those_of_stays_and_bills_and_every_look_is_in_the_audit()
    {
        var world = await WorldAsync();
        var stay = await StartedAsync(world);
        var export = world.Get<FhirExport>();

        foreach (var type in Types)
            Assert.Equal(EmergencyBillingRules.RoleMissing, (await Assert.ThrowsAsync<EmergencyBillingException>(() => export.ListAsync(world.As(Role.Pharmacist), type, new(), PageRequest.First, Ct))).Code);
        Assert.Single((await export.ListAsync(world.As(Role.Nurse), FhirType.Encounter, new(), PageRequest.First, Ct)).Resources);
        await Assert.ThrowsAsync<EmergencyBillingException>(() => export.FindAsync(world.As(Role.Nurse), FhirType.ChargeItem, $"{stay.Stay}-0-1", Ct));
        foreach (var id in (string[])["", "x", "' OR 1=1", $"{stay.Stay}", $"{stay.Stay}-9", $"{stay.Stay}-9-9", $"{Guid.CreateVersion7()}"])
        {
            foreach (var type in Types) Assert.Null(await export.FindAsync(world.As(Role.Auditor), type, id, Ct));
        }

        var audit = await world.Get<IAuditLog>().ListAsync(world.Tenant, new(), new(500), Ct);
        Assert.Equal(1, audit.Items.Count(e => e.Action == "fhir.read"));
    }

    [Fact]
    public async Task The_culture_of_the_machine_changes_nothing()
    {
        var world = await WorldAsync();
        var stay = await StartedAsync(world);
        world.Clock.AdvanceMinutes(47);
        await CloseAsync(world, stay.Stay);
        await world.Get<StatementDesk>().InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay.Stay }, Ct);
        var before = CultureInfo.CurrentCulture;
        var invariant = await TextAsync();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("es-EC");
            Assert.Equal(invariant, await TextAsync());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        async Task<string> TextAsync()
        {
            var all = new List<JsonObject>();
            foreach (var type in Types) all.AddRange(await AllAsync(world, type));
            return string.Join('\n', all.Select(r => r.ToJsonString()));
        }
    }

    private static void Sums(IEnumerable<JsonObject> invoices) => Assert.All(invoices, i =>
    {
        var parts = i["lineItem"]!.AsArray().SelectMany(l => l!["priceComponent"]!.AsArray()).ToList();
        Assert.Equal(Number(i["totalGross"]!["value"]), parts.Sum(p => Number(p!["amount"]!["value"])));
        Assert.Equal(Number(i["totalNet"]!["value"]), parts.Where(p => Text(p!["type"]) != "tax").Sum(p => Number(p!["amount"]!["value"])));
    });

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static decimal Number(JsonNode? node) => node!.GetValue<decimal>();
}
