namespace Clinic.Dispensing;

/// <summary>Permanent names of the events that dispensing publishes.</summary>
public static class DispensingEvents
{
    /// <summary>A request waits for an authoriser.</summary>
    public const string Requested = "dispensing.requested";

    /// <summary>A request was authorised; the pharmacy may prepare it.</summary>
    public const string Authorised = "dispensing.authorised";

    /// <summary>A request was declined, withdrawn, cancelled, stopped or lapsed.</summary>
    public const string Ended = "dispensing.ended";

    /// <summary>A preparation lost stock that was kept aside, and is on hold.</summary>
    public const string StockLost = "dispensing.stock-lost";

    /// <summary>A dispensation is ready for pick-up.</summary>
    public const string Ready = "dispensing.ready";

    /// <summary>A dispensation was handed over, in whole or in part.</summary>
    public const string HandedOver = "dispensing.handed-over";

    /// <summary>The time limit for use passed.</summary>
    public const string Overdue = "dispensing.overdue";

    /// <summary>A return waits to be counted.</summary>
    public const string ReturnDeclared = "dispensing.return-declared";

    /// <summary>A ticket was raised.</summary>
    public const string TicketRaised = "dispensing.ticket-raised";

    /// <summary>A ticket stayed open past its due time.</summary>
    public const string TicketEscalated = "dispensing.ticket-escalated";

    /// <summary>Something was billed for a visit to which nothing was ever dispensed.</summary>
    public const string BilledWithoutDelivery = "dispensing.billed-without-delivery";

    /// <summary>The books were closed, with or without a difference.</summary>
    public const string Closed = "dispensing.closed";

    /// <summary>Closed books were opened again.</summary>
    public const string Reopened = "dispensing.reopened";
}
