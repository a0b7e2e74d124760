using System.IO.Compression;

namespace Clinic.Api.Tests;

/// <summary>Search, recorder settings, and what a patient may ask for, over HTTP.</summary>
public class TranscriptionPrivacyTests
{
    private const string Base = "/api/v1/transcription";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Words_are_found_by_who_has_a_part_exported_for_the_patient_and_erased_with_a_proof(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var (physician, supervisor, reception) = (await factory.AsAsync("physician"), await factory.AsAsync("supervisor"), await factory.AsAsync("reception"));
        var me = (await physician.GetAsync("/api/v1/me")).Json["person"]!["id"]!.GetValue<string>();
        var patient = (await reception.OkAsync("/api/v1/patients", new { name = "Rosa Paucar" }))["patient"]!;
        await supervisor.OkAsync($"{Base}/consent-forms", new { scopes = new[] { "record", "transcribe", "aiDraft", "keep" }, texts = new[] { new { language = "es", title = "Grabación", body = "Acepto." } } });
        var session = (await physician.OkAsync($"{Base}/sessions", new { patient, physician = me }))["session"]!;
        await physician.OkAsync($"{Base}/sessions/{session}/consent/grant", new { formVersion = 1, scopes = new[] { "record", "transcribe", "keep" }, given = new { giver = "patient", manner = "onScreen" } });
        using (var words = new StringContent("Doctora: ¿Qué le pasa?\nPaciente: Me duele muchísimo la garganta desde el jueves por la noche.", System.Text.Encoding.UTF8, "text/plain"))
            await physician.OkAsync($"{Base}/sessions/{session}/transcript", words);

        var hits = (await physician.GetAsync($"{Base}/search?q=muchisimo")).Json["items"]!.AsArray();
        Assert.Equal(session.ToString(), Assert.Single(hits)!["session"]!.GetValue<string>());
        Assert.Empty((await (await factory.AsAsync("physician-2")).GetAsync($"{Base}/search?q=muchisimo")).Json["items"]!.AsArray());

        var export = await reception.Client.GetByteArrayAsync(new Uri($"{Base}/patients/{patient}/export", UriKind.Relative), TestContext.Current.CancellationToken);
        using (var zip = new ZipArchive(new MemoryStream(export)))
        using (var reader = new StreamReader(zip.Entries.Single(e => e.FullName.EndsWith(".json", StringComparison.Ordinal)).Open()))
            Assert.Contains("garganta", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await supervisor.OkAsync($"{Base}/patients/{patient}/erase", new { given = new { giver = "patient", manner = "onScreen" } });
        Assert.Empty((await physician.GetAsync($"{Base}/search?q=muchisimo")).Json["items"]!.AsArray());
        Assert.NotEmpty((await supervisor.GetAsync($"{Base}/patients/{patient}/erasures")).Json.AsArray());
    }

    [Fact]
    public async Task Recorder_settings_are_ones_own()
    {
        using var factory = ApiFactory.InMemory();
        var physician = await factory.AsAsync("physician");
        Assert.Equal("speech", (await physician.GetAsync($"{Base}/recorder")).Json["quality"]!.GetValue<string>());

        await physician.OkAsync($"{Base}/recorder", new { quality = "fine", language = "en", device = "Sala 3" });

        Assert.Equal("Sala 3", (await physician.GetAsync($"{Base}/recorder")).Json["device"]!.GetValue<string>());
        (await physician.PostAsync($"{Base}/recorder", new { quality = "fine", language = "fr" })).Refused(400, "TRN101");
    }
}
