namespace Clinic.Pharmacy.Packs;

/// <summary>How a pack stands.</summary>
/// <param name="Gtin">The product number.</param>
/// <param name="Serial">The serial number.</param>
/// <param name="State">The state now.</param>
public sealed record PackAnswer(string Gtin, string Serial, PackState State);
