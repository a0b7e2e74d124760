using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>What a stay owed by its bill before and after a change.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Before">Before; zero after a credit, null where there was no bill.</param>
/// <param name="BeforeRevision">The revision that said so.</param>
/// <param name="After">After.</param>
/// <param name="AfterRevision">The revision that says so; the same one where the change made none.</param>
public sealed record ChangedMoney(Currency Currency, decimal? Before, int? BeforeRevision, decimal After, int AfterRevision);
