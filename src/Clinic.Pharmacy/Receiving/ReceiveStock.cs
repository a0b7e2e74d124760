using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Receiving;

/// <summary>Receives a supplier's delivery: each line becomes a lot with its own cost.</summary>
public sealed record ReceiveStock : PharmacyCommand<ReceiveAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.receive-stock";

    /// <summary>Where the goods are put.</summary>
    public required LocationId Location { get; init; }

    /// <summary>Who delivered; 1 to 200 characters.</summary>
    public required string Supplier { get; init; }

    /// <summary>The supplier's paper, such as the invoice number; at most 60 characters.</summary>
    public string? Document { get; init; }

    /// <summary>When it arrived; null means now.</summary>
    public Instant? Received { get; init; }

    /// <summary>The lots, at least one.</summary>
    public required IReadOnlyList<ReceiveLine> Lines { get; init; }
}
