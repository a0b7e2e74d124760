using System.Text;
using static Clinic.Api.Tests.TranscriptionVisit;

namespace Clinic.Api.Tests;

/// <summary>Transcripts over HTTP: brought in every form, read under audit, corrected; nothing of them in refusals.</summary>
public class TranscriptionTextTests
{
    [Theory]
    [InlineData("text/plain", Throat)]
    [InlineData("text/vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Doctor>¿Qué le duele?\n\n00:02.000 --> 00:05.000\n<v Paciente>Me duele la garganta desde ayer.\n")]
    [InlineData("application/x-subrip", "1\n00:00:00,000 --> 00:00:02,000\nDoctor: ¿Qué le duele?\n\n2\n00:00:02,000 --> 00:00:05,000\nPaciente: Me duele la garganta desde ayer.\n")]
    public async Task Every_form_of_a_transcript_is_taken_once(string type, string text)
    {
        using var factory = ApiFactory.InMemory();
        var v = await OpenAsync(factory);
        var session = await v.GrantedAsync();
        var key = Guid.NewGuid().ToString();

        var brought = await BringAsync(v.Assistant, session, text, type: type, key: key);
        Assert.Equal("transcribed", brought["status"]);
        Assert.Equal(brought.Text, (await BringAsync(v.Assistant, session, text, type: type, key: key)).Text);
        (await BringAsync(v.Assistant, session, text + "Más.", type: type, key: key)).Refused(409, "CLN101");
        var read = (await v.Physician.GetAsync($"{Of(session)}/transcript")).Json;
        Assert.Contains("garganta", read["segments"]![1]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_transcript_is_read_under_audit_and_corrected_beside_what_was_heard(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        var session = await v.TypedAsync("Doctor: ¿Qué le duele?\nPaciente: Me duele la garganta.");
        var path = $"{Of(session)}/transcript";

        var read = await v.Physician.GetAsync(path);
        Assert.Equal("\"1\"", read.Headers["ETag"]);
        var label = read.Json["segments"]![1]!["speaker"]!.GetValue<string>();
        (await v.Physician.PostAsync($"{path}/correct", new { segment = 1, text = "Me arde la garganta." })).Refused(400, "API123");
        (await v.Physician.PostAsync($"{path}/correct", new { segment = 9, text = "Me arde.", version = 1 })).Refused(422, "TRN315");
        Assert.Equal(2, (await v.Assistant.OkAsync($"{path}/correct", new { segment = 1, text = "Me arde la garganta.", version = 1 })).Json["version"]!.GetValue<int>());
        (await v.Physician.PostAsync($"{path}/correct", new { segment = 1, text = "Otra.", version = 1 })).Refused(409, "TRN316");
        await v.Physician.OkAsync($"{path}/roles", new { roles = new Dictionary<string, string> { [label] = "relative" }, version = 2 });
        (await v.Physician.PostAsync($"{path}/roles", new { roles = new Dictionary<string, string> { ["nadie"] = "relative" }, version = 3 })).Refused(422, "TRN317");
        (await v.Other.PostAsync($"{path}/correct", new { segment = 1, text = "Me arde.", version = 3 })).Refused(404, "TRN301");

        var now = (await v.Assistant.GetAsync(path)).Json;
        Assert.Equal("Me arde la garganta.", now["segments"]![1]!["text"]!.GetValue<string>());
        Assert.Equal("relative", now["roles"]![label]!.GetValue<string>());
        Assert.Equal(2, now["corrections"]!.AsArray().Count);
        Assert.Equal("Me duele la garganta.", (await v.Physician.GetAsync($"{path}?original=true")).Json["segments"]![1]!["text"]!.GetValue<string>());
        Assert.Equal(3, (await v.AuditAsync("transcription.transcript", session)).Count(a => a == "transcript.read"));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_recording_is_heard_again_on_its_physicians_word_and_every_version_stays_readable(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        var session = await v.RecordingAsync();
        await ChunkAsync(v.Physician, session, 0, new byte[320_000]);
        await v.Physician.OkAsync($"{Of(session)}/stop");
        await BringAsync(v.Physician, session, "Doctor: ¿Qué le duele?\nPaciente: Me duele la garganta.", typed: true);
        await v.Physician.OkAsync($"{Of(session)}/transcript/correct", new { segment = 1, text = "Me arde la garganta.", version = 1 });
        var path = $"{Of(session)}/hear-anew";

        (await v.Assistant.PostAsync(path)).Refused(403, "API102");
        (await v.Other.PostAsync(path)).Refused(403, "TRN902");
        (await v.Physician.PostAsync(path)).Refused(422, "TRN319");
        const string key = "0192f0c4-7c1e-7a3b-8f00-0000000000aa";
        var asked = await v.Physician.PostAsync(path, new { replaceCorrections = true }, key);
        Assert.Equal("transcribed", asked["status"]);
        Assert.Equal(asked.Text, (await v.Physician.PostAsync(path, new { replaceCorrections = true }, key)).Text);
        (await v.Physician.PostAsync(path, new { replaceCorrections = true })).Refused(422, "TRN320");

        var found = (await v.Physician.GetAsync(Of(session))).Json;
        Assert.Equal((true, "sealed", "noEngine"), (found["isHeardAnew"]!.GetValue<bool>(), found["audio"]!.GetValue<string>(), found["waitsFor"]!.GetValue<string>()));
        Assert.Contains("session.hearing-asked-anew", await v.AuditAsync("transcription.session", session));
        string Said(ApiAnswer answer) => answer.Json["segments"]![1]!["text"]!.GetValue<string>();
        Assert.Equal("Me duele la garganta.", Said(await v.Physician.GetAsync($"{Of(session)}/transcript?at=1")));
        Assert.Equal("Me arde la garganta.", Said(await v.Physician.GetAsync($"{Of(session)}/transcript?at=2")));
        (await v.Physician.GetAsync($"{Of(session)}/transcript?at=3")).Refused(409, "TRN316");
        (await v.Physician.GetAsync($"{Of(session)}/transcript?at=0")).Refused(409, "TRN316");
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_without_a_word_of_it()
    {
        using var factory = ApiFactory.InMemory();
        var v = await OpenAsync(factory);
        var session = await v.GrantedAsync();
        var path = $"{Of(session)}/transcript";
        const string secret = "Rosa Peñafiel confesó";

        (await BringAsync(v.Physician, session, "")).Refused(400, "API112");
        (await BringAsync(v.Physician, session, "  ")).Refused(400, "TRN361");
        (await BringAsync(v.Physician, session, secret, type: "text/csv")).Refused(415, "API111");
        ApiAnswer[] refused =
        [
            (await BringAsync(v.Physician, session, secret)).Refused(400, "TRN364"),
            (await BringAsync(v.Physician, session, $"{{\"texto\": \"{secret}\"", type: "application/json")).Refused(400, "TRN367"),
            (await v.Physician.PostAsync(path, new ByteArrayContent([0xC3, 0x28, .. Encoding.UTF8.GetBytes(secret)]) { Headers = { ContentType = new("text/plain") } })).Refused(400, "TRN363"),
        ];
        foreach (var answer in refused) Assert.DoesNotContain("Peñafiel", answer.Text, StringComparison.Ordinal);
        (await v.Physician.PostAsync(path, new ByteArrayContent(new byte[(5 << 20) + 1]) { Headers = { ContentType = new("text/plain") } })).Refused(413, "API110");
        (await v.Physician.GetAsync(path)).Refused(404, "TRN312");
        (await BringAsync(v.Other, session, Throat)).Refused(403, "TRN902");
    }
}
