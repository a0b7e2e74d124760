using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>A sentence cut into its parts; names are words still, amounts are as said.</summary>
internal sealed record SpokenReading(SpokenLanguage Language, string Normal)
{
    /// <summary>Why it is no command; null when it is one.</summary>
    public RuleFailure? Failure { get; init; }

    /// <summary>What could not be placed, as said.</summary>
    public string? WordsLeft { get; init; }

    /// <summary>Parts whose marker was said with nothing after it.</summary>
    public IReadOnlyList<SpokenSlot> Begun { get; init; } = [];

    public SpokenIntent Intent { get; init; }

    public Amount? Quantity { get; init; }

    public Amount? Dose { get; init; }

    public Amount? Weight { get; init; }

    public MedicationPhrase? Medication { get; init; }

    public IReadOnlyList<string> Patient { get; init; } = [];

    public IReadOnlyList<string> Witness { get; init; } = [];

    public string? Reason { get; init; }

    public override string ToString() => Intent.ToString();
}
