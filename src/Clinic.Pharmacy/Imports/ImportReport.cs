using Clinic.Abstractions;

namespace Clinic.Pharmacy.Imports;

/// <summary>What an import did, or what a dry run would do.</summary>
/// <param name="Rows">Rows without the header.</param>
/// <param name="Added">Things that are new.</param>
/// <param name="Changed">Things that were stored with other content.</param>
/// <param name="Unchanged">Things that were stored as they are.</param>
/// <param name="Problems">Everything that stands in the way, per row and column; empty after an import.</param>
public sealed record ImportReport(int Rows, int Added, int Changed, int Unchanged, IReadOnlyList<RuleFailure> Problems)
{
    /// <summary>Whether an import of the same file would go through.</summary>
    public bool IsClean => Problems.Count == 0;
}
