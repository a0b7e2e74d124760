using Clinic.Transcription.Findings;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>How long things of a session live.</summary>
public sealed class SessionOptions
{
    /// <summary>How long a recorder is believed to live after its last sign of life.</summary>
    /// <value>Default 1 minute; 5 seconds to 1 hour.</value>
    public Duration RecorderLease { get; set; } = Duration.FromMinutes(1);

    /// <summary>How long audio stays after a transcript that covers it.</summary>
    /// <value>Default zero; zero to 24 hours.</value>
    public Duration AudioGrace { get; set; } = Duration.Zero;

    /// <summary>How long audio stays after the engines failed for good, heard nobody, or left long stretches without words.</summary>
    /// <value>Default 72 hours; 1 hour to 72 hours.</value>
    public Duration FailedAudioCap { get; set; } = Duration.FromHours(72);

    /// <summary>How long a transcript is kept where the patient agreed to it.</summary>
    /// <value>Default 90 days; 1 day to 10 years.</value>
    public Duration KeepTranscript { get; set; } = Duration.FromDays(90);

    /// <summary>How long a transcript is kept for its review where the patient did not agree to keep it.</summary>
    /// <value>Default 7 days; 1 hour to 30 days.</value>
    public Duration KeepWithoutConsent { get; set; } = Duration.FromDays(7);

    /// <summary>Below so many words a recording counts as one without speech.</summary>
    /// <value>Default 8; 1 to 50.</value>
    public int FewestWords { get; set; } = SpeechGate.FewestWords;

    /// <summary>The engine that is asked; null for the first that is registered.</summary>
    public string? Engine { get; set; }

    /// <summary>Where engines that send audio outside may process it, such as <c>eu</c>.</summary>
    /// <value>Default <c>eu</c> only.</value>
    public IList<string> AllowedRegions { get; } = ["eu"];

    internal IEnumerable<string> Failures()
    {
        if (!Between(RecorderLease, Duration.FromSeconds(5), Duration.FromHours(1))) yield return Text(nameof(RecorderLease), RecorderLease, "5 seconds to 1 hour");
        if (!Between(AudioGrace, Duration.Zero, Duration.FromHours(24))) yield return Text(nameof(AudioGrace), AudioGrace, "zero to 24 hours");
        if (!Between(FailedAudioCap, Duration.FromHours(1), Duration.FromHours(72))) yield return Text(nameof(FailedAudioCap), FailedAudioCap, "1 to 72 hours");
        if (!Between(KeepTranscript, Duration.FromDays(1), Duration.FromDays(3653))) yield return Text(nameof(KeepTranscript), KeepTranscript, "1 day to 10 years");
        if (!Between(KeepWithoutConsent, Duration.FromHours(1), Duration.FromDays(30))) yield return Text(nameof(KeepWithoutConsent), KeepWithoutConsent, "1 hour to 30 days");
        if (FewestWords is < 1 or > 50) yield return Text(nameof(FewestWords), FewestWords, "1 to 50");
    }

    private static bool Between(Duration value, Duration least, Duration most) => value >= least && value <= most;

    private static string Text(string name, object found, string allowed) => FormattableString.Invariant($"Transcription:Sessions:{name} is {found}; allowed is {allowed}.");
}
