using NodaTime;

namespace Clinic.Abstractions.Conversations;

/// <summary>How long words are kept, and how many go at once.</summary>
public sealed class ConversationOptions
{
    /// <summary>How long an entry is kept after it was said, in days of 24 hours.</summary>
    /// <value>Default 90; 1 to 3,650.</value>
    public int KeepDays { get; set; } = 90;

    /// <summary>The most entries that one run of the purge removes.</summary>
    /// <value>Default 2,000; 1 to 20,000.</value>
    public int PurgeAtOnce { get; set; } = 2_000;

    /// <summary>How long an entry is kept.</summary>
    public Duration KeepFor => Duration.FromDays(KeepDays);

    /// <summary>What is wrong with the settings; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (KeepDays is < 1 or > 3_650) yield return $"Conversations:{nameof(KeepDays)} is {KeepDays}; allowed is 1 to 3650.";
        if (PurgeAtOnce is < 1 or > 20_000) yield return $"Conversations:{nameof(PurgeAtOnce)} is {PurgeAtOnce}; allowed is 1 to 20000.";
    }
}
