namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Everything a version of a tariff says about prices.</summary>
/// <remarks>Metering, caps, least and greatest charge and rounding of the version at the start hold for the whole stay; prices, surcharges and discounts for the time it is in force.</remarks>
public sealed record TariffTerms
{
    /// <summary>Which version prices a stay during which the tariff changes.</summary>
    public MidStayPolicy MidStay { get; init; }

    /// <summary>Which acuity prices a stay that was triaged again.</summary>
    public AcuityPolicy Acuity { get; init; }

    /// <summary>How measured time becomes billed time.</summary>
    public Metering Metering { get; init; } = Metering.Exact;

    /// <summary>The prices, in the order in which they are tried.</summary>
    public required IReadOnlyList<PriceComponent> Components { get; init; }

    /// <summary>The surcharges.</summary>
    public IReadOnlyList<Surcharge> Surcharges { get; init; } = [];

    /// <summary>What happens where several surcharges match.</summary>
    public SurchargeStacking Stacking { get; init; }

    /// <summary>At most one per day or rolling window, and one per stay.</summary>
    public IReadOnlyList<Cap> Caps { get; init; } = [];

    /// <summary>The least charge once anything is billed; null for none.</summary>
    public decimal? MinCharge { get; init; }

    /// <summary>The greatest charge; null for none.</summary>
    public decimal? MaxCharge { get; init; }

    /// <summary>The discounts, in the order in which they are tried; of each charge only one.</summary>
    public IReadOnlyList<Discount> Discounts { get; init; } = [];

    /// <summary>How lines become whole minor units.</summary>
    public MoneyMode Money { get; init; }

    /// <summary>What happens to half a minor unit.</summary>
    public MidpointRounding Midpoint { get; init; } = MidpointRounding.AwayFromZero;

    /// <summary>The smallest coin: what the patient owes is also said rounded to it, apart from total and tax; null for none.</summary>
    public decimal? CashStep { get; init; }

    /// <summary>Whether prices hold the tax.</summary>
    public TaxMode TaxMode { get; init; }

    /// <summary>The taxes that components name.</summary>
    public IReadOnlyList<TaxRule> Taxes { get; init; } = [TaxRule.Exempt];

    /// <summary>How payer and patient share; null when the patient pays all.</summary>
    public PayerSplit? Split { get; init; }
}
