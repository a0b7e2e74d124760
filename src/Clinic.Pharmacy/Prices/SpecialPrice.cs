using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>A price apart from the list for a while, approved by somebody, for a segment or one patient.</summary>
public sealed class SpecialPrice
{
    private readonly SpecialPriceSnapshot state;

    private SpecialPrice(SpecialPriceSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public SpecialPriceId Id => state.Id;

    /// <summary>Where it holds.</summary>
    public SiteId Site => state.Site;

    /// <summary>What it is the price of.</summary>
    public PresentationId Presentation => state.Presentation;

    /// <summary>Who pays it.</summary>
    public PriceSegment Segment => state.Segment;

    /// <summary>The one patient it is for; null for the whole segment.</summary>
    public PatientId? Patient => state.Patient;

    /// <summary>The currency of the amount.</summary>
    public Currency Currency => state.Currency;

    /// <summary>The first date.</summary>
    public LocalDate From => state.From;

    /// <summary>The last date on which it holds, after an early end too.</summary>
    public LocalDate Last => state.End?.Last ?? state.Until;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards may rely on.</summary>
    public FactKey Fact => new("pharmacy.special-price", Id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields, the amount or the percentage are malformed; every one is named.</exception>
    public static SpecialPrice Restore(SpecialPriceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var failures = new Failures();
        failures.Text("reason", snapshot.Reason, 200);
        Field(failures, "presentation", snapshot.Presentation != default, "nothing", "the id of a presentation");
        Field(failures, "currency", snapshot.Currency != default, snapshot.Currency, "a currency of ISO 4217");
        Field(failures, "from", snapshot.From.Year is >= 2000 and <= 9998 && snapshot.Until.Year <= 9998, snapshot.From, "the years 2000 to 9998");
        Field(failures, "until", snapshot.Until >= snapshot.From, snapshot.Until, $"not before {snapshot.From:uuuu-MM-dd}");
        Field(failures, "amount", snapshot.Amount is null != snapshot.PercentOff is null, "both or neither", "an amount or a percentage");
        Field(failures, "per", snapshot.Per is null == snapshot.Amount is null && snapshot.Per?.Minimum is null, snapshot.Per, "a base unit or a pack with an amount, nothing with a percentage");
        Field(failures, "version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        if (snapshot.Amount is { } amount) PriceRule.Check(failures, PriceRule.Fixed(amount));
        if (snapshot.PercentOff is { } off)
            failures.Require(off > 0 && off <= 100 && decimal.Round(off, 4) == off, PharmacyRules.RateOutOfRange, ("field", "percentOff"), ("found", off), ("allowed", "above 0 to 100"));
        if (snapshot.End is { } end) failures.Text("reason", end.Reason, 200);
        failures.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Whether it holds on a date.</summary>
    public bool HoldsOn(LocalDate date) => date >= From && date <= Last;

    /// <summary>Whether both are for the same buyer and product on at least one date.</summary>
    public bool Overlaps(SpecialPrice other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Id != Id && other.Site == Site && other.Presentation == Presentation && other.Segment == Segment && other.Patient == Patient
            && other.Currency == Currency && From <= Last && other.From <= other.Last && From <= other.Last && other.From <= Last;
    }

    /// <summary>The same special price, ended before its time.</summary>
    /// <exception cref="PharmacyException">It ended already, or the date is not before its last.</exception>
    public SpecialPrice EndEarly(SpecialPriceEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        if (state.End is not null || end.Last >= state.Until) throw new PharmacyException(PharmacyRules.SpecialPriceEnded, ("special", Id), ("found", Last));
        return Restore(state with { End = end, Version = Version + 1 });
    }

    /// <summary>The whole state.</summary>
    public SpecialPriceSnapshot ToSnapshot() => state;

    private static void Field(Failures failures, string field, bool holds, object? found, string allowed) =>
        failures.Require(holds, PharmacyRules.FieldInvalid, ("field", field), ("found", found ?? "nothing"), ("allowed", allowed));
}
