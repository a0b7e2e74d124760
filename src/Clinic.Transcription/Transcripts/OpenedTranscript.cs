namespace Clinic.Transcription.Transcripts;

/// <summary>A transcript in clear, with what was corrected in it.</summary>
/// <param name="Current">As it reads with all corrections.</param>
/// <param name="Original">As it was heard, brought or typed.</param>
/// <param name="Corrections">In their order.</param>
public sealed record OpenedTranscript(Transcript Current, Transcript Original, IReadOnlyList<TranscriptCorrection> Corrections)
{
    /// <summary>Counts the changes: 1 and the corrections.</summary>
    public long Version => 1 + Corrections.Count;

    /// <summary>How much of what is read now people changed by hand since it was heard.</summary>
    internal int ByHand => Corrections.Reverse().TakeWhile(c => c.Heard is null).Count();

    /// <summary>As it read in a version; of one that was not reached yet, as it reads now.</summary>
    /// <param name="version">From 1, the original.</param>
    public Transcript At(long version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return version >= Version ? Current : Corrected(Original, Corrections.Take((int)version - 1));
    }

    /// <summary>The transcript after corrections; pure.</summary>
    public static Transcript Corrected(Transcript original, IEnumerable<TranscriptCorrection> corrections)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(corrections);
        return corrections.Aggregate(original, (t, c) => c switch
        {
            { Heard: { } heard } => heard,
            { Roles: { } roles } => t with { Roles = roles },
            // Words with times belong to what was heard, not to what somebody wrote instead.
            { Segment: { } at, Text: { } text } => t with { Segments = [.. t.Segments.Select(s => s.Index == at ? s with { Text = text, Words = [] } : s)] },
            _ => t,
        });
    }

    /// <summary>The type only; what was said is health data.</summary>
    public override string ToString() => nameof(OpenedTranscript);
}
