using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Products;

/// <summary>What a scan at preparation says it is; nothing of it is trusted before it is compared.</summary>
/// <param name="Presentation">The presentation of the scanned GTIN; null when nobody knows it.</param>
/// <param name="LotNumber">The lot number in the code, or null.</param>
/// <param name="Expiration">The last usable date in the code, or null.</param>
public sealed record ScannedProduct(PresentationId? Presentation, string? LotNumber, LocalDate? Expiration);
