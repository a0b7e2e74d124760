using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;

namespace Clinic.Dispensing.Inquiries;

/// <summary>One dispensation end to end: who did what, every dose, return and waste, and what is left.</summary>
/// <param name="Dispensation">The whole state.</param>
/// <param name="Identities">Who requested, authorised, prepared, delivered and received.</param>
/// <param name="Doses">The whole dose log, oldest first.</param>
/// <param name="Wastes">All discarded remainders, oldest first.</param>
/// <param name="Accounts">Used, returned and wasted against delivered, per lot.</param>
public sealed record DispensationTrace(
    DispensationSnapshot Dispensation, IReadOnlyList<Identity> Identities, IReadOnlyList<DoseEntry> Doses, IReadOnlyList<WasteEntry> Wastes,
    IReadOnlyList<ReconciliationRow> Accounts);
