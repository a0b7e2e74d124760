using NodaTime;

namespace Clinic.Transcription.Drafting;

/// <summary>A medicine that an earlier signed report of the patient gives or stops.</summary>
/// <param name="Substance">The name of the substance, lower case.</param>
public sealed record KnownMedication(string Substance)
{
    /// <summary>The dose; null where none was signed.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit of the dose, such as <c>mg</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>How often, as it was signed.</summary>
    public string? Frequency { get; init; }

    /// <summary>Whether the report stops or forbids it.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The day of the signature; null where unknown.</summary>
    public LocalDate? SignedOn { get; init; }

    /// <summary>The type only; what a patient takes is health data.</summary>
    public override string ToString() => nameof(KnownMedication);
}
