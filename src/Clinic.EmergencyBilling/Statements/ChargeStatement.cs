using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>A statement as it is shown, stored and invoiced: every figure as it was, with what it followed from.</summary>
public sealed record ChargeStatement
{
    /// <summary>What it is.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>The instant it speaks of: the end of the stay, or the moment of the preview.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The start of the stay.</summary>
    public required Instant From { get; init; }

    /// <summary>The end of the stay or the moment of the preview.</summary>
    public required Instant To { get; init; }

    /// <summary>Elapsed time from start to end, pauses included.</summary>
    public required Duration Presence { get; init; }

    /// <summary>Presence without pauses and carve-outs.</summary>
    public required Duration Running { get; init; }

    /// <summary>Running time after grace, minimum and blocks.</summary>
    public required Duration Billed { get; init; }

    /// <summary>The currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The lines; credits repeat those they reverse, negated.</summary>
    public required IReadOnlyList<ChargeLine> Lines { get; init; }

    /// <summary>The sum of the amounts of all lines.</summary>
    public required decimal Subtotal { get; init; }

    /// <summary>All tax.</summary>
    public required decimal Tax { get; init; }

    /// <summary>What is owed; negative for credits.</summary>
    public required decimal Total { get; init; }

    /// <summary>What the patient pays in cash, in coins that exist; null when the tariff names no coin.</summary>
    public decimal? Cash { get; init; }

    /// <summary>Whether prices hold the tax.</summary>
    public required TaxMode TaxMode { get; init; }

    /// <summary>The tax per rate.</summary>
    public required IReadOnlyList<ChargeTax> Taxes { get; init; }

    /// <summary>The shares per payer.</summary>
    public required IReadOnlyList<ChargePayer> Payers { get; init; }

    /// <summary>The versions that priced it; the first one's metering and caps hold for the whole stay.</summary>
    public required IReadOnlyList<PricedBy> Tariffs { get; init; }

    /// <summary>The zone of local dates and bands, as an IANA name.</summary>
    public required string Zone { get; init; }

    /// <summary>The version of the time zone data.</summary>
    public required string TzdbVersion { get; init; }

    /// <summary>Name and version of the holiday calendar; null when there was none.</summary>
    public string? Calendar { get; init; }

    /// <summary>The version of the rating rules.</summary>
    public required string Engine { get; init; }

    /// <summary>SHA-256 of all figures; the same input gives the same everywhere. Credits carry that of what they reverse.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The figures of a rating, in the form in which they are kept.</summary>
    public static ChargeStatement Of(Rating.Statement figures, StatementKind kind) => Recording.Of(figures, kind);
}
