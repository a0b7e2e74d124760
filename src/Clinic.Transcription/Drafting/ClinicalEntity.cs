namespace Clinic.Transcription.Drafting;

/// <summary>Something clinical that was named, with where it was said.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it was said.</param>
/// <param name="Evidence">Where it was said.</param>
/// <param name="Polarity">Whether it is so.</param>
public sealed record ClinicalEntity(EntityKind Kind, string Text, EvidenceSpan Evidence, Polarity Polarity)
{
    /// <summary>The term in one spelling, lower case, such as <c>amoxicilina</c>; null where none is known.</summary>
    public string? Term { get; init; }

    /// <summary>The number: dose or measured value; null where none was said.</summary>
    public decimal? Value { get; init; }

    /// <summary>The second number, of a pressure.</summary>
    public decimal? SecondValue { get; init; }

    /// <summary>The unit, such as <c>mg</c> or <c>mmHg</c>; null where none was said.</summary>
    public string? Unit { get; init; }

    /// <summary>How often, as it was said, such as <c>cada 8 horas</c>.</summary>
    public string? Frequency { get; init; }

    /// <summary>How long, as it was said, such as <c>7 días</c>.</summary>
    public string? Period { get; init; }

    /// <summary>How it is given, as it was said.</summary>
    public string? Route { get; init; }

    /// <summary>The kind only; what it says is health data.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(ClinicalEntity)} {Kind}");
}
