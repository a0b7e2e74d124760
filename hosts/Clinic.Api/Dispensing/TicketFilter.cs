using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Dispensing.Tickets;

namespace Clinic.Api.Dispensing;

/// <summary>Which tickets are asked for; every part that is missing takes all.</summary>
/// <param name="IsOpen">Only open or only resolved ones.</param>
/// <param name="Owner">Of one owner.</param>
/// <param name="Kind">About one kind of thing.</param>
/// <param name="DueBefore">Due before.</param>
/// <param name="Department">Of one receiving or serving department.</param>
public readonly record struct TicketFilter(bool? IsOpen, PersonId? Owner, Word<TicketKind>? Kind, Moment? DueBefore, DepartmentId? Department)
{
    internal TicketQuery Query => new()
    {
        IsOpen = IsOpen,
        Owner = Owner,
        Kind = Kind?.Value,
        DueBefore = DueBefore?.Value,
        Departments = Department is { } one ? [one] : null,
    };
}
