using System.Net.Http.Headers;
using Clinic.Transcription.Audio;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Clinic.Api.Tests.TranscriptionVisit;

namespace Clinic.Api.Tests;

/// <summary>Audio in chunks over HTTP: once, twice, with a gap, cut in the middle, and brought from elsewhere.</summary>
public class TranscriptionAudioTests
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_visit_is_recorded_in_chunks_and_transcribed(string storage)
    {
        var engine = new Ears();
        using var factory = ApiFactory.Of(storage).With(s => s.AddSingleton<IBatchTranscriber>(engine));
        var v = await OpenAsync(factory);
        var session = await v.RecordingAsync();
        var path = Of(session);
        var (first, second) = (Sound(32_000), Sound(16_000));

        Assert.Equal(0, Safe(await v.Physician.GetAsync($"{path}/audio")));
        Assert.Equal(32_000, Next(await ChunkAsync(v.Physician, session, 0, first)));
        Assert.Equal(32_000, Next(await ChunkAsync(v.Physician, session, 0, first)));
        var gap = await ChunkAsync(v.Physician, session, 40_000, second);
        gap.Refused(409, "TRN416");
        Assert.Equal("32000", gap.Json["errors"]![0]!["facts"]!["expected"]!.GetValue<string>());
        (await ChunkAsync(v.Physician, session, 16_000, Sound(16_000, 9))).Refused(409, "TRN417");
        (await ChunkAsync(v.Physician, session, 32_000, second, "page-2")).Refused(422, "TRN318");
        (await ChunkAsync(v.Other, session, 32_000, second)).Refused(403, "TRN902");
        (await ChunkAsync(v.Physician, session, -1, second)).Refused(400, "API118");
        (await PutAsync(v.Physician, $"{path}/audio?recorder={Recorder}", second)).Refused(400, "API118");
        (await PutAsync(v.Physician, $"{path}/audio?offset=32000&recorder={Recorder}", [])).Refused(400, "API112");
        (await v.Physician.SendAsync(HttpMethod.Put, $"{path}/audio?offset=32000&recorder={Recorder}", new { })).Refused(415, "API111");
        (await ChunkAsync(v.Physician, session, 32_000, new byte[(8 << 20) + 1])).Refused(413, "API110");

        (await v.Physician.PostAsync($"{path}/pause", new { reason = "captureLost" })).Refused(400, "TRN101");
        await v.Physician.OkAsync($"{path}/pause", new { reason = "patientAsked" });
        Assert.Equal(32_000, Safe(await v.Physician.OkAsync($"{path}/alive", new { recorder = Recorder })));
        await v.Physician.OkAsync($"{path}/resume", new { recorder = "page-2" });
        Assert.Equal(48_000, Next(await ChunkAsync(v.Physician, session, 32_000, second, "page-2")));
        var stopped = await v.Physician.OkAsync($"{path}/stop");
        Assert.Equal("captured", stopped["status"]);
        (await ChunkAsync(v.Physician, session, 48_000, second, "page-2")).Refused(422, "TRN318");
        var held = (await v.Physician.GetAsync($"{path}/audio")).Json;
        Assert.Equal(("sealed", 48_000L), (held["audio"]!.GetValue<string>(), held["safeBytes"]!.GetValue<long>()));

        await v.RunAsync("transcription.work");
        var read = (await v.Physician.GetAsync(path)).Json;
        Assert.Equal("transcribed", read["status"]!.GetValue<string>());
        Assert.Single(read["gaps"]!.AsArray());
        Assert.Equal([.. first, .. second], engine.Heard);
        Assert.Equal(2, (await v.Assistant.GetAsync($"{path}/transcript")).Json["segments"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task An_upload_cut_in_the_middle_leaves_nothing_half_and_goes_on(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        var session = await v.RecordingAsync();
        var whole = Sound(96_000);
        Assert.Equal(32_000, Next(await ChunkAsync(v.Physician, session, 0, whole[..32_000])));

        using var cut = new StreamContent(new Cut(whole[32_000..64_000]));
        cut.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        await Assert.ThrowsAnyAsync<Exception>(() => v.Physician.SendAsync(HttpMethod.Put, $"{Of(session)}/audio?offset=32000&recorder={Recorder}", cut));

        var again = await factory.AsAsync("physician");
        var safe = Safe(await again.GetAsync($"{Of(session)}/audio"));
        Assert.Equal(32_000, safe);
        Assert.Equal(96_000, Next(await ChunkAsync(again, session, safe, whole[(int)safe..])));
        await again.OkAsync($"{Of(session)}/stop");
        Assert.Equal(96_000, (await again.GetAsync(Of(session))).Json["captured"]!["bytes"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_recording_from_elsewhere_is_looked_into_before_it_is_taken(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var v = await OpenAsync(factory);
        var wav = Wav(Sound(32_000));
        var session = await v.GrantedAsync();
        var path = Of(session);
        var wavs = new { format = new { mediaType = "audio/wav" } };

        (await PutAsync(v.Assistant, $"{path}/import?offset=0", wav)).Refused(422, "TRN318");
        (await v.Assistant.PostAsync($"{path}/import", new { format = new { mediaType = "audio/l16", encoding = "linear16" } })).Refused(400, "TRN441");
        (await v.Assistant.PostAsync($"{path}/import", new { format = new { mediaType = "audio/l16", encoding = "linear16", sampleRate = 1 } })).Refused(400, "TRN101");
        (await v.Assistant.PostAsync($"{path}/import", new { format = new { mediaType = "audio/l16", encoding = "línea", sampleRate = 16_000 } })).Refused(400, "TRN101");
        await v.Assistant.OkAsync($"{path}/import", wavs);
        Assert.Equal(100, Next(await PutAsync(v.Assistant, $"{path}/import?offset=0", wav[..100])));
        Assert.Equal(100, Safe(await v.Assistant.GetAsync($"{path}/audio")));
        Assert.Equal(wav.Length, Next(await PutAsync(v.Assistant, $"{path}/import?offset=100", wav[100..])));
        (await PutAsync(v.Other, $"{path}/import?offset=0", wav)).Refused(403, "TRN902");
        Assert.Equal("captured", (await v.Assistant.OkAsync($"{path}/import/finish"))["status"]);
        Assert.Equal(wav.Length, (await v.Physician.GetAsync(path)).Json["captured"]!["bytes"]!.GetValue<long>());

        var other = await v.GrantedAsync();
        await v.Physician.OkAsync($"{Of(other)}/import", wavs);
        await PutAsync(v.Physician, $"{Of(other)}/import?offset=0", "ningún audio"u8.ToArray());
        var refused = (await v.Physician.PostAsync($"{Of(other)}/import/finish")).Refused(400, "TRN402");
        Assert.DoesNotContain("ningún", refused.Text, StringComparison.Ordinal);
        (await PutAsync(v.Physician, $"{Of(other)}/import?offset=0", wav)).Refused(409, "TRN417");
        (await v.Physician.PostAsync($"{Of(other)}/import", new { format = new { mediaType = "audio/webm" } })).Refused(400, "TRN101");
        await v.Physician.OkAsync($"{Of(other)}/import", new { wavs.format, startOver = true });
        Assert.Equal(wav.Length, Next(await PutAsync(v.Physician, $"{Of(other)}/import?offset=0", wav)));
        Assert.Equal("captured", (await v.Physician.OkAsync($"{Of(other)}/import/finish"))["status"]);
    }

    internal static byte[] Sound(int bytes, int seed = 7)
    {
        var sound = new byte[bytes];
        new Random(seed).NextBytes(sound);
        return sound;
    }

    private static byte[] Wav(byte[] samples)
    {
        using var all = new MemoryStream();
        using var to = new BinaryWriter(all);
        to.Write("RIFF"u8);
        to.Write(36 + samples.Length);
        to.Write("WAVEfmt "u8);
        to.Write(16);
        to.Write((short)1);
        to.Write((short)1);
        to.Write(16_000);
        to.Write(32_000);
        to.Write((short)2);
        to.Write((short)16);
        to.Write("data"u8);
        to.Write(samples.Length);
        to.Write(samples);
        return all.ToArray();
    }

    private static long Next(ApiAnswer answer)
    {
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, answer.Text);
        return answer.Json["next"]!.GetValue<long>();
    }

    private static long Safe(ApiAnswer answer)
    {
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, answer.Text);
        return answer.Json["safeBytes"]!.GetValue<long>();
    }

    // A connection that breaks after half of the body.
    private sealed class Cut(byte[] bytes) : MemoryStream(bytes)
    {
        private bool isHalf;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (isHalf) throw new IOException("The connection is gone.");
            isHalf = true;
            return new(Read(buffer.Span[..Math.Min(buffer.Length, 16_000)]));
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    private sealed class Ears : IBatchTranscriber
    {
        public string Name => "ears";

        public EngineCapabilities Capabilities { get; } = new(false, "");

        public byte[] Heard { get; private set; } = [];

        public async Task<SpeechResult> TranscribeAsync(Func<CancellationToken, ValueTask<Stream>> openAudio, AudioFormat format, SpeechRequest request, CancellationToken cancellationToken)
        {
            await using var audio = await openAudio(cancellationToken);
            using var all = new MemoryStream();
            await audio.CopyToAsync(all, cancellationToken);
            Heard = all.ToArray();
            return new("ears", Duration.FromSeconds(Heard.Length / 32_000.0),
                [new TranscriptSegment(0, "0", "Buenos días, ¿qué le duele?"), new TranscriptSegment(1, "1", "Me duele la garganta desde ayer.")]);
        }
    }
}
