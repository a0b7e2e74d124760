using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;

namespace Clinic.Pharmacy.Medications;

/// <summary>Text as it is searched: without case or accents, the same in every culture.</summary>
public static class SearchText
{
    /// <summary>A text without case and accents; null stays null, blank becomes null.</summary>
    public static string? Fold(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : FoldedText.Of(text.Trim());

    /// <summary>What is searched of a medication: code, generic and commercial name.</summary>
    public static string Of(Medication medication)
    {
        ArgumentNullException.ThrowIfNull(medication);
        return Fold($"{medication.Code} {medication.GenericName} {medication.ToSnapshot().CommercialName}")!;
    }

    /// <summary>What is searched of a presentation: code and name.</summary>
    public static string Of(Presentation presentation)
    {
        ArgumentNullException.ThrowIfNull(presentation);
        return Fold($"{presentation.Code} {presentation.Name}")!;
    }
}
