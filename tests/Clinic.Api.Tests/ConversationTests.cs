using System.Text.Json.Nodes;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Api.Tests;

/// <summary>Sentences about the clock, and the log that keeps sentences with their speaker's consent.</summary>
public class ConversationTests
{
    private const string Interpret = "/api/v1/spoken/interpret";
    private const string Consent = "/api/v1/me/conversation-consent";
    private const string Own = "/api/v1/me/conversations";
    private const string Start = "iniciar el conteo de José Muñoz";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Without_consent_sentences_are_answered_and_not_kept_and_with_it_they_are_kept_exported_and_purged(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var nurse = await factory.AsAsync("nurse");
        await HearAsync(nurse, "buenos días");
        Assert.Empty((await nurse.GetAsync(Consent)).Json.AsArray());

        Assert.Equal(1, (await nurse.OkAsync(Consent, new { given = true, version = 0 })).Json["version"]!.GetValue<long>());
        (await nurse.PostAsync(Consent, new { given = false, version = 0 })).Refused(409, "CLN211");
        await HearAsync(nurse, "buenas tardes");
        await HearAsync(nurse, Start, confidence: 0.9m);
        await HearAsync(await factory.AsAsync("physician"), "sin permiso");

        var kept = (await nurse.GetAsync(Own)).Json["items"]!.AsArray();
        Assert.Equal(["buenas tardes", Start], kept.Select(e => Text(e!, "said")).Order(StringComparer.Ordinal));
        var clock = kept.Single(e => Text(e!, "said") == Start)!;
        Assert.Equal(("emergency", "start", "unknown", 0.225m, 1), (Text(clock, "domain"), Text(clock, "intent"), Text(clock, "outcome"), clock["confidence"]!.GetValue<decimal>(), clock["consent"]!.GetValue<long>()));
        Assert.NotEmpty(Text(clock, "answered"));
        Assert.NotNull(clock["took"]);
        var lines = (await nurse.Client.GetStringAsync(new Uri(Own + "/export", UriKind.Relative), Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, l => Assert.NotNull(JsonNode.Parse(l)!["said"]));

        Assert.Equal(2, (await nurse.OkAsync(Consent, new { given = false, version = 1 })).Json["version"]!.GetValue<long>());
        await HearAsync(nurse, "ya no");
        Assert.Equal(2, (await nurse.GetAsync(Own)).Json["items"]!.AsArray().Count);
        Assert.Equal(2, (await nurse.OkAsync(Own + "/purge", new { })).Json["entries"]!.GetValue<long>());
        Assert.Empty((await nurse.GetAsync(Own)).Json["items"]!.AsArray());
        Assert.Equal([true, false], (await nurse.GetAsync(Consent)).Json.AsArray().Select(c => c!["isGiven"]!.GetValue<bool>()));
        var audit = (await (await factory.AsAsync("auditor")).GetAsync("/api/v1/audit?size=500")).Text;
        foreach (var action in (string[])["conversation.kept", "conversation.own-read", "conversation.own-exported", "conversation.purged-own", "conversation.consent-withdrawn"])
            Assert.Contains(action, audit, StringComparison.Ordinal);
        Assert.DoesNotContain("buenas tardes", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_see_figures_and_only_the_auditor_words()
    {
        using var factory = ApiFactory.InMemory();
        var (nurse, auditor, administrator) = (await factory.AsAsync("nurse"), await factory.AsAsync("auditor"), await factory.AsAsync("administrator"));
        var id = (await nurse.GetAsync("/api/v1/me")).Json["person"]!["id"]!.GetValue<string>();
        await nurse.OkAsync(Consent, new { given = true, version = 0 });
        await HearAsync(nurse, "frase secreta");

        var counts = await administrator.GetAsync("/api/v1/conversations/counts");

        Assert.Equal((id, 1L), (Text(counts.Json[0]!, "person"), counts.Json[0]!["entries"]!.GetValue<long>()));
        Assert.DoesNotContain("frase", counts.Text, StringComparison.Ordinal);
        (await administrator.GetAsync($"/api/v1/conversations?person={id}")).Refused(403, "API102");
        Assert.Equal("frase secreta", Text((await auditor.GetAsync($"/api/v1/conversations?person={id}")).Json["items"]![0]!, "said"));
        Assert.Contains("\"conversation.read\"", (await auditor.GetAsync("/api/v1/audit")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_sentence_about_the_clock_is_read_back_with_what_to_send(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var reception = await factory.AsAsync("reception");
        var (patient, stay) = await RegisterAsync(factory, reception, "José Muñoz", "0912345678");

        var first = await HearAsync(reception, Start);
        var again = await HearAsync(reception, Start.ToUpperInvariant());
        var nurse = await HearAsync(await factory.AsAsync("nurse"), Start);

        Assert.Equal(("understood", "spanish", "start"), (Text(first, "kind"), Text(first, "language"), Text(first["clock"]!, "intent")));
        Assert.Equal((stay, patient, "voice"), (Text(first["clock"]!["command"]!, "stay"), Text(first["clock"]!["command"]!, "patient"), Text(first["clock"]!["command"]!["body"]!, "source")));
        Assert.Equal(("POST", $"/api/v1/emergency/stays/{stay}/start"), (Text(first["send"]!, "method"), Text(first["send"]!, "path")));
        Assert.Equal(Text(first["send"]!, "idempotencyKey"), Text(again["send"]!, "idempotencyKey"));
        Assert.NotEqual(Text(first["send"]!, "idempotencyKey"), Text(nurse["send"]!, "idempotencyKey"));
        Assert.Contains("…5678", Text(first, "sentence"), StringComparison.Ordinal);
        Assert.Equal("impossible", Text(await HearAsync(reception, "pausar el conteo de José Muñoz por procedimiento"), "kind"));
        Assert.Equal("start", Text((await HearAsync(reception, "start the clock of Jose Munoz"))["clock"]!, "intent"));
        Assert.Equal("disposition", (await HearAsync(await factory.AsAsync("nurse"), "stop the clock of Jose Munoz"))["clock"]!["missing"]![0]!.GetValue<string>());
        Assert.Contains("patient.named", (await (await factory.AsAsync("auditor")).GetAsync("/api/v1/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_confirmed_and_sent_moves_the_clock_once()
    {
        using var factory = ApiFactory.InMemory();
        await StayTests.PriceAsync(factory);
        var reception = await factory.AsAsync("reception");
        var (_, stay) = await RegisterAsync(factory, reception, "José Muñoz", "0912345678");
        (string Said, string Status)[] steps =
        [
            (Start, "running"), ("pausar el conteo de José Muñoz por rayos X hace 5 minutos", "paused"), ("resume the clock of Jose Munoz at 10:31", "running"),
            ("cerrar el conteo de José Muñoz con alta", "closed"),
        ];
        foreach (var (said, status) in steps)
        {
            var heard = await HearAsync(reception, said);
            Assert.True(heard["send"] is not null, heard.ToJsonString());
            var (path, body, key) = (Text(heard["send"]!, "path"), heard["clock"]!["command"]!["body"]!, Text(heard["send"]!, "idempotencyKey"));

            var answer = await reception.OkAsync(path, body, key);
            var again = await reception.OkAsync(path, body, key);

            Assert.Equal((status, answer.Text), (answer["status"], again.Text));
            factory.Clock.Advance(Duration.FromMinutes(status == "running" ? 30 : 1));
            Assert.NotEqual(key, (await HearAsync(reception, said))["send"]?["idempotencyKey"]?.GetValue<string>());
        }

        var log = (await reception.GetAsync($"/api/v1/emergency/stays/{stay}/events")).Text;
        Assert.Equal(4, log.Split("\"voice\"").Length - 1);
    }

    [Fact]
    public async Task Of_two_of_one_name_the_chosen_one_is_meant()
    {
        using var factory = ApiFactory.InMemory();
        var reception = await factory.AsAsync("reception");
        var (first, _) = await RegisterAsync(factory, reception, "José Muñoz", "0912345678");
        var (second, stay) = await RegisterAsync(factory, reception, "Jose Munoz", "0987654321");

        var ambiguous = await HearAsync(reception, Start);
        var chosen = await HearAsync(reception, Start, new { patient = second });

        Assert.Equal("ambiguous", Text(ambiguous, "kind"));
        Assert.Equal(new HashSet<string> { first, second }, ambiguous["clock"]!["doubts"]![0]!["choices"]!.AsArray().Select(c => Text(c!, "id")).ToHashSet());
        Assert.Equal(("understood", stay), (Text(chosen, "kind"), Text(chosen["clock"]!["command"]!, "stay")));
    }

    [Fact]
    public async Task Each_speaker_is_answered_in_the_domains_of_their_roles()
    {
        using var factory = ApiFactory.InMemory();
        var (reception, auxiliary) = (await factory.AsAsync("reception"), await factory.AsAsync("auxiliary"));

        Assert.NotNull((await HearAsync(reception, "buenos días"))["clock"]);
        Assert.Null((await HearAsync(auxiliary, Start))["clock"]);
        Assert.NotNull((await HearAsync(await factory.AsAsync("nurse"), "buenos días", domain: "emergency"))["clock"]);
        (await auxiliary.PostAsync(Interpret, new { text = Start, session = Guid.NewGuid(), domain = "emergency" })).Refused(403, "CLN201");
        (await reception.PostAsync(Interpret, new { text = Start, session = Guid.NewGuid(), domain = "dispensing" })).Refused(403, "CLN201");
        (await reception.PostAsync(Interpret, new { text = Start, session = Guid.NewGuid(), confidence = 1.5 })).Refused(400, "API116");
        Assert.Equal("EMB709", Text((await HearAsync(reception, Start, confidence: 0.2m))["errors"]![0]!, "code"));
    }

    private static async Task<(string Patient, string Stay)> RegisterAsync(ApiFactory factory, ApiCaller reception, string name, string document)
    {
        var patient = (await reception.OkAsync("/api/v1/patients", new { name, documentKind = "cedula", documentNumber = document }))["patient"];
        var me = (await reception.GetAsync("/api/v1/me")).Json;
        var tenant = TenantId.Parse(me["tenant"]!.GetValue<string>());
        var person = PersonId.Parse(me["person"]!["id"]!.GetValue<string>());
        var site = SiteId.Parse(me["sites"]![0]!["id"]!.GetValue<string>());
        var ids = factory.Services.GetRequiredService<IIdGenerator>();
        var answer = await factory.Services.GetRequiredService<StayReception>().RegisterAsync(
            new(tenant, site, new Actor(person, [Role.Reception], []), "test", ids.Next<CommandId>()), new RegisterStay { Patient = PatientId.Parse(patient) }, Stop);
        return (patient, answer.Stay.ToString());
    }

    private static async Task<JsonNode> HearAsync(ApiCaller caller, string text, object? choices = null, string? domain = null, decimal? confidence = null) =>
        (await caller.OkAsync(Interpret, new { text, session = Guid.NewGuid(), choices, domain, confidence })).Json;

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
