using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>A price for the first block of time, then one for each further fraction.</summary>
/// <param name="Code">The component's code, unique in the version.</param>
/// <param name="Name">The name for people.</param>
/// <param name="TaxCode">A tax of the version.</param>
/// <param name="Size">What the first block covers.</param>
/// <param name="Price">Its price, from the first second.</param>
/// <param name="AddSize">The length of a fraction.</param>
/// <param name="AddPrice">The price of a fraction.</param>
/// <param name="AddThreshold">From which remainder on a fraction counts.</param>
public sealed record FirstBlockPrice(
    string Code, string Name, string TaxCode, Duration Size, decimal Price, Duration AddSize, decimal AddPrice, Duration AddThreshold)
    : PriceComponent(Code, Name, TaxCode);
