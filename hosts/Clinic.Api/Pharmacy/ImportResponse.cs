using Clinic.Api.Problems;

namespace Clinic.Api.Pharmacy;

/// <summary>What an import did, or would do.</summary>
/// <param name="DryRun">Whether nothing was changed.</param>
/// <param name="Rows">Rows of data.</param>
/// <param name="Added">Things added.</param>
/// <param name="Changed">Things changed.</param>
/// <param name="Unchanged">Rows that say what is stored already.</param>
/// <param name="Problems">Every problem of a dry run, with row and column; an import with problems is refused as a whole.</param>
public sealed record ImportResponse(bool DryRun, int Rows, int Added, int Changed, int Unchanged, IReadOnlyList<ClinicError> Problems);
