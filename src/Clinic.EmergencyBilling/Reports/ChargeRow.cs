using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>What a stay that has ended was charged, and who answers for it.</summary>
public sealed record ChargeRow
{
    /// <summary>The stay.</summary>
    public required StayId Stay { get; init; }

    /// <summary>The visit.</summary>
    public required EncounterId Encounter { get; init; }

    /// <summary>Where it stands.</summary>
    public required StayStatus Status { get; init; }

    /// <summary>The payer at the end; null for the patient alone.</summary>
    public string? Payer { get; init; }

    /// <summary>When the clock began, as is held now.</summary>
    public required Instant Started { get; init; }

    /// <summary>When the clock ended, as is held now.</summary>
    public required Instant Ended { get; init; }

    /// <summary>How the stay ended.</summary>
    public required Disposition? Disposition { get; init; }

    /// <summary>Elapsed time.</summary>
    public required Duration Presence { get; init; }

    /// <summary>Elapsed time without pauses and carve-outs; null without a bill.</summary>
    public Duration? Running { get; init; }

    /// <summary>The time that was billed; null without a bill.</summary>
    public Duration? Billed { get; init; }

    /// <summary>The versions of tariffs that priced it, by number and hash.</summary>
    public required IReadOnlyList<PricedBy> Tariffs { get; init; }

    /// <summary>The currency; null without a bill.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The sum of the lines of the last bill.</summary>
    public decimal Subtotal { get; init; }

    /// <summary>The tax of the last bill.</summary>
    public decimal Tax { get; init; }

    /// <summary>What the last bill asked for.</summary>
    public decimal Total { get; init; }

    /// <summary>What of it was taken back: all, as a negative amount, or zero.</summary>
    public decimal Credited { get; init; }

    /// <summary>What is owed by it now.</summary>
    public decimal Net => Total + Credited;

    /// <summary>The shares per payer of the last bill.</summary>
    public required IReadOnlyList<ChargePayer> Payers { get; init; }

    /// <summary>The last revision; null without a bill.</summary>
    public int? Revision { get; init; }

    /// <summary>What that revision is.</summary>
    public StatementKind? Kind { get; init; }

    /// <summary>Who closed it.</summary>
    public required PersonId? ClosedBy { get; init; }

    /// <summary>Where the close came from.</summary>
    public required StaySource? Source { get; init; }

    /// <summary>Who corrected, reopened or took time out, each once, in order.</summary>
    public required IReadOnlyList<PersonId> CorrectedBy { get; init; }

    /// <summary>Who stood by what was entered late or after the close, each once, in order.</summary>
    public required IReadOnlyList<PersonId> ApprovedBy { get; init; }

    /// <summary>Invoices and credit notes.</summary>
    public required IReadOnlyList<ChargeInvoice> Invoices { get; init; }
}
