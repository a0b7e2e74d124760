using System.Net;
using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

/// <summary>Reports of stays over HTTP as JSON in parts, CSV and for Excel, and stays as FHIR.</summary>
public class StayReportTests
{
    private const string Stays = "/api/v1/emergency/stays";
    private const string Reports = "/api/v1/emergency/reports";
    private const string Today = "from=2026-03-02&through=2026-03-02";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Charges_open_stays_and_changes_answer_in_every_form(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        await StayTests.PriceAsync(factory);
        var reception = await factory.AsAsync("reception");
        var (cashier, supervisor, auditor) = (await factory.AsAsync("cashier"), await factory.AsAsync("supervisor"), await factory.AsAsync("auditor"));
        List<string> stays = [];
        List<string> encounters = [];
        for (var i = 0; i < 3; i++)
        {
            var patient = await StayTests.PatientAsync(reception, $"Ana Ñáñez {(char)('A' + i)}");
            var registered = await reception.OkAsync(Stays, new { patient, payer = i == 0 ? "=IESS" : null });
            stays.Add(registered["stay"]);
            encounters.Add(registered["encounter"]);
            await reception.OkAsync($"{Stays}/{stays[i]}/start", new { });
        }

        factory.Clock.AdvanceMinutes(30);
        foreach (var stay in stays.Take(2)) await reception.OkAsync($"{Stays}/{stay}/close", new { disposition = "discharged" });
        var close = (await reception.GetAsync($"{Stays}/{stays[0]}/events")).Json.AsArray()[2]!["entry"]!["id"]!.GetValue<string>();
        var me = (await supervisor.GetAsync("/api/v1/me")).Json["person"]!["id"]!.GetValue<string>();
        await reception.OkAsync($"{Stays}/{stays[0]}/correct", new { @event = close, at = "2026-03-02T15:20:00Z", reason = "+salió antes", approver = new { kind = "pin", secret = "630185", person = me } });
        await cashier.OkAsync($"/api/v1/emergency/stays/{stays[0]}/invoice", new { });

        var first = (await cashier.GetAsync($"{Reports}/charges?{Today}&size=1")).Json;
        var second = (await cashier.GetAsync($"{Reports}/charges?{Today}&size=1&after={first["next"]}")).Json;
        Assert.Equal(stays[..2], new[] { first, second }.Select(p => p["items"]![0]!["stay"]!.GetValue<string>()));
        Assert.Null(second["next"]);
        Assert.Equal((20m, "final", me), (Number(first["items"]![0]!["net"]), Text(first["items"]![0]!["kind"]), Text(first["items"]![0]!["approvedBy"]![0])));
        Assert.Equal((50m, 2), (Number(first["sums"]!["currencies"]![0]!["net"]), first["sums"]!["stays"]!.GetValue<int>()));
        Assert.Equal(50m, first["sums"]!["payers"]!.AsArray().Sum(p => Number(p!["total"])));
        Assert.True(JsonNode.DeepEquals(first["sums"], second["sums"]));
        Assert.Equal("0:30:00", Text(second["items"]![0]!["running"]));

        var open = (await supervisor.GetAsync($"{Reports}/open-stays")).Json;
        Assert.Equal((stays[2], 30m), (Text(open["items"]![0]!["stay"]), Number(open["items"]![0]!["total"])));
        Assert.Single(open["items"]!.AsArray());

        var changes = (await auditor.GetAsync($"{Reports}/changes?{Today}&stay={stays[0]}")).Json["items"]!.AsArray();
        var money = Assert.Single(changes)!["time"]!["money"]!;
        Assert.Equal((30m, 20m), (Number(money["before"]), Number(money["after"])));
        Assert.Equal("2026-03-02T10:20:00", Text(changes[0]!["time"]!["after"]!["local"]));
        var page = (await auditor.GetAsync($"{Reports}/changes?size=2")).Json;
        Assert.Equal("created", Text(page["items"]![0]!["price"]!["kind"]));
        Assert.Equal(2, (await auditor.GetAsync($"{Reports}/changes?size=2&after={page["next"]}")).Json["items"]!.AsArray().Count);
        Assert.Single((await auditor.GetAsync($"{Reports}/changes?person={me}&stay={stays[0]}")).Json["items"]!.AsArray());

        foreach (var report in new[] { $"charges?{Today}", "open-stays?", "changes?" })
        {
            var csv = await auditor.GetAsync($"{Reports}/{report}&format=csv&lang=en");
            var excel = await auditor.GetAsync($"{Reports}/{report}&format=excel&lang=es");
            Assert.Equal(HttpStatusCode.OK, csv.Status);
            Assert.Equal(csv.Text.Split("\r\n").Length, excel.Text.Split("\r\n").Length);
            Assert.Contains(";", excel.Text.Split("\r\n")[0], StringComparison.Ordinal);
        }

        var table = (await auditor.GetAsync($"{Reports}/charges?{Today}&format=csv&lang=es")).Text.Split("\r\n");
        Assert.Equal(5, table.Length);
        Assert.Contains(",'=IESS,", table[1], StringComparison.Ordinal);
        Assert.StartsWith("TOTAL,,2,", table[3], StringComparison.Ordinal);
        Assert.Contains(",'+salió antes", (await auditor.GetAsync($"{Reports}/changes?format=csv")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ñáñez", string.Concat(table) + first.ToJsonString() + open.ToJsonString(), StringComparison.Ordinal);

        var encounter = (await auditor.GetAsync($"/api/v1/fhir/R4/Encounter/{encounters[0]}")).Json;
        var charges = (await cashier.GetAsync($"/api/v1/fhir/R4/ChargeItem?encounter={encounters[0]}")).Json["entry"]!.AsArray();
        var invoices = (await cashier.GetAsync($"/api/v1/fhir/R4/Invoice?encounter={encounters[0]}")).Json["entry"]!.AsArray();
        Assert.Equal(("finished", "billed", "draft"), (Text(encounter["status"]), Text(charges[0]!["resource"]!["status"]), Text(invoices[0]!["resource"]!["status"])));
        Assert.Equal("20.00", charges[0]!["resource"]!["priceOverride"]!["value"]!.ToJsonString());
        Assert.Equal("in-progress", Text((await (await factory.AsAsync("nurse")).GetAsync($"/api/v1/fhir/R4/Encounter?encounter={encounters[2]}")).Json["entry"]![0]!["resource"]!["status"]));
    }

    [Fact]
    public async Task What_cannot_be_reported_is_refused_with_its_code()
    {
        using var factory = ApiFactory.InMemory();
        var auditor = await factory.AsAsync("auditor");

        (await auditor.GetAsync($"{Reports}/charges?from=2026-03-02&through=2026-03-01")).Refused(400, "EMB601");
        (await auditor.GetAsync($"{Reports}/changes?from=2026-03-02&through=2026-03-01")).Refused(400, "EMB601");
        (await auditor.GetAsync($"{Reports}/charges?{Today}&format=pdf")).Refused(400, "EMB101");
        (await auditor.GetAsync($"{Reports}/open-stays?format=csv&lang=de")).Refused(400, "EMB101");
        (await auditor.GetAsync($"{Reports}/open-stays?after=abc")).Refused(400, "API118");
        (await (await factory.AsAsync("reception")).GetAsync($"{Reports}/charges?{Today}")).Refused(403, "API102");
        (await (await factory.AsAsync("pharmacist")).GetAsync("/api/v1/fhir/R4/Encounter")).Refused(403, "EMB901");
        (await (await factory.AsAsync("cashier")).GetAsync("/api/v1/fhir/R4/MedicationDispense")).Refused(403, "DSP901");
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static decimal Number(JsonNode? node) => node!.GetValue<decimal>();
}
