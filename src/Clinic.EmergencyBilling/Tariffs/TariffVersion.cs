using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>One version of a tariff with its prices; immutable, and known by the hash of its content.</summary>
public sealed class TariffVersion
{
    private readonly TariffVersionSnapshot state;

    private readonly Lazy<RatingPlan> plan;

    internal TariffVersion(TariffSnapshot tariff, TariffVersionSnapshot state)
    {
        this.state = state;
        Tariff = tariff.Id;
        TariffName = tariff.Name;
        Key = tariff.Key;
        Currency = tariff.Currency;
        plan = new(() => new RatingPlan(this));
    }

    /// <summary>The tariff it belongs to.</summary>
    public TariffId Tariff { get; }

    /// <summary>The name of the tariff.</summary>
    public string TariffName { get; }

    /// <summary>For whom it is.</summary>
    public TariffKey Key { get; }

    /// <summary>The currency of its amounts.</summary>
    public Currency Currency { get; }

    /// <summary>Counts the versions of the tariff, from 1.</summary>
    public int Number => state.Number;

    /// <summary>From when on it prices, inclusive.</summary>
    public Instant EffectiveFrom => state.EffectiveFrom;

    /// <summary>Until when it prices, exclusive; null while open.</summary>
    public Instant? EffectiveTo => state.EffectiveTo;

    /// <summary>The prices.</summary>
    public TariffTerms Terms => state.Terms;

    /// <summary>Where it stands.</summary>
    public TariffStatus Status => state.Status;

    /// <summary>Who wrote it.</summary>
    public PersonId Author => state.Author;

    /// <summary>Who published it, or null.</summary>
    public PersonId? Approver => state.Approver;

    /// <summary>Why it was written.</summary>
    public string Reason => state.Reason;

    /// <summary>SHA-256 of key, currency, start and prices, in lower-case hex.</summary>
    public string ContentHash => state.ContentHash;

    internal RatingPlan Plan => plan.Value;

    internal TariffVersionSnapshot State => state;
}
