using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Allocation;

/// <summary>What is on hand and could not be picked, by reason; tells a person why there is too little.</summary>
/// <param name="Expired">Approved, but not usable through the asked date.</param>
/// <param name="NotApproved">On hold, quarantined, recalled or damaged.</param>
/// <param name="Reserved">Usable, but kept aside for others.</param>
/// <param name="BrokenPacks">Usable, but less than a pack that cannot be opened.</param>
public readonly record struct ExcludedStock(StockQuantity Expired, StockQuantity NotApproved, StockQuantity Reserved, StockQuantity BrokenPacks);
