using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Tickets;

/// <summary>A ticket with the dispensation it belongs to.</summary>
/// <param name="Dispensation">The dispensation.</param>
/// <param name="Department">The receiving department, or null.</param>
/// <param name="Pharmacy">The serving department.</param>
/// <param name="Ticket">The ticket.</param>
public sealed record TicketView(DispensationId Dispensation, DepartmentId? Department, DepartmentId Pharmacy, Ticket Ticket);
