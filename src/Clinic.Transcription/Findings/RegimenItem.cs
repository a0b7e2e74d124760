namespace Clinic.Transcription.Findings;

/// <summary>One thing said of how a medicine is taken, with its place.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Low">Hours; of a range the fewest. For a time of day 0.</param>
/// <param name="High">Hours; of a range the most.</param>
/// <param name="Time">The time of day; else a blank.</param>
/// <param name="At">The first token.</param>
/// <param name="End">The token after the last.</param>
internal readonly record struct RegimenItem(RegimenKind Kind, decimal Low, decimal High, char Time, int At, int End)
{
    /// <summary>Whether two say the same, or one of them a part of the other's range.</summary>
    public bool Agrees(RegimenItem other) => Kind == other.Kind && (Kind == RegimenKind.TimeOfDay
        ? Time == other.Time
        : TimeSpans.IsSame(Low, other.Low) || TimeSpans.IsSame(High, other.High) || (Low >= other.Low && High <= other.High) || (other.Low >= Low && other.High <= High));

    public override string ToString() => Kind switch
    {
        RegimenKind.Every => FormattableString.Invariant($"/ {Low:0.##} h"),
        RegimenKind.Lasting => FormattableString.Invariant($"x {Low / 24:0.##} d"),
        _ => Time == RegimenReader.Morning ? "AM" : "PM",
    };
}
