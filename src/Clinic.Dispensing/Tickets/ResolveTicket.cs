using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;

namespace Clinic.Dispensing.Tickets;

/// <summary>Ends a ticket: explained, with the missing dose or waste where that is the explanation, or unexplained and booked.</summary>
public sealed record ResolveTicket : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.resolve-ticket";

    /// <summary>The ticket.</summary>
    public required TicketId Ticket { get; init; }

    /// <summary>Explained or not.</summary>
    public required TicketOutcome Outcome { get; init; }

    /// <summary>Why; 1 to 1,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The dose that was missing, where that explains it.</summary>
    public DoseData? MissingDose { get; init; }

    /// <summary>The waste that was missing, where that explains it; the approver stands as its witness.</summary>
    public WasteData? MissingWaste { get; init; }

    /// <summary>The second approval, where the class demands one.</summary>
    public PersonProof? Approver { get; init; }

    /// <summary>The station, 1 to 100 characters.</summary>
    public string Device { get; init; } = "station";
}
