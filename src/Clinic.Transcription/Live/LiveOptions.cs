using NodaTime;

namespace Clinic.Transcription.Live;

/// <summary>How running sessions are shown.</summary>
public sealed class LiveOptions
{
    /// <summary>How many may listen to one session in one process.</summary>
    /// <value>20; 1 to 1 000.</value>
    public int MostListeners { get; set; } = 20;

    /// <summary>How often a session that somebody listens to is looked at.</summary>
    /// <value>1 second; 50 milliseconds to 1 minute.</value>
    public Duration LookEvery { get; set; } = Duration.FromSeconds(1);

    /// <summary>After how long without audio the engine is told to wait, and the session is looked at.</summary>
    /// <value>10 seconds; 50 milliseconds to 10 minutes.</value>
    public Duration IdleAfter { get; set; } = Duration.FromSeconds(10);

    internal IEnumerable<string> Failures()
    {
        if (MostListeners is < 1 or > 1_000) yield return Text(nameof(MostListeners), MostListeners, "1 to 1000");
        if (LookEvery < Duration.FromMilliseconds(50) || LookEvery > Duration.FromMinutes(1)) yield return Text(nameof(LookEvery), LookEvery, "50 milliseconds to 1 minute");
        if (IdleAfter < Duration.FromMilliseconds(50) || IdleAfter > Duration.FromMinutes(10)) yield return Text(nameof(IdleAfter), IdleAfter, "50 milliseconds to 10 minutes");
    }

    private static string Text(string name, object found, string allowed) => FormattableString.Invariant($"Transcription:Live:{name} is {found}; allowed is {allowed}.");
}
