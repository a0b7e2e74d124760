namespace Clinic.Pharmacy.Alerts;

/// <summary>An average with what it was made of.</summary>
/// <param name="Days">Days looked at.</param>
/// <param name="DaysInStock">Those with something on hand.</param>
/// <param name="Net">What they used, in base units; never below zero.</param>
public sealed record ConsumptionRate(int Days, int DaysInStock, decimal Net)
{
    /// <summary>Base units per day in stock; null when nothing was ever there.</summary>
    public decimal? PerDay => DaysInStock == 0 ? null : Net / DaysInStock;
}
