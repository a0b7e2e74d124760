using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tickets;

namespace Clinic.Dispensing;

/// <summary>Where a dispensation stands after a command.</summary>
/// <param name="Dispensation">The dispensation.</param>
/// <param name="Status">Its dispense status.</param>
/// <param name="Accountability">Its accountability status.</param>
/// <param name="Version">Its version.</param>
/// <param name="Tickets">The tickets that the command raised.</param>
public sealed record DispensationAnswer(
    DispensationId Dispensation, DispenseStatus Status, AccountabilityStatus Accountability, long Version, IReadOnlyList<TicketId> Tickets);
