using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Spoken.Reading;

/// <summary>A sentence cut into its parts; names are words still.</summary>
internal sealed record StayReading(SpokenLanguage Language, string Normal)
{
    /// <summary>Why it is no command; null when it is one.</summary>
    public RuleFailure? Failure { get; init; }

    public StayIntent Intent { get; init; }

    /// <summary>The words of the name, or of a whole document number.</summary>
    public IReadOnlyList<string> Patient { get; init; } = [];

    /// <summary>The whole document number, where figures stand in place of a name.</summary>
    public string? Document { get; init; }

    /// <summary>The end of a document number, said beside the name.</summary>
    public string? DocumentEnd { get; init; }

    public PauseKind? Pause { get; init; }

    /// <summary>The reason in the speaker's own words.</summary>
    public string? Reason { get; init; }

    public Disposition? Disposition { get; init; }

    /// <summary>The disposition in the speaker's own words.</summary>
    public string? DispositionSaid { get; init; }

    public SaidTime? Time { get; init; }
}
