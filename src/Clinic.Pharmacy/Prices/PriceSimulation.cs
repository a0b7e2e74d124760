using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>What a price that nobody has published would give against the stock of today.</summary>
/// <param name="Presentation">What it is the price of.</param>
/// <param name="Per">What the price is for.</param>
/// <param name="Rule">The price.</param>
/// <param name="Lots">Every lot on hand at the site.</param>
/// <param name="All">Over all of them; null when nothing is on hand.</param>
/// <param name="LotsBelowCost">The lots that would be sold below their cost.</param>
public sealed record PriceSimulation(
    PresentationId Presentation, PricePer Per, PriceRule Rule, IReadOnlyList<SimulatedLot> Lots, PriceEarnings? All, IReadOnlyList<LotId> LotsBelowCost);
