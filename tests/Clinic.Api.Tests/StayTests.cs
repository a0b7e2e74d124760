using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

/// <summary>A stay over HTTP: arrival, clock, care, close, correction before a second person, reopening.</summary>
public class StayTests
{
    private const string Stays = "/api/v1/emergency/stays";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_stay_runs_is_priced_closed_corrected_and_reopened(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var (reception, patient) = await OpenAsync(factory);
        var nurse = await factory.AsAsync("nurse");
        var supervisor = await factory.AsAsync("supervisor");

        var registered = await reception.OkAsync(Stays, new { patient, acuity = "urgent", payer = "IESS" });
        var stay = $"{Stays}/{registered["stay"]}";
        var started = await reception.OkAsync($"{stay}/start", new { version = 1 });
        factory.Clock.AdvanceMinutes(20);
        await nurse.OkAsync($"{stay}/pause", new { kind = "procedure" });
        factory.Clock.AdvanceMinutes(10);
        await nurse.OkAsync($"{stay}/resume", new { });
        await nurse.OkAsync($"{stay}/clinical", new { step = "beginTreatment" });
        await reception.OkAsync($"{stay}/acuity", new { acuity = "emergent" });
        await reception.OkAsync($"{stay}/payer", new { payer = (string?)null });
        await reception.OkAsync($"{stay}/carve-outs", new { at = "2026-03-02T15:05:00Z", until = "2026-03-02T15:10:00Z", reason = "equipo" });
        factory.Clock.AdvanceMinutes(30);
        (await reception.PostAsync($"{stay}/close", new { disposition = "againstAdvice" })).Refused(400, "EMB312");
        (await reception.PostAsync($"{stay}/pause", new { kind = "other" })).Refused(400, "EMB101");
        (await reception.PostAsync($"{stay}/close", new { disposition = "discharged", version = 2 })).Refused(409, "EMB302");
        var key = Guid.NewGuid().ToString();
        var closed = await reception.OkAsync($"{stay}/close", new { disposition = "discharged" }, key);
        Assert.Equal(closed.Text, (await reception.OkAsync($"{stay}/close", new { disposition = "discharged" }, key)).Text);
        (await reception.PostAsync($"{stay}/close", new { disposition = "discharged" })).Refused(422, "EMB304");

        var preview = (await reception.GetAsync($"{stay}/preview")).Json;
        Assert.Equal(45m, preview["statement"]!["total"]!.GetValue<decimal>());
        Assert.NotEmpty(preview["words"]!.AsArray());

        // Typed on the wall clock of Guayaquil, before a supervisor who types a PIN.
        var correct = new { @event = started["event"], atLocal = new { local = "2026-03-02T10:10" }, reason = "hora mal anotada" };
        (await reception.PostAsync($"{stay}/correct", correct)).Refused(422, "EMB317");
        var me = (await supervisor.GetAsync("/api/v1/me")).Json["person"]!["id"]!.GetValue<string>();
        await reception.OkAsync($"{stay}/correct", new { correct.@event, correct.atLocal, correct.reason, approver = new { kind = "pin", secret = "630185", person = me } });
        var found = await reception.GetAsync(stay);
        Assert.Equal("2026-03-02T15:10:00Z", found.Json["startedAt"]!.GetValue<string>());
        Assert.Equal("\"10\"", found.Headers["ETag"]);
        var events = (await reception.GetAsync($"{stay}/events")).Json.AsArray();
        Assert.Equal(10, events.Count);
        Assert.Equal(events[9]!["entry"]!["id"]!.GetValue<string>(), events[1]!["supersededBy"]!.GetValue<string>());
        Assert.Equal("2026-03-02T10:10:00", events[9]!["entry"]!["entered"]!["local"]!.GetValue<string>());
        Assert.Equal("-05", events[9]!["entry"]!["entered"]!["offset"]!.GetValue<string>());

        (await reception.PostAsync($"{stay}/reopen", new { gap = "billable", reason = "error" })).Refused(403, "API102");
        await supervisor.OkAsync($"{stay}/reopen", new { gap = "billable", reason = "error" });
        await nurse.OkAsync($"{stay}/clinical", new { step = "depart", disposition = "discharged" });
        await reception.OkAsync($"{stay}/abandon", new { disposition = "againstAdvice", reason = "no quiso esperar" });
        await supervisor.OkAsync($"{stay}/not-billable", new { reason = "convenio" });
        (await reception.GetAsync($"{stay}/preview")).Refused(422, "EMB327");
    }

