using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>One tracked change from the draft to the signed text.</summary>
/// <param name="Number">The statement.</param>
/// <param name="At">When.</param>
/// <param name="By">Who changed it, or accepted somebody's suggestion.</param>
/// <param name="Before">As it read before; null of a new statement.</param>
/// <param name="After">As it reads since; null of a removed one.</param>
public sealed record StatementEdit(int Number, Instant At, PersonId By, string? Before, string? After)
{
    /// <summary>The section before, where the statement moved or went.</summary>
    public ReportSection? SectionBefore { get; init; }

    /// <summary>The section after.</summary>
    public ReportSection? SectionAfter { get; init; }

    /// <summary>Who suggested it; null where the physician changed it alone.</summary>
    public PersonId? SuggestedBy { get; init; }

    /// <summary>In which version it was first signed; null before a signature.</summary>
    public int? SignedIn { get; init; }

    /// <summary>The number only; texts are health data.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(StatementEdit)} of {Number}");
}
