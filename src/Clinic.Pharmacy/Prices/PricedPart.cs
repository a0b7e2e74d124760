namespace Clinic.Pharmacy.Prices;

/// <summary>A part of a line that one price covers, such as two boxes or the seven tablets left over.</summary>
/// <param name="Per">What the price is for; that of a special price when one came first.</param>
/// <param name="UnitsPer">Base units of one of it.</param>
/// <param name="Count">How many of it; whole packs, or base units.</param>
/// <param name="Price">The price per one of it after discount and floor, to eight decimals; with tax if the list is.</param>
/// <param name="ListPrice">The same before discount and floor.</param>
/// <param name="Rule">The rule of the entry; null for a special amount, or where costs are hidden.</param>
/// <param name="FloorApplied">Whether the floor was charged instead.</param>
public sealed record PricedPart(PricePer Per, long UnitsPer, decimal Count, decimal Price, decimal ListPrice, PriceRule? Rule, bool FloorApplied);
