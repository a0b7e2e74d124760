using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Tickets;

/// <summary>Which tickets are wanted; every part that is not null must hold.</summary>
public sealed record TicketQuery
{
    /// <summary>Only open or only resolved ones.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>The owner.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>What they are about.</summary>
    public TicketKind? Kind { get; init; }

    /// <summary>Due before this instant.</summary>
    public Instant? DueBefore { get; init; }

    /// <summary>Any of these receiving or serving departments; null for all.</summary>
    public IReadOnlyList<DepartmentId>? Departments { get; init; }

    /// <summary>The site of their dispensations.</summary>
    public SiteId? Site { get; init; }
}
