using Clinic.Transcription;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Sessions;

namespace Clinic.Api.Transcription;

/// <summary>Begins to record.</summary>
/// <param name="Recorder">A name that the recorder made up for itself; only it may send audio.</param>
/// <param name="Format">How the audio is written.</param>
/// <param name="Version">The version of the session that was read; or send it as If-Match.</param>
public sealed record StartRecordingRequest(string Recorder, AudioFormatRequest Format, long? Version = null);

/// <summary>Names a recorder.</summary>
/// <param name="Recorder">The name that it made up for itself.</param>
/// <param name="Version">The version of the session that was read; or send it as If-Match.</param>
public sealed record RecorderRequest(string Recorder, long? Version = null);

/// <summary>Lets the recording stand still.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version of the session that was read; or send it as If-Match.</param>
public sealed record PauseRecordingRequest(RecordingGapReason Reason, long? Version = null);

/// <summary>Begins to take a recording that was made elsewhere.</summary>
/// <param name="Format">How the audio is written.</param>
/// <param name="StartOver">Whether what came so far goes, as for a wrong file; otherwise the import goes on where it stood.</param>
/// <param name="Version">The version of the session that was read; or send it as If-Match.</param>
public sealed record BeginImportRequest(AudioFormatRequest Format, bool StartOver = false, long? Version = null);

/// <summary>How audio is written.</summary>
/// <param name="MediaType">Such as <c>audio/wav</c>, or <c>audio/l16</c> for raw samples.</param>
/// <param name="Encoding">Of raw samples, such as <c>linear16</c>; missing where the audio says it itself.</param>
/// <param name="SampleRate">Of raw samples, a second.</param>
/// <param name="Channels">1 for one voice track.</param>
public sealed record AudioFormatRequest(string MediaType, string? Encoding = null, int? SampleRate = null, int Channels = 1)
{
    private const int LongestEncoding = 40;

    internal AudioFormat Checked()
    {
        if (Encoding is { } encoding && (encoding.Length is 0 or > LongestEncoding || !encoding.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
            throw Invalid("encoding", $"{encoding.Length} characters", $"1 to {LongestEncoding} letters, digits and hyphens");
        if (SampleRate is < 8_000 or > 192_000) throw Invalid("sampleRate", SampleRate, "8000 to 192000");
        if (Encoding is not null && SampleRate is null) throw new TranscriptionException(TranscriptionRules.SampleRateMissing, ("encoding", Encoding));
        return new(MediaType, Encoding, SampleRate, Channels);
    }

    private static TranscriptionException Invalid(string field, object? found, string allowed) =>
        new(TranscriptionRules.FieldInvalid, ("field", field), ("found", found), ("allowed", allowed));
}
