using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Sales;

/// <summary>What a basket now says.</summary>
/// <param name="Sale">The basket.</param>
/// <param name="Line">The line that changed, or null.</param>
/// <param name="Price">Its price, or null.</param>
/// <param name="Total">The sum of all lines with taxes.</param>
/// <param name="Version">The version now stored.</param>
/// <param name="Warnings">What a cashier should know.</param>
/// <param name="KeptUntil">How long the stock is kept aside, or null.</param>
public sealed record BasketAnswer(
    SaleId Sale, int? Line, LinePrice? Price, Money Total, long Version, IReadOnlyList<SaleWarning> Warnings, Instant? KeptUntil = null);
