using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using NodaTime;

namespace Clinic.Transcription.Tests.Audio;

public class AudioIntakeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[], string, int> Good { get; } = new()
    {
        { "wav of 8 bits", SampleFiles.Wav(1500, bits: 8), "pcm8", 1500 },
        { "wav of 16 bits", SampleFiles.Wav(1500), "linear16", 1500 },
        { "wav of 24 bits, stereo", SampleFiles.Wav(250, 44_100, 24, 2), "pcm24", 250 },
        { "wav, extensible", SampleFiles.Wav(500, extensible: true), "linear16", 500 },
        { "wav of real numbers", SampleFiles.Wav(500, bits: 32, tag: 3), "float32", 500 },
        { "wav with a chunk of odd length", SampleFiles.Wav(500, oddChunk: true), "linear16", 500 },
        { "wav of a live writer, zeros", SampleFiles.Wav(500, riffSize: 0, dataSize: 0), "linear16", 500 },
        { "wav of a live writer, empty head", SampleFiles.Wav(500, riffSize: 36, dataSize: 0), "linear16", 500 },
        { "wav of a live writer, ones", SampleFiles.Wav(500, riffSize: uint.MaxValue, dataSize: uint.MaxValue), "linear16", 500 },
        { "webm as browsers record", SampleFiles.WebM(3), "opus", 3000 },
        { "webm with sizes", SampleFiles.WebM(2, open: false), "opus", 2000 },
        { "ogg", SampleFiles.Ogg(2), "opus", 2000 },
        { "mp3", SampleFiles.Mp3(50), "mp3", 1306 },
        { "mp3 with id3", SampleFiles.Mp3(50, tag: true), "mp3", 1306 },
        { "mp4", SampleFiles.Mp4(2500), "mp4a", 2500 },
        { "mp4 in pieces, each sample timed", SampleFiles.Mp4Pieces(3, "trun"), "mp4a", 3065 },
        { "mp4 in pieces, timed by the fragment", SampleFiles.Mp4Pieces(3, "tfhd"), "mp4a", 3065 },
        { "mp4 in pieces, timed by the file", SampleFiles.Mp4Pieces(2, "trex"), "mp4a", 2043 },
        { "mp4 in pieces without their times", SampleFiles.Mp4Pieces(4, "tfhd", times: false), "mp4a", 4086 },
        { "flac", SampleFiles.Flac(48_000), "flac", 3000 },
    };

    public static TheoryData<string, byte[], string> Bad { get; } = new()
    {
        { "nothing", [], TranscriptionRules.AudioEmpty },
        { "a wav without samples", SampleFiles.Wav(0), TranscriptionRules.AudioEmpty },
        { "a picture", [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3, 4], TranscriptionRules.AudioUnknown },
        { "half a wav head", SampleFiles.Wav()[..30], TranscriptionRules.AudioUnreadable },
        { "a wav that ends before its samples", SampleFiles.Wav()[..40], TranscriptionRules.AudioUnreadable },
        { "a wav of an impossible rate", SampleFiles.Wav(0, rate: 0), TranscriptionRules.AudioUnreadable },
        { "a wav of ADPCM", SampleFiles.Wav(100, tag: 2), TranscriptionRules.AudioEncodingNotTaken },
        { "a webm of video", SampleFiles.WebM(1, codec: "V_VP9"), TranscriptionRules.AudioEncodingNotTaken },
        { "a webm of nothing", SampleFiles.WebM(1)[..20], TranscriptionRules.AudioUnreadable },
        { "an ogg of another codec", [.. SampleFiles.Ogg()[..28], .. "SpeexHead and more of that"u8], TranscriptionRules.AudioEncodingNotTaken },
        { "a cut ogg page", SampleFiles.Ogg()[..20], TranscriptionRules.AudioUnreadable },
        { "a flac without its first block", SampleFiles.Flac()[..20], TranscriptionRules.AudioUnreadable },
        { "an mp4 of video", SampleFiles.Mp4(codec: "avc1"), TranscriptionRules.AudioEncodingNotTaken },
        { "an mp4 without a movie", SampleFiles.Mp4()[..20], TranscriptionRules.AudioUnreadable },
        { "only a tag", [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 2, 0, 0], TranscriptionRules.AudioUnreadable },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Inspect_tells_encoding_and_length(string name, byte[] file, string encoding, int milliseconds)
    {
        foreach (var stream in (Stream[])[new MemoryStream(file), new Trickle(file)])
        {
            var facts = (await AudioIntake.InspectAsync(stream, null, cancellationToken: Ct)).Accepted();

            Assert.Equal(encoding, facts.Encoding);
            Assert.Equal(milliseconds, (int)facts.Duration!.Value.TotalMilliseconds);
            Assert.Equal(file.Length, facts.Bytes);
            Assert.False(facts.Truncated, name);
        }
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Inspect_refuses_with_a_code(string name, byte[] file, string code)
    {
        var inspection = await AudioIntake.InspectAsync(new Trickle(file), null, cancellationToken: Ct);

        Assert.Equal(code, Assert.Single(inspection.Failures).Code);
        Assert.Equal(code, Assert.Throws<TranscriptionException>(inspection.Accepted).Code);
        Assert.NotEmpty(name);
    }

    [Fact]
    public async Task Inspect_of_a_mislabelled_file_says_what_was_said_and_found()
    {
        var failure = Assert.Single((await AudioIntake.InspectAsync(new MemoryStream(SampleFiles.WebM()), "audio/wav", cancellationToken: Ct)).Failures);

        Assert.Equal(TranscriptionRules.AudioMislabelled, failure.Code);
        Assert.Equal("La grabación se declara como audio/wav y es audio/webm.", TranscriptionRules.Texts.Describe(failure, "es"));
    }

    [Theory]
    [InlineData("audio/x-wav")]
    [InlineData("AUDIO/WAV; codecs=1")]
    [InlineData("application/octet-stream")]
    [InlineData("")]
    [InlineData(null)]
    public void Inspect_takes_every_name_of_the_kind(string? declared) => Assert.Empty(AudioIntake.Inspect(SampleFiles.Wav(), declared));

    [Fact]
    public void Inspect_of_a_page_said_to_be_audio_gives_every_reason() =>
        Assert.Equal([TranscriptionRules.AudioUnknown, TranscriptionRules.AudioMislabelled], AudioIntake.Inspect("<html><body>no"u8, "audio/webm").Select(f => f.Code));

    [Fact]
    public async Task A_mislabelled_file_that_is_also_too_long_is_refused_for_both() =>
        Assert.Equal(
            [TranscriptionRules.AudioMislabelled, TranscriptionRules.AudioTooLong],
            (await AudioIntake.InspectAsync(new Trickle(SampleFiles.Wav(3000)), "audio/ogg", new AudioLimits(1_000_000, Duration.FromSeconds(2)), Ct)).Failures.Select(f => f.Code));

    [Theory]
    [InlineData("wav")]
    [InlineData("live wav")]
    [InlineData("webm")]
    [InlineData("ogg")]
    [InlineData("mp3")]
    public async Task Three_hours_are_refused_without_reading_them_all(string kind)
    {
        var stream = new Endless(kind);

        var inspection = await AudioIntake.InspectAsync(stream, null, cancellationToken: Ct);

        Assert.Equal(TranscriptionRules.AudioTooLong, Assert.Single(inspection.Failures).Code);
        Assert.True(inspection.Facts!.Duration >= Duration.FromHours(3));
        Assert.True(stream.Given < stream.BytesOf(Duration.FromHours(3)) + 200_000);
    }

    [Fact]
    public async Task Three_gigabytes_that_a_head_announces_are_refused_at_once()
    {
        var stream = new Trickle([.. SampleFiles.Wav(0, 192_000, 24, 8, riffSize: 3_100_000_000, dataSize: 3_050_000_000), .. new byte[1_000_000]]);

        var inspection = await AudioIntake.InspectAsync(stream, "audio/wav", cancellationToken: Ct);

        Assert.Equal([TranscriptionRules.AudioTooLarge], inspection.Failures.Select(f => f.Code));
        Assert.True(stream.Position < 100_000);
    }

    [Fact]
    public async Task Bytes_beyond_the_limit_are_refused_while_they_come()
    {
        var stream = new Endless("flac");

        var inspection = await AudioIntake.InspectAsync(stream, null, new AudioLimits(1_000_000, Duration.FromHours(3)), Ct);

        Assert.Equal(TranscriptionRules.AudioTooLarge, Assert.Single(inspection.Failures).Code);
        Assert.True(stream.Given < 1_200_000);
    }

    [Fact]
    public async Task A_cut_recording_keeps_what_can_be_heard_and_says_so()
    {
        foreach (var file in (byte[][])[SampleFiles.Wav(2000), SampleFiles.WebM(2), SampleFiles.Ogg(3), SampleFiles.Mp3(100), SampleFiles.Mp4()])
        {
            var facts = (await AudioIntake.InspectAsync(new Trickle(file[..^((file.Length / 3) + 1)]), null, cancellationToken: Ct)).Accepted();

            Assert.True(facts.Truncated, facts.Container.ToString());
        }
    }

    [Fact]
    public async Task Cut_anywhere_and_changed_anywhere_a_file_never_breaks_the_reader()
    {
        var random = new Random(4711);
        foreach (var file in Good.Select(g => g.Data.Item2))
        {
            for (var i = 0; i < 150; i++)
            {
                byte[] copy = [.. file[..random.Next(file.Length)]];
                for (var flips = random.Next(4); flips > 0 && copy.Length > 0; flips--) copy[random.Next(Math.Min(copy.Length, 200))] ^= (byte)random.Next(256);
                var inspection = await AudioIntake.InspectAsync(new MemoryStream(copy), null, cancellationToken: Ct);
                Assert.True(inspection.Facts is not null || inspection.Failures.Count > 0);
            }
        }
    }

    [Fact]
    public void Rules_of_audio_speak_both_languages() =>
        Assert.All(
            [TranscriptionRules.AudioEmpty, TranscriptionRules.AudioUnknown, TranscriptionRules.AudioMislabelled, TranscriptionRules.AudioUnreadable, TranscriptionRules.AudioTooLarge, TranscriptionRules.AudioTooLong, TranscriptionRules.AudioEncodingNotTaken],
            code => Assert.NotEqual(TranscriptionRules.Texts.Describe(new RuleFailure(code, []), "en"), TranscriptionRules.Texts.Describe(new RuleFailure(code, []), "es")));
}
