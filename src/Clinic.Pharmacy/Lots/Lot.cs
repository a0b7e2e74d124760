using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Lots;

/// <summary>One receipt of a manufacturer's lot number, with its own cost; recall goes by number.</summary>
public sealed class Lot
{
    private readonly LotSnapshot state;

    private Lot(LotSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public LotId Id => state.Id;

    /// <summary>What it is a lot of.</summary>
    public PresentationId Presentation => state.Presentation;

    /// <summary>The manufacturer's number, exactly as printed.</summary>
    public LotNumber Number => state.Number;

    /// <summary>The last usable date; null for what does not expire.</summary>
    public ExpirationDate? Expiration => state.Expiration;

    /// <summary>What one base unit cost, free goods spread.</summary>
    public UnitCost UnitCost => state.UnitCost;

    /// <summary>Decimals of its quantities.</summary>
    public int Scale => state.Scale;

    /// <summary>When it was received.</summary>
    public Instant Received => state.Received;

    /// <summary>Whether it may be used, apart from expiry.</summary>
    public LotStatus Status => state.Status;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => FactOf(Id);

    /// <summary>The fact of a lot's id.</summary>
    public static FactKey FactOf(LotId lot) => new("pharmacy.lot", lot.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static Lot Restore(LotSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Check("lotNumber", snapshot.Number != default, "nothing", "the manufacturer's number");
        fields.OptionalText("supplier", snapshot.Supplier, 200);
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>The lot after a trigger, one version on.</summary>
    /// <exception cref="PharmacyException">The trigger is not allowed in this status.</exception>
    public Lot Fire(LotTrigger trigger) =>
        new(state with { Status = LotLifecycle.Next(Id, Status, trigger), Version = Version + 1 });

    /// <summary>Whether the lot can no longer be used on a date.</summary>
    public bool IsExpiredOn(LocalDate today) => Expiration is { } e && e.IsExpiredOn(today);

    /// <summary>Why the lot may not be picked on a date; null when it may.</summary>
    public RuleFailure? WhyNotUsable(LocalDate today)
    {
        if (Status != LotStatus.Approved) return new(PharmacyRules.LotNotApproved, ("lot", Number), ("status", Status));
        return IsExpiredOn(today)
            ? new(PharmacyRules.LotExpired, ("lot", Number), ("expiry", Expiration), ("today", NodaTime.Text.LocalDatePattern.Iso.Format(today)))
            : null;
    }

    /// <summary>The same lot one version on: another lot of its number comes in, and a recall that did not see it must look again.</summary>
    internal Lot Touch() => new(state with { Version = Version + 1 });

    /// <summary>The whole state.</summary>
    public LotSnapshot ToSnapshot() => state;
}
