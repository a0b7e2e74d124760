using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>One line of a statement; the amounts of all lines sum exactly to the total.</summary>
/// <remarks>The default value is no line; statements hold none.</remarks>
public readonly record struct StatementLine
{
    internal long FromSecond { get; init; }

    internal long ToSecond { get; init; }

    internal long Count { get; init; }

    internal long Seconds { get; init; }

    internal decimal Weighted { get; init; }

    internal decimal Price { get; init; }

    internal long AmountUnits { get; init; }

    internal long TaxUnits { get; init; }

    internal long ShareUnits { get; init; }

    internal LineSource Source { get; init; }

    /// <summary>What it charges for.</summary>
    public LineKind Kind { get; init; }

    /// <summary>The code of the component, surcharge, cap or limit.</summary>
    public string Code => Source.Code;

    /// <summary>Its name for people; empty for caps and limits.</summary>
    public string Name => Source.Name;

    /// <summary>The first billed instant, inclusive.</summary>
    public Instant From => Instant.FromUnixTimeSeconds(FromSecond);

    /// <summary>The end of the billed stretch, exclusive; rounding may put it after the end of the stay.</summary>
    public Instant To => Instant.FromUnixTimeSeconds(ToSecond);

    /// <summary>The local date on which it begins.</summary>
    public LocalDate Date { get; init; }

    /// <summary>The band of the local clock in which it begins; null when the price holds all day.</summary>
    public TimeBand? Band { get; init; }

    /// <summary>Billed time that the line stands for; zero for flat amounts and adjustments.</summary>
    public Duration Billed => Duration.FromSeconds(Seconds);

    /// <summary>What the quantity counts.</summary>
    public LineUnit Unit { get; init; }

    /// <summary>The quantity, exact: hours are seconds over 3600.</summary>
    public decimal Quantity => Unit == LineUnit.Hour ? Count / 3600m : Count;

    /// <summary>The price of one unit, or the percentage.</summary>
    public decimal UnitPrice => Kind >= LineKind.Cap && Unit != LineUnit.Percent ? ExactAmount : Price;

    /// <summary>The amount before it became whole minor units.</summary>
    public decimal ExactAmount => Weighted / 3600m;

    /// <summary>The amount, within one minor unit of the exact one.</summary>
    public Money Amount => MinorUnits.ToMoney(AmountUnits, Version.Currency);

    /// <summary>The code of its tax.</summary>
    public string TaxCode => Source.TaxCode;

    /// <summary>Its part of the tax: on top of the amount, or within it when prices hold the tax.</summary>
    public Money Tax => MinorUnits.ToMoney(TaxUnits, Version.Currency);

    /// <summary>The payer, or null for the patient alone.</summary>
    public string? Payer { get; init; }

    /// <summary>What the payer takes of the amount and the tax on top; the rest is the patient's.</summary>
    public Money PayerShare => MinorUnits.ToMoney(ShareUnits, Version.Currency);

    /// <summary>The version that priced it.</summary>
    public TariffVersion Version => Source.Version;

    /// <summary>The hash of the version that priced it.</summary>
    public string TariffHash => Version.ContentHash;
}
