using Clinic.Pharmacy.Gs1;

namespace Clinic.Pharmacy.Packs;

/// <summary>One physical pack: what its DataMatrix says, as registries compare it.</summary>
/// <param name="Gtin">The product number.</param>
/// <param name="Serial">The serial number, 1 to 20 characters; upper and lower case differ.</param>
/// <param name="LotNumber">The lot number; upper and lower case differ.</param>
/// <param name="Expiration">The expiration with the six digits that were printed: registries compare the text.</param>
public sealed record PackIdentity(Gtin Gtin, string Serial, string LotNumber, Gs1Date Expiration);
