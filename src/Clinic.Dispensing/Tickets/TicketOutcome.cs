namespace Clinic.Dispensing.Tickets;

/// <summary>How a ticket ended.</summary>
public enum TicketOutcome
{
    /// <summary>Somebody explained it, and the books agree.</summary>
    Explained,

    /// <summary>Nobody could explain it; the difference was booked.</summary>
    Unexplained,
}
