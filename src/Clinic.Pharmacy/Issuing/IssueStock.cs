using System.Text.Json.Serialization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Issuing;

/// <summary>Hands stock out to a department or patient.</summary>
public sealed record IssueStock : PharmacyCommand<IssueAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.issue-stock";

    /// <summary>Where the stock lies; must be a location to pick from.</summary>
    public required LocationId From { get; init; }

    /// <summary>What leaves, each presentation once; empty when a reservation says it.</summary>
    public IReadOnlyList<PickLine> Lines { get; init; } = [];

    /// <summary>The reservation whose stock leaves; null takes free stock.</summary>
    public ReservationId? Reservation { get; init; }

    /// <summary>Who receives it; null when nobody in particular.</summary>
    public IssueTarget? Target { get; init; }

    /// <summary>How lots are chosen; null means first expiry first, all or nothing.</summary>
    public AllocationPolicy? Policy { get; init; }

    /// <summary>When it was handed out; null means now.</summary>
    public Instant? Occurred { get; init; }

    /// <summary>Why; at most 200 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>The paper behind it; at most 60 characters.</summary>
    public string? Document { get; init; }

    /// <summary>The owner on whose behalf another domain hands it out; stock of its records moves only so. Never part of a request.</summary>
    [JsonIgnore]
    public string? OnBehalfOf { get; init; }

    /// <summary>The right that is needed; another domain's own act where it hands out by its own rules.</summary>
    internal PharmacyAct Act { get; init; } = PharmacyAct.Issue;
}
