using Clinic.Abstractions;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Transcription.Audio;

/// <summary>Looks at recordings before they are taken; what they are is read from their bytes alone.</summary>
public static class AudioIntake
{
    private const int LongestDeclared = 100;

    private static readonly DurationPattern HoursPattern = DurationPattern.CreateWithInvariantCulture("H:mm:ss");

    /// <summary>Looks at the first bytes only, such as of an upload that begins.</summary>
    /// <param name="prefix">At least <see cref="AudioSignature.PrefixBytes"/> where there are as many.</param>
    /// <param name="declaredType">What the sender says; null or <c>application/octet-stream</c> where nothing.</param>
    /// <returns>Every reason to refuse it; empty where it may go on.</returns>
    public static IReadOnlyList<RuleFailure> Inspect(ReadOnlySpan<byte> prefix, string? declaredType)
    {
        var failures = new Failures();
        Kind(prefix, declaredType, failures);
        return failures.All;
    }

    /// <summary>Reads a recording once, without keeping it; beyond a limit nothing more is read.</summary>
    /// <param name="stream">From its beginning; it need not seek and is left open.</param>
    /// <param name="declaredType">What the sender says; null or <c>application/octet-stream</c> where nothing.</param>
    /// <param name="limits">How much is taken; null for the usual.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<AudioInspection> InspectAsync(Stream stream, string? declaredType, AudioLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= AudioLimits.Default;
        var failures = new Failures();
        using var source = new AudioSource(stream, limits);
        if (stream.CanSeek) source.Expect(stream.Length - stream.Position);
        var large = source.TooLarge;
        var prefix = large ? await FirstAsync(stream, cancellationToken).ConfigureAwait(false) : await source.PeekAsync(AudioSignature.PrefixBytes, cancellationToken).ConfigureAwait(false);
        var kind = source.TooLarge && prefix.IsEmpty ? null : Kind(prefix.Span, declaredType, failures);
        var found = kind is { } container && !large ? await ReadAsync(container, source, cancellationToken).ConfigureAwait(false) : null;
        if (found is not null) Content(found, source, failures);
        failures.Require(!source.TooLarge, TranscriptionRules.AudioTooLarge, ("allowed", limits.LargestBytes));
        failures.Require(!source.TooLong, TranscriptionRules.AudioTooLong, ("allowed", Hours(limits.Longest)));
        return new(kind is { } known ? Facts(known, found, source) : null, failures.All);
    }

    internal static string Hours(Duration length) => HoursPattern.Format(length);

    private static async ValueTask<ReadOnlyMemory<byte>> FirstAsync(Stream stream, CancellationToken ct)
    {
        var bytes = new byte[AudioSignature.PrefixBytes];
        return bytes.AsMemory(0, await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false));
    }

    private static AudioContainer? Kind(ReadOnlySpan<byte> prefix, string? declaredType, Failures failures)
    {
        if (prefix.IsEmpty)
        {
            failures.Add(TranscriptionRules.AudioEmpty);
            return null;
        }

        var found = AudioSignature.Of(prefix);
        if (found is null) failures.Add(TranscriptionRules.AudioUnknown, ("found", Convert.ToHexStringLower(prefix[..Math.Min(4, prefix.Length)])));
        if (!string.IsNullOrWhiteSpace(declaredType) && !declaredType.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase)
            && (found is null || AudioSignature.Named(declaredType) != found))
        {
            failures.Add(TranscriptionRules.AudioMislabelled, ("declared", Declared(declaredType)), ("found", found is { } f ? AudioSignature.MediaTypeOf(f) : "no recording"));
        }

        return found;
    }

    private static string Declared(string type) =>
        type.Length <= LongestDeclared && type.All(c => c is >= ' ' and <= '~') ? type : "a type that is no text";

    private static ValueTask<AudioFinding> ReadAsync(AudioContainer container, AudioSource source, CancellationToken ct) => container switch
    {
        AudioContainer.Wav => WavReader.ReadAsync(source, ct),
        AudioContainer.WebM => WebMReader.ReadAsync(source, ct),
        AudioContainer.Ogg => OggReader.ReadAsync(source, ct),
        AudioContainer.Mp4 => Mp4Reader.ReadAsync(source, ct),
        AudioContainer.Mp3 => Mp3Reader.ReadAsync(source, ct),
        _ => FlacReader.ReadAsync(source, ct),
    };

    private static void Content(AudioFinding found, AudioSource source, Failures failures)
    {
        // A file that was refused for its size was not read to its end, so nothing can be said about that.
        if (source.TooLarge || source.TooLong) return;
        if (found.Problem is { } problem) failures.Add(TranscriptionRules.AudioUnreadable, ("part", problem));
        else if (found.Unsupported is { } encoding) failures.Add(TranscriptionRules.AudioEncodingNotTaken, ("found", encoding));
        else failures.Require(found.HasAudio, TranscriptionRules.AudioEmpty);
    }

    private static AudioFacts Facts(AudioContainer container, AudioFinding? found, AudioSource source) => new(container, source.Position)
    {
        Encoding = found?.Encoding,
        SampleRate = found?.SampleRate,
        Channels = found?.Channels,
        BitsPerSample = found?.BitsPerSample,
        Duration = source.TooLong ? source.Heard : found?.Duration,
        DataOffset = found?.DataOffset ?? 0,
        Truncated = found?.Truncated ?? false,
    };
}
