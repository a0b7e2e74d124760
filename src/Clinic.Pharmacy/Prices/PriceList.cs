using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>The prices of one segment at one site in one currency: one version, of which earlier ones stay readable.</summary>
public sealed class PriceList
{
    /// <summary>The most prices of a list.</summary>
    public const int MostEntries = 20_000;

    private readonly PriceListSnapshot state;

    private PriceList(PriceListSnapshot state, bool isPart = false)
    {
        this.state = state;
        IsPart = isPart;
    }

    /// <summary>The id, the same in every version.</summary>
    public PriceListId Id => state.Id;

    /// <summary>The clinic's own code, unique per tenant.</summary>
    public string Code => state.Code;

    /// <summary>Where it holds.</summary>
    public SiteId Site => state.Site;

    /// <summary>Who pays these prices.</summary>
    public PriceSegment Segment => state.Segment;

    /// <summary>The currency of every amount.</summary>
    public Currency Currency => state.Currency;

    /// <summary>The prices.</summary>
    public IReadOnlyList<PriceEntry> Entries => state.Entries;

    /// <summary>The date from which this version holds.</summary>
    public LocalDate Effective => state.Effective;

    /// <summary>Whether the list has ended for good.</summary>
    public bool IsRetired => state.IsRetired;

    /// <summary>Whether only some of the prices were read; such a list prices and is never changed or stored.</summary>
    public bool IsPart { get; }

    /// <summary>Counts the versions, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards may rely on.</summary>
    public FactKey Fact => new("pharmacy.price-list", Id.Value);

    /// <summary>The last date on which the list holds; null for no end. Before its first date when it was taken back in time.</summary>
    public LocalDate? Last => IsRetired ? Earlier(state.Until, Effective.PlusDays(-1)) : state.Until;

    /// <summary>Makes one version from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields, amounts or rates are malformed; every one is named.</exception>
    public static PriceList Restore(PriceListSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var failures = new Failures();
        PriceListCheck.Check(failures, snapshot);
        failures.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Whether this version may price on a date; whether a later version does is for the store to know.</summary>
    public bool HoldsOn(LocalDate date) => !IsRetired && date >= Effective && date >= state.From && (state.Until is null || date <= state.Until);

    /// <summary>Whether both are for the same segment, site and currency on at least one date.</summary>
    public bool Overlaps(PriceList other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Id != Id && other.Site == Site && other.Segment == Segment && other.Currency == Currency
            && (Last is null || other.state.From <= Last) && (other.Last is null || state.From <= other.Last)
            && (Last is null || state.From <= Last) && (other.Last is null || other.state.From <= other.Last);
    }

    /// <summary>The same version with only the prices of one presentation, or with none.</summary>
    public PriceList Part(PresentationId? presentation = null) => new(state with { Entries = [.. Entries.Where(e => e.Presentation == presentation)] }, isPart: true);

    /// <summary>The next version, with prices set and taken out.</summary>
    /// <param name="set">New and changed prices; one of the same presentation and per is replaced.</param>
    /// <param name="remove">Prices that end, by presentation and per.</param>
    /// <param name="name">The new name; null to keep it.</param>
    /// <param name="until">The new last date; null to keep it.</param>
    /// <param name="effective">The date from which it holds; not before this version's.</param>
    /// <param name="by">Who, when and why.</param>
    /// <exception cref="PharmacyException">The list is retired, the date too early, or the new prices are malformed.</exception>
    public PriceList Revise(
        IReadOnlyList<PriceEntry> set, IReadOnlyList<PriceEntryKey> remove, string? name, LocalDate? until, LocalDate effective, PriceSignature by)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(remove);
        ArgumentNullException.ThrowIfNull(by);
        var failures = CheckNext(effective);
        var kept = Entries.ToDictionary(e => new PriceEntryKey(e.Presentation, e.Per));
        foreach (var key in remove) failures.Require(kept.Remove(key), PharmacyRules.PriceMissing, ("presentation", key.Presentation), ("segment", Segment), ("date", effective));
        foreach (var e in set) kept[new(e.Presentation, e.Per)] = e;
        var next = Sign(by) with { Name = name ?? state.Name, Until = until ?? state.Until, Effective = effective, Entries = [.. kept.Values] };
        failures.Require(set.DistinctBy(e => (e.Presentation, e.Per)).Count() == set.Count, PharmacyRules.PriceEntryTwice, ("list", Code));
        failures.Require(kept.Count > 0, PharmacyRules.FieldInvalid, ("field", "entries"), ("found", 0), ("allowed", "at least one"));
        PriceListCheck.Check(failures, next);
        failures.ThrowIfAny();
        return new(next);
    }

    /// <summary>The last version: the list ends with the day before.</summary>
    /// <exception cref="PharmacyException">The list is retired already, or the date is too early.</exception>
    public PriceList Retire(LocalDate effective, PriceSignature by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var failures = CheckNext(effective);
        var next = Sign(by) with { IsRetired = true, Effective = effective };
        failures.Text("reason", by.Reason, 200);
        failures.ThrowIfAny();
        return new(next);
    }

    /// <summary>The whole state.</summary>
    public PriceListSnapshot ToSnapshot() => state;

    private static LocalDate? Earlier(LocalDate? left, LocalDate right) => left < right ? left : right;

    private Failures CheckNext(LocalDate effective)
    {
        if (IsPart) throw new InvalidOperationException("A price list of which only some prices were read cannot change.");
        var failures = new Failures();
        failures.Require(!IsRetired, PharmacyRules.Retired, ("kind", "price list"), ("id", Code));
        failures.Require(effective >= Effective, PharmacyRules.PriceDateTooEarly, ("found", effective), ("allowed", Effective));
        return failures;
    }

    private PriceListSnapshot Sign(PriceSignature by) =>
        state with { Author = by.Author, Approver = by.Approver, Reason = by.Reason, At = by.At, Version = Version + 1 };
}
