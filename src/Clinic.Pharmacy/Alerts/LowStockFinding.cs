namespace Clinic.Pharmacy.Alerts;

/// <summary>Why stock is low.</summary>
/// <param name="OnHand">Usable base units.</param>
/// <param name="DaysOfSupply">How long they last, to one decimal downwards; null where consumption is not known.</param>
/// <param name="MinimumOnHand">The minimum in base units that is not met, or null.</param>
/// <param name="MinimumDays">The minimum in days that is not met, or null.</param>
public sealed record LowStockFinding(decimal OnHand, decimal? DaysOfSupply, decimal? MinimumOnHand, decimal? MinimumDays);
