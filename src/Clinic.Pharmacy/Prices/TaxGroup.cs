using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Goods that are taxed alike, with the rate of every date.</summary>
public sealed class TaxGroup
{
    /// <summary>The most characters of a code.</summary>
    public const int LongestCode = 20;

    private readonly TaxGroupSnapshot state;

    private TaxGroup(TaxGroupSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public TaxGroupId Id => state.Id;

    /// <summary>The code that prices name, such as <c>IVA15</c>.</summary>
    public string Code => state.Code;

    /// <summary>Whether its goods are outside the tax.</summary>
    public bool IsExempt => state.IsExempt;

    /// <summary>Every rate that was ever set, in the order of setting.</summary>
    public IReadOnlyList<TaxRate> Rates => state.Rates;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards may rely on.</summary>
    public FactKey Fact => new("pharmacy.tax-group", Id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed or a rate is not 0 to 100 %; every one is named.</exception>
    public static TaxGroup Restore(TaxGroupSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var failures = new Failures();
        failures.Text("code", snapshot.Code, LongestCode);
        failures.Text("name", snapshot.Name, 120);
        failures.Require(snapshot.Rates.Count > 0, PharmacyRules.FieldInvalid, ("field", "rates"), ("found", 0), ("allowed", "at least one"));
        failures.Require(snapshot.Version >= 1, PharmacyRules.FieldInvalid, ("field", "version"), ("found", snapshot.Version), ("allowed", "1 or more"));
        for (var i = 0; i < snapshot.Rates.Count; i++)
        {
            var rate = snapshot.Rates[i];
            var most = snapshot.IsExempt ? 0m : 100m;
            failures.Require(rate.Percent >= 0 && rate.Percent <= most && decimal.Round(rate.Percent, 4) == rate.Percent,
                PharmacyRules.RateOutOfRange, ("field", "tax"), ("found", rate.Percent), ("allowed", snapshot.IsExempt ? "0" : "0 to 100"));
            failures.Text("reason", rate.Reason, 200);
            if (i > 0) failures.Require(rate.From >= snapshot.Rates[i - 1].From, PharmacyRules.PriceDateTooEarly, ("found", rate.From), ("allowed", snapshot.Rates[i - 1].From));
        }

        failures.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>The rate of a date; null before the first.</summary>
    public TaxRate? RateOn(LocalDate date) => state.Rates.LastOrDefault(r => r.From <= date);

    /// <summary>The same group with one rate more and perhaps another name, one version on.</summary>
    /// <exception cref="PharmacyException">The rate is not 0 to 100 %, or begins before the last one.</exception>
    public TaxGroup Add(TaxRate rate, string name)
    {
        ArgumentNullException.ThrowIfNull(rate);
        return Restore(state with { Name = name, Rates = [.. Rates, rate], Version = Version + 1 });
    }

    /// <summary>The whole state.</summary>
    public TaxGroupSnapshot ToSnapshot() => state;
}
