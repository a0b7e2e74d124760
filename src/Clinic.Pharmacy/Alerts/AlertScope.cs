using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Which products and places a rule is for; everything null is for all.</summary>
/// <param name="Presentation">One presentation.</param>
/// <param name="Medication">One medication in every presentation.</param>
/// <param name="Controlled">One controlled class.</param>
/// <param name="AtcPrefix">A category by the beginning of its ATC code, such as <c>J01</c>.</param>
/// <param name="Department">The locations of one department.</param>
/// <param name="Location">One location.</param>
public sealed record AlertScope(
    PresentationId? Presentation = null, MedicationId? Medication = null, ControlledClass? Controlled = null, string? AtcPrefix = null,
    DepartmentId? Department = null, LocationId? Location = null)
{
    /// <summary>Every product everywhere.</summary>
    public static AlertScope Any { get; } = new();

    /// <summary>How particular it is: product before place, a longer ATC prefix before a shorter one.</summary>
    [JsonIgnore]
    public int Rank => (ProductRank * 3) + (Location is not null ? 2 : Department is not null ? 1 : 0);

    private int ProductRank =>
        Presentation is not null ? 14 : Medication is not null ? 13 : Controlled is not null ? 12 : AtcPrefix?.Length ?? 0;

    internal int Products => (Presentation is null ? 0 : 1) + (Medication is null ? 0 : 1) + (Controlled is null ? 0 : 1) + (AtcPrefix is null ? 0 : 1);

    /// <summary>Whether the scope takes in a product at a place.</summary>
    public bool Covers(AlertSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return (Presentation is null || Presentation == subject.Presentation)
            && (Medication is null || Medication == subject.Medication)
            && (Controlled is null || Controlled == subject.Controlled)
            && (AtcPrefix is null || (subject.AtcCode?.StartsWith(AtcPrefix, StringComparison.OrdinalIgnoreCase) ?? false))
            && (Department is null || Department == subject.Department)
            && (Location is null || Location == subject.Location);
    }

    /// <summary>The same text for scopes that are for the same; two rules of a kind may not share it.</summary>
    internal string Key =>
        $"{Presentation}|{Medication}|{Controlled}|{AtcPrefix?.ToUpperInvariant()}|{Department}|{Location}";
}
