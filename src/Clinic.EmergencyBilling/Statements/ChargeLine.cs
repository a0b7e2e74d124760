using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>One line of a recorded statement.</summary>
public sealed record ChargeLine
{
    /// <summary>Counts the lines, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it charges for.</summary>
    public required LineKind Kind { get; init; }

    /// <summary>The code of the component, surcharge, cap or limit.</summary>
    public required string Code { get; init; }

    /// <summary>Its name for people; empty for caps and limits.</summary>
    public required string Name { get; init; }

    /// <summary>The first billed instant, inclusive.</summary>
    public required Instant From { get; init; }

    /// <summary>The end of the billed stretch, exclusive; rounding may put it after the end of the stay.</summary>
    public required Instant To { get; init; }

    /// <summary>The local date on which it begins.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The band of the local clock; null when the price holds all day.</summary>
    public TimeBand? Band { get; init; }

    /// <summary>Billed time that it stands for; zero for flat amounts and adjustments.</summary>
    public required Duration Billed { get; init; }

    /// <summary>The quantity, hours rounded to four decimals for reading.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>What the quantity counts.</summary>
    public required LineUnit Unit { get; init; }

    /// <summary>The exact quantity: seconds where the unit is hours, else units.</summary>
    public required long Count { get; init; }

    /// <summary>The price of one unit, or the percentage.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>The amount before it became whole minor units, rounded to eight decimals for reading.</summary>
    public required decimal ExactAmount { get; init; }

    /// <summary>The exact amount times 3600, which needs no rounding.</summary>
    public required decimal ExactTimes3600 { get; init; }

    /// <summary>The amount.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The code of its tax.</summary>
    public required string TaxCode { get; init; }

    /// <summary>Its part of the tax.</summary>
    public required decimal Tax { get; init; }

    /// <summary>The payer, or null for the patient alone.</summary>
    public string? Payer { get; init; }

    /// <summary>What the payer takes of it.</summary>
    public required decimal PayerShare { get; init; }

    /// <summary>The hash of the tariff version that priced it.</summary>
    public required string TariffHash { get; init; }

    /// <summary>The line of the reversed statement, of credits only.</summary>
    public int? Reverses { get; init; }
}
