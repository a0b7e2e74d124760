using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tickets;

namespace Clinic.Dispensing;

/// <summary>The content of every event of dispensing: ids and codes, nothing about the patient.</summary>
/// <param name="Dispensation">The dispensation.</param>
/// <param name="Status">Its dispense status.</param>
/// <param name="Accountability">Its accountability status.</param>
/// <param name="Department">The receiving department, or null.</param>
/// <param name="Pharmacy">The serving department.</param>
/// <param name="Ticket">The ticket, where the event is about one.</param>
/// <param name="TicketKind">What the ticket is about.</param>
public sealed record DispensationHappening(
    DispensationId Dispensation, DispenseStatus Status, AccountabilityStatus Accountability, DepartmentId? Department, DepartmentId Pharmacy,
    TicketId? Ticket = null, TicketKind? TicketKind = null);
