namespace Clinic.Transcription.Reports;

/// <summary>A report as its readers see it.</summary>
/// <param name="Report">The whole state.</param>
/// <param name="Missing">Required sections without a statement.</param>
/// <param name="Blockers">Keys of findings that stop the signature.</param>
/// <param name="Terms">Terms of the present text that a word list knows, in its order.</param>
/// <param name="Signatures">Whether each signed version and addendum still is what was signed, in the order of their signatures.</param>
public sealed record ReportView(
    ReportSnapshot Report, IReadOnlyList<Drafting.ReportSection> Missing, IReadOnlyList<string> Blockers, IReadOnlyList<MarkedTerm> Terms, IReadOnlyList<SignatureCheck> Signatures)
{
    /// <summary>The id only.</summary>
    public override string ToString() => Report.ToString();
}
