using System.Buffers.Binary;
using System.Net;
using static Clinic.Api.Tests.TranscriptionVisit;

namespace Clinic.Api.Tests;

/// <summary>What should not come in and should not be done with recorded visits: each gets a clear coded answer, and nothing is lost.</summary>
public class TranscriptionBadInputTests
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Audio_that_is_empty_cut_or_mislabelled_is_refused_or_says_so_and_a_better_one_is_taken_after_it(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        var wav = Wav(8_000, 8_000);
        (byte[] Bytes, string Type, string Code)[] refused =
        [
            ([], "audio/wav", "TRN401"), (wav[..44], "audio/wav", "TRN401"), (wav[..30], "audio/wav", "TRN404"), ([.. "ID3"u8, .. new byte[2_000]], "audio/wav", "TRN403"),
            (wav, "audio/mpeg", "TRN403"), ([.. "<html>Rosa Peñafiel</html>"u8], "audio/wav", "TRN402"),
        ];
        foreach (var (bytes, type, code) in refused)
        {
            var session = await v.GrantedAsync();
            var finished = await ImportAsync(v, session, type, bytes);
            Assert.DoesNotContain("Rosa", finished.Refused(400, code).Text, StringComparison.Ordinal);
            Assert.Equal("ready", (await v.Physician.GetAsync(Of(session))).Json["status"]!.GetValue<string>());
            (await PutAsync(v.Physician, $"{Of(session)}/import?offset={bytes.Length}", [])).Refused(400, "API112");
        }

        var cut = await v.GrantedAsync();
        Assert.Equal("captured", (await ImportAsync(v, cut, "audio/wav", wav[..1_000]))["status"]);
        Assert.True((await v.Physician.GetAsync(Of(cut))).Json["captured"]!["isTruncated"]!.GetValue<bool>());
    }

    [Fact]
    public async Task More_than_is_taken_is_refused_before_it_is_read()
    {
        using var factory = ApiFactory.InMemory();
        var v = await OpenAsync(factory);
        var session = await v.RecordingAsync();
        await ChunkAsync(v.Physician, session, 0, new byte[32_000]);

        (await ChunkAsync(v.Physician, session, 32_000, new byte[(8 << 20) + 1])).Refused(413, "API110");
        Assert.Equal(32_000, (await v.Physician.GetAsync($"{Of(session)}/audio")).Json["safeBytes"]!.GetValue<long>());

        // Three hours and a second, as samples that are nearly nothing: what came before the limit is kept.
        var (hours, sent) = (3L * 3600 * 32_000, 32_000L);
        var quiet = new byte[8 << 20];
        while (sent + quiet.Length <= hours) sent = (await ChunkAsync(v.Physician, session, sent, quiet)).Json["next"]!.GetValue<long>();
        (await ChunkAsync(v.Physician, session, sent, quiet)).Refused(422, "TRN406");
        Assert.Equal(sent, (await v.Physician.GetAsync($"{Of(session)}/audio")).Json["safeBytes"]!.GetValue<long>());
        Assert.Equal("captured", (await v.Physician.OkAsync($"{Of(session)}/stop"))["status"]);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_physician_records_one_visit_at_a_time_and_each_physician_their_own(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        var (first, second) = (await v.RecordingAsync(), await v.GrantedAsync());

        var refused = (await v.Physician.PostAsync($"{Of(second)}/start", new { recorder = "page-2", format = Raw })).Refused(422, "TRN304");
        Assert.Contains(first, refused.Text, StringComparison.Ordinal);
        (await v.Other.PostAsync($"{Of(first)}/stop")).Refused(403, "TRN902");
        (await ChunkAsync(v.Physician, first, 0, new byte[3_200], recorder: "page-2")).Refused(422, "TRN318");
        await v.Physician.OkAsync($"{Of(first)}/pause", new { reason = "private" });
        (await v.Physician.PostAsync($"{Of(second)}/start", new { recorder = "page-2", format = Raw })).Refused(422, "TRN304");
        await v.Physician.OkAsync($"{Of(first)}/stop");
        Assert.Equal("recording", (await v.Physician.OkAsync($"{Of(second)}/start", new { recorder = "page-2", format = Raw }))["status"]);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_report_is_edited_as_it_was_read_and_signed_once_by_its_physician_before_a_withdrawal(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        var (signed, path) = await ManualAsync(v);
        var read = (await v.Physician.GetAsync(path)).Json["report"]!["version"]!.GetValue<long>();

        (await v.Physician.PostAsync($"{path}/edit", new { changes = new[] { new { kind = "insert", section = "plan", text = "Reposo." } }, version = read - 1 })).Refused(409, "TRN602");
        (await v.Other.PostAsync($"{path}/sign", new { version = read })).Refused(404, "TRN601");
        (await v.Assistant.PostAsync($"{path}/sign", new { version = read })).Refused(403, "API102");
        await v.Physician.OkAsync($"{path}/sign", new { version = read });
        (await v.Physician.PostAsync($"{path}/sign", new { version = read })).Refused(409, "TRN602");
        (await v.Physician.PostAsync($"{path}/sign", new { version = read + 1 })).Refused(422, "TRN603");
        Assert.Single((await v.Physician.GetAsync($"{path}/history")).Json["versions"]!.AsArray());

        var (withdrawn, open) = await ManualAsync(v);
        foreach (var session in (string[])[signed, withdrawn]) await v.Physician.OkAsync($"{Of(session)}/consent/withdraw", new { given = OnScreen });
        var version = (await v.Physician.GetAsync(open)).Json["report"]!["version"]!.GetValue<long>();
        Assert.Contains("TRN614", (await v.Physician.PostAsync($"{open}/sign", new { version })).Refused(422, "TRN603").Codes);
        var kept = (await v.Physician.GetAsync(path)).Json["report"]!;
        Assert.Equal((true, 4), (kept["consentWithdrawn"]!.GetValue<bool>(), kept["versions"]![0]!["statements"]!.AsArray().Count));
    }

    private static async Task<ApiAnswer> ImportAsync(TranscriptionVisit v, string session, string type, byte[] bytes)
    {
        await v.Physician.OkAsync($"{Of(session)}/import", new { format = new { mediaType = type } });
        if (bytes.Length > 0) Assert.Equal(HttpStatusCode.OK, (await PutAsync(v.Physician, $"{Of(session)}/import?offset=0", bytes)).Status);
        return await v.Physician.PostAsync($"{Of(session)}/import/finish");
    }

    private static async Task<(string Session, string Path)> ManualAsync(TranscriptionVisit v)
    {
        var session = await v.TypedAsync();
        var path = $"{Root}/reports/{(await v.Physician.OkAsync($"{Root}/reports", new { session, isManual = true }))["report"]}";
        var sections = (string[])["chiefComplaint", "presentIllness", "assessment", "plan"];
        await v.Physician.OkAsync($"{path}/edit", new { changes = sections.Select(section => new { kind = "insert", section, text = "Faringitis." }), version = 1 });
        return (session, path);
    }

    private static byte[] Wav(int rate, int declared)
    {
        const short channels = 1, bits = 8;
        var bytes = new byte[44 + declared];
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)(36 + declared));
        "WAVEfmt "u8.CopyTo(bytes.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(22), channels);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), rate * channels * bits / 8);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(32), (short)(channels * bits / 8));
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(34), bits);
        "data"u8.CopyTo(bytes.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(40), (uint)declared);
        return bytes;
    }
}
