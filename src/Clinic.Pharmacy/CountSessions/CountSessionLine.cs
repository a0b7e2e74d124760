using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>One lot of a session with everything that was counted of it.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="Expiration">The last usable date, or null.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="UnitCost">What one base unit cost.</param>
/// <param name="IsControlled">Whether two people must count it.</param>
/// <param name="IsFound">Whether it was found here although it was not on the list.</param>
/// <param name="Frozen">What the ledger said when the list was frozen.</param>
/// <param name="Expected">What the ledger said at the instant of the deciding count; null until it was submitted.</param>
/// <param name="AskedIn">The round for which a recount was asked; 0 when none was.</param>
/// <param name="Entries">What was written down, in order.</param>
public sealed record CountSessionLine(
    LotId Lot, LotNumber Number, ExpirationDate? Expiration, PresentationId Presentation, UnitCost UnitCost, bool IsControlled, bool IsFound,
    StockQuantity Frozen, StockQuantity? Expected, int AskedIn, IReadOnlyList<CountEntry> Entries)
{
    /// <summary>The last entry of the first round, or null.</summary>
    [JsonIgnore]
    public CountEntry? First => Entries.LastOrDefault(e => e.Round == 1);

    /// <summary>The last entry of the last recount, or null.</summary>
    [JsonIgnore]
    public CountEntry? Recount => Entries.LastOrDefault(e => e.Round > 1);

    /// <summary>The entry that counts: the last recount, else the first count.</summary>
    [JsonIgnore]
    public CountEntry? Deciding => Recount ?? First;

    /// <summary>Counted less expected; null until both are known.</summary>
    [JsonIgnore]
    public StockQuantity? Difference => Deciding is { } e && Expected is { } expected ? e.Quantity - expected : null;

    /// <summary>Everybody who counted it, in any round and role.</summary>
    [JsonIgnore]
    public IEnumerable<PersonId> People => Entries.SelectMany(e => e.Second is { } s ? [e.By, s.Person] : (PersonId[])[e.By]).Distinct();

    /// <summary>Whether somebody must count it in a round.</summary>
    public bool IsAskedIn(int round) => round <= 1 || AskedIn == round;
}
