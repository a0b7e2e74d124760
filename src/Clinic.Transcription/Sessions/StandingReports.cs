namespace Clinic.Transcription.Sessions;

/// <summary>What stands of reports of a session.</summary>
/// <param name="HasOpen">Whether one is drafted or reviewed.</param>
/// <param name="HasSigned">Whether one was signed.</param>
public sealed record StandingReports(bool HasOpen, bool HasSigned)
{
    /// <summary>No report.</summary>
    public static StandingReports None { get; } = new(false, false);
}