    [Fact]
    public async Task Stays_are_listed_and_every_look_is_noted()
    {
        using var factory = ApiFactory.InMemory();
        var (reception, patient) = await OpenAsync(factory);
        var other = await PatientAsync(reception, "Beatriz Ñauta");
        var first = (await reception.OkAsync(Stays, new { patient }))["stay"];
        var second = (await reception.OkAsync(Stays, new { patient = other }))["stay"];
        await reception.OkAsync($"{Stays}/{first}/start", new { });
        await reception.OkAsync($"{Stays}/{second}/cancel", new { reason = "no se quedó" });
        var auditor = await factory.AsAsync("auditor");

        Assert.Equal([first], Ids((await reception.GetAsync($"{Stays}?isOpen=true")).Json));
        Assert.Equal([second], Ids((await reception.GetAsync($"{Stays}?status=cancelled&clinical=cancelled")).Json));
        Assert.Equal([first], Ids((await reception.GetAsync($"{Stays}?patient={patient}&from=2026-03-02T15:00:00Z&until=2026-03-03T00:00:00Z")).Json));
        await reception.GetAsync($"{Stays}/{first}");
        await reception.GetAsync($"{Stays}/{first}/events");
        await reception.GetAsync($"{Stays}/{first}/preview");

        var noted = (await auditor.GetAsync($"/api/v1/audit?subjectKind=core.patient&subjectId={patient}")).Json["items"]!.AsArray().Select(e => e!["action"]!.GetValue<string>());
        Assert.Equal(["stay.listed", "stay.listed", "stay.read", "stay.read", "stay.read"], noted.Where(a => a.StartsWith("stay.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        (await reception.GetAsync($"{Stays}/{Guid.CreateVersion7()}")).Refused(404, "EMB301");
        (await reception.GetAsync($"{Stays}?status=7")).Refused(400, "API118");
        (await (await factory.AsAsync("pharmacist")).GetAsync(Stays)).Refused(403, "API102");
    }

    [Fact]
    public async Task Without_a_tariff_nothing_starts_and_a_second_stay_of_the_patient_neither()
    {
        using var factory = ApiFactory.InMemory();
        var reception = await factory.AsAsync("reception");
        var patient = await PatientAsync(reception, "Ana Ñáñez");
        var stay = (await reception.OkAsync(Stays, new { patient }))["stay"];

        (await reception.PostAsync($"{Stays}/{stay}/start", new { })).Refused(422, "EMB203");
        await PriceAsync(factory);
        await reception.OkAsync($"{Stays}/{stay}/start", new { });
        var next = (await reception.OkAsync(Stays, new { patient }))["stay"];
        (await reception.PostAsync($"{Stays}/{next}/start", new { })).Refused(422, "EMB310");
        var supervisor = await factory.AsAsync("supervisor");
        Assert.Equal("enteredInError", (await supervisor.OkAsync($"{Stays}/{stay}/entered-in-error", new { reason = "otro paciente" }))["status"]);
        await reception.OkAsync($"{Stays}/{next}/start", new { });
    }

    private static async Task<(ApiCaller Reception, string Patient)> OpenAsync(ApiFactory factory)
    {
        await PriceAsync(factory);
        var reception = await factory.AsAsync("reception");
        return (reception, await PatientAsync(reception, "Ana Ñáñez"));
    }

    internal static async Task<string> PatientAsync(ApiCaller caller, string name) => (await caller.OkAsync("/api/v1/patients", new { name, allergies = Array.Empty<string>() }))["patient"];

    // Sixty dollars an hour for everybody, to the second; written by one, published by another.
    internal static async Task PriceAsync(ApiFactory factory)
    {
        var (writer, publisher) = (await factory.AsAsync("administrator"), await factory.AsAsync("supervisor"));
        var starters = (await writer.GetAsync("/api/v1/emergency/tariffs/starters")).Json.AsArray();
        var terms = starters[0]!["terms"]!.DeepClone();
        terms["components"]![0]!["perHour"] = 60;
        terms["metering"]!["block"] = JsonNode.Parse("""{ "size": "0:00:01", "threshold": "0:00:01" }""");
        var tariff = await writer.OkAsync("/api/v1/emergency/tariffs", new { name = "Emergencia", reason = "apertura" });
        var id = tariff["tariff"];
        var draft = await writer.OkAsync($"/api/v1/emergency/tariffs/{id}/versions", new { terms, effectiveFrom = "2026-03-02T15:00:00Z", reason = "apertura", version = tariff.Json["version"]!.GetValue<long>() });
        await publisher.OkAsync($"/api/v1/emergency/tariffs/{id}/versions/1/publish", new { reason = "conforme", version = draft.Json["version"]!.GetValue<long>() });
    }

    private static IEnumerable<string> Ids(JsonNode page) => page["items"]!.AsArray().Select(i => i!["id"]!.GetValue<string>());
}
