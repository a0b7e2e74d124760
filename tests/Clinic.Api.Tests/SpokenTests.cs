using System.Text.Json.Nodes;

namespace Clinic.Api.Tests;

public class SpokenTests
{
    private const string Sentence = "registrar entrega de 1 ampolla de fentanilo para paciente José Muñoz, dosis 50 mcg";
    private const string Path = "/api/v1/spoken/interpret";

    private static readonly string Session = "0190f0c0-0000-7000-8000-000000000077";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_sentence_is_read_back_with_what_to_send_and_nothing_is_changed(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var (patient, ampoule) = await OpenAsync(factory);
        var (nurse, auditor) = (await factory.AsAsync("nurse"), await factory.AsAsync("auditor"));
        var before = (await auditor.GetAsync("/api/v1/audit?size=500")).Json["items"]!.AsArray().Count;

        var first = (await nurse.OkAsync(Path, new { text = Sentence, session = Session })).Json;
        var again = (await nurse.OkAsync(Path, new { text = Sentence.ToUpperInvariant(), session = Session, language = "spanish" })).Json;
        var other = (await nurse.OkAsync(Path, new { text = Sentence, session = Guid.NewGuid() })).Json;

        Assert.Equal(("understood", "spanish"), (Text(first, "kind"), Text(first, "language")));
        Assert.Contains("José Muñoz", Text(first, "sentence"), StringComparison.Ordinal);
        var command = first["command"]!;
        Assert.Equal(("handOver", patient, ampoule), (Text(command, "intent"), Text(command, "patient"), Text(command, "presentation")));
        Assert.Equal((1m, "ug"), (command["quantity"]!["value"]!.GetValue<decimal>(), Text(command["dose"]!, "unit")));
        Assert.Equal(("POST", "/api/v1/hand-overs"), (Text(first["send"]!, "method"), Text(first["send"]!, "path")));
        var key = Text(first["send"]!, "idempotencyKey");
        Assert.True(Guid.TryParse(key, out _));
        Assert.Equal(key, Text(again["send"]!, "idempotencyKey"));
        Assert.NotEqual(key, Text(other["send"]!, "idempotencyKey"));
        // Nothing but who was told of whom.
        var after = (await auditor.GetAsync("/api/v1/audit?size=500")).Json["items"]!.AsArray();
        Assert.Equal(3, after.Count - before);
        Assert.Equal([patient, patient, patient], after.Where(e => Text(e!, "action") == "patient.named").Select(e => Text(e!["subject"]!, "id")));
    }

    [Fact]
    public async Task Of_two_of_one_name_the_chosen_one_is_meant()
    {
        using var factory = ApiFactory.InMemory();
        var (first, _) = await OpenAsync(factory);
        var nurse = await factory.AsAsync("nurse");
        var second = (await nurse.OkAsync("/api/v1/patients", new { name = "Jose Munoz" }))["patient"];

        var ambiguous = (await nurse.OkAsync(Path, new { text = Sentence, session = Session })).Json;
        var chosen = (await nurse.OkAsync(Path, new { text = Sentence, session = Session, choices = new { patient = second } })).Json;

        Assert.Equal(("ambiguous", "patient"), (Text(ambiguous, "kind"), Text(ambiguous["doubts"]![0]!, "slot")));
        Assert.Equal(new HashSet<string> { first, second }, ambiguous["doubts"]![0]!["choices"]!.AsArray().Select(c => Text(c!, "id")).ToHashSet());
        Assert.Null(ambiguous["send"]);
        Assert.Equal(("understood", second), (Text(chosen, "kind"), Text(chosen["command"]!, "patient")));
    }

    [Theory]
    [InlineData("registrar entrega de 1 ampolla de fentanilo, dosis 50 mcg", "incomplete", "missing", "[\"patient\"]")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente Nadie Ninguno, dosis 50 mcg", "unknown", "errors", "[]")]
    [InlineData("registrar entrega de 1 ampolla de fentanilo para paciente José Muñoz, dosis 500 mcg", "impossible", "doubts", "[]")]
    [InlineData("buenos días", "notUnderstood", "missing", "[]")]
    public async Task What_cannot_be_done_says_why(string text, string kind, string field, string value)
    {
        using var factory = ApiFactory.InMemory();
        await OpenAsync(factory);

        var answer = (await (await factory.AsAsync("nurse")).OkAsync(Path, new { text, session = Session, language = "spanish" })).Json;

        Assert.Equal((kind, value), (Text(answer, "kind"), answer[field]!.ToJsonString()));
        Assert.NotEmpty(Text(answer, "sentence"));
        Assert.Null(answer["send"]);
        Assert.Equal(kind is "impossible" or "notUnderstood", answer["errors"]!.AsArray().Count > 0);
        Assert.All(answer["errors"]!.AsArray(), e => Assert.StartsWith("DSP7", Text(e!, "code"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"text\":\"x\"}", "API114")]
    [InlineData("{\"text\":\"x\",\"session\":\"7\"}", "API116")]
    [InlineData("{\"text\":\"x\",\"session\":\"00000000-0000-0000-0000-000000000000\"}", "API116")]
    [InlineData("{\"text\":\"x\",\"session\":\"0190f0c0-0000-7000-8000-000000000077\",\"language\":\"klingon\"}", "API116")]
    [InlineData("{\"text\":null,\"session\":\"0190f0c0-0000-7000-8000-000000000077\"}", "API116")]
    public async Task A_malformed_request_is_refused(string body, string code)
    {
        using var factory = ApiFactory.InMemory();

        (await (await factory.AsAsync("nurse")).PostAsync(Path, body)).Refused(400, code);
    }

    [Fact]
    public async Task Whatever_is_said_is_answered()
    {
        using var factory = ApiFactory.InMemory();
        var nurse = await factory.AsAsync("nurse");

        foreach (var text in new[] { "", " ", "\u001d", new string('a', 501), "1", "'; DROP TABLE patients; --", "😀 \u202e", "registrar registrar registrar" })
            Assert.Equal("notUnderstood", Text((await nurse.OkAsync(Path, new { text, session = Session })).Json, "kind"));
    }

    private static async Task<(string Patient, string Ampoule)> OpenAsync(ApiFactory factory)
    {
        var pharmacist = await factory.AsAsync("pharmacist");
        var medication = (await pharmacist.OkAsync("/api/v1/medications", new
        {
            code = "FEN",
            genericName = "Fentanilo",
            doseForm = "injection",
            ingredients = new[] { new { name = "Fentanyl", strength = new { value = 100, unit = "ug" }, per = new { value = 2, unit = "mL" } } },
        }))["id"];
        var ampoule = (await pharmacist.OkAsync("/api/v1/presentations", new
        {
            medication,
            code = "FEN-2",
            name = "Fentanilo 100 mcg/2 mL ampolla",
            baseUnit = "{ampule}",
            containerContent = new { value = 2, unit = "mL" },
        }))["id"];
        return ((await pharmacist.OkAsync("/api/v1/patients", new { name = "José Muñoz" }))["patient"], ampoule);
    }

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
