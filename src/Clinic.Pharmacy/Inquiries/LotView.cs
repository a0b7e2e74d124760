using Clinic.Pharmacy.Lots;

namespace Clinic.Pharmacy.Inquiries;

/// <summary>A lot with what is derived today.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="IsExpired">Whether its expiration date is over at the site that received it.</param>
public sealed record LotView(Lot Lot, bool IsExpired);
