using Clinic.Transcription.Transcripts;

namespace Clinic.Api.Transcription;

/// <summary>Says who the voices are.</summary>
/// <param name="Roles">By the label of the voice.</param>
/// <param name="Version">The version of the transcript that was read; or send it as If-Match.</param>
public sealed record SpeakerRolesRequest(IReadOnlyDictionary<string, SpeakerRole> Roles, long? Version = null);

/// <summary>Corrects a stretch.</summary>
/// <param name="Segment">Its index.</param>
/// <param name="Text">What was really said.</param>
/// <param name="Version">The version of the transcript that was read; or send it as If-Match.</param>
public sealed record CorrectSegmentRequest(int Segment, string Text, long? Version = null)
{
    /// <summary>The index only; what was said is health data.</summary>
    public override string ToString() => $"segment {Segment}";
}
