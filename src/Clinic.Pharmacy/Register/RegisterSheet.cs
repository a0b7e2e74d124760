namespace Clinic.Pharmacy.Register;

/// <summary>An account with its lines in the order of the ledger.</summary>
/// <param name="Account">The account.</param>
/// <param name="Lines">The lines.</param>
public sealed record RegisterSheet(RegisterAccount Account, IReadOnlyList<RegisterLine> Lines);
