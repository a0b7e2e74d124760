using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>What a scanner sent.</summary>
/// <param name="Text">The characters, FNC1 as U+001D; or the form for people, with brackets.</param>
public sealed record ParseScanRequest(string Text);

/// <summary>A date of a symbol.</summary>
/// <param name="Date">The day it means.</param>
/// <param name="Raw">The six digits as printed.</param>
public sealed record ScanDate(LocalDate Date, string Raw);

/// <summary>Another element of a symbol.</summary>
/// <param name="Identifier">The application identifier.</param>
/// <param name="Value">The value as printed.</param>
public sealed record ScanElement(string Identifier, string Value);

/// <summary>The presentation that carries the scanned product number.</summary>
/// <param name="Id">The id.</param>
/// <param name="Code">The clinic's own code.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Level">The pack level that was scanned; null for the base unit.</param>
public sealed record ScannedPresentation(PresentationId Id, string Code, string Name, string? Level);

/// <summary>What a symbol says; null is what it does not say.</summary>
/// <param name="Gtin">The product number, 14 digits.</param>
/// <param name="LotNumber">The lot number, exactly as printed.</param>
/// <param name="Serial">The serial number.</param>
/// <param name="Expiration">The last day of use.</param>
/// <param name="BestBefore">A matter of quality, not of safety.</param>
/// <param name="Production">When it was made.</param>
/// <param name="Others">All other elements.</param>
/// <param name="Presentation">The presentation of the product number, or null when none carries it.</param>
public sealed record ScanResponse(
    Gtin? Gtin, string? LotNumber, string? Serial, ScanDate? Expiration, ScanDate? BestBefore, ScanDate? Production, IReadOnlyList<ScanElement> Others,
    ScannedPresentation? Presentation);
