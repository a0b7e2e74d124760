using NodaTime;

namespace Clinic.Transcription.Work;

/// <summary>How the queue leases and repeats work.</summary>
public sealed class WorkOptions
{
    /// <summary>How long nobody else may take a piece; renewed while it is done.</summary>
    /// <value>Default 5 minutes; 1 second to 1 hour.</value>
    public Duration Lease { get; set; } = Duration.FromMinutes(5);

    /// <summary>The most attempts before a piece is given up.</summary>
    /// <value>Default 5; 1 to 50.</value>
    public int MostAttempts { get; set; } = 5;

    /// <summary>The pause after the first failure; it doubles with each.</summary>
    /// <value>Default 30 seconds; 1 second to 1 hour.</value>
    public Duration FirstPause { get; set; } = Duration.FromSeconds(30);

    /// <summary>The longest pause.</summary>
    /// <value>Default 1 hour; 1 second to 24 hours.</value>
    public Duration LongestPause { get; set; } = Duration.FromHours(1);

    /// <summary>How long work waits for an engine, a consent or anything else that is no failure.</summary>
    /// <value>Default 1 minute; 1 second to 24 hours.</value>
    public Duration WaitingPause { get; set; } = Duration.FromMinutes(1);

    internal IEnumerable<string> Failures()
    {
        if (!Between(Lease, 1, 3600)) yield return Text(nameof(Lease), Lease, "1 second to 1 hour");
        if (MostAttempts is < 1 or > 50) yield return Text(nameof(MostAttempts), MostAttempts, "1 to 50");
        if (!Between(FirstPause, 1, 3600)) yield return Text(nameof(FirstPause), FirstPause, "1 second to 1 hour");
        if (!Between(LongestPause, 1, 86_400)) yield return Text(nameof(LongestPause), LongestPause, "1 second to 24 hours");
        if (!Between(WaitingPause, 1, 86_400)) yield return Text(nameof(WaitingPause), WaitingPause, "1 second to 24 hours");
    }

    private static bool Between(Duration value, int least, int most) => value >= Duration.FromSeconds(least) && value <= Duration.FromSeconds(most);

    private static string Text(string name, object found, string allowed) => FormattableString.Invariant($"Transcription:Work:{name} is {found}; allowed is {allowed}.");
}
