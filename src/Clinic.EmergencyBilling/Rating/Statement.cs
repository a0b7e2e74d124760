using System.Collections.Immutable;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>The figures of a stay: what the running preview shows and what the final bill says.</summary>
public sealed record Statement
{
    /// <summary>The version of the rating rules; it changes when the same input would give other figures.</summary>
    public const string Engine = "2";

    /// <summary>The start of the stay on the clock's resolution.</summary>
    public required Instant From { get; init; }

    /// <summary>The end, or the instant of the preview, on the clock's resolution.</summary>
    public required Instant To { get; init; }

    /// <summary>Elapsed time from start to end, pauses included.</summary>
    public required Duration Presence { get; init; }

    /// <summary>Presence without pauses and carve-outs.</summary>
    public required Duration Running { get; init; }

    /// <summary>Running time after grace, minimum and blocks.</summary>
    public required Duration Billed { get; init; }

    /// <summary>The lines in the order of time, adjustments last.</summary>
    public required ImmutableArray<StatementLine> Lines { get; init; }

    /// <summary>The sum of the amounts of all lines.</summary>
    public required Money Subtotal { get; init; }

    /// <summary>All tax.</summary>
    public required Money Tax { get; init; }

    /// <summary>What is owed: the subtotal, and the tax unless prices hold it.</summary>
    public required Money Total { get; init; }

    /// <summary>What the patient owes: the total without what payers take.</summary>
    public required Money Patient { get; init; }

    /// <summary>What the patient pays in cash, in coins that exist; null when the tariff names no coin. Total and tax stay as they are.</summary>
    public required Money? Cash { get; init; }

    /// <summary>What paying in cash adds to what the patient owes, or takes off; null when the tariff names no coin.</summary>
    public Money? CashRounding => Cash is { } cash ? cash - Patient : null;

    /// <summary>The tax per rate.</summary>
    public required ImmutableArray<TaxTotal> Taxes { get; init; }

    /// <summary>The shares per payer; they sum to the total.</summary>
    public required ImmutableArray<PayerTotal> Payers { get; init; }

    /// <summary>The version at the start, whose metering, caps and rounding hold for the whole stay.</summary>
    public required TariffVersion Lead { get; init; }

    /// <summary>The zone of local dates and bands, as an IANA name.</summary>
    public required string Zone { get; init; }

    /// <summary>The version of the time zone data.</summary>
    public required string TzdbVersion { get; init; }

    /// <summary>Name and version of the holiday calendar; null when there was none.</summary>
    public required string? Calendar { get; init; }

    /// <summary>SHA-256 of all figures in lower-case hex: the same input gives the same everywhere.</summary>
    public string Fingerprint() => StatementContent.HashOf(this);
}
