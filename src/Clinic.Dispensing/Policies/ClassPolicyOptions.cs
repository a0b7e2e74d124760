using NodaTime;

namespace Clinic.Dispensing.Policies;

/// <summary>What one class of medicines demands.</summary>
public sealed class ClassPolicyOptions
{
    /// <summary>How finely use is written down.</summary>
    /// <value>Default: one confirmation for standard medicines, else each dose.</value>
    public AccountabilityRule Accountability { get; set; }

    /// <summary>Whether nobody authorises their own request.</summary>
    /// <value>Default: true for high-alert and controlled medicines.</value>
    public bool AuthoriserDiffers { get; set; }

    /// <summary>Whether a prescription number is needed before authorisation.</summary>
    /// <value>Default: true for controlled medicines.</value>
    public bool NeedsPrescription { get; set; }

    /// <summary>Whether somebody else than the preparer checks the preparation.</summary>
    /// <value>Default: true for high-alert and controlled medicines.</value>
    public bool NeedsChecker { get; set; }

    /// <summary>Whether lots must be confirmed by a scan rather than by eye.</summary>
    /// <value>Default false.</value>
    public bool NeedsScan { get; set; }

    /// <summary>Whether requester, authoriser, preparer, deliverer and recipient are five different people.</summary>
    /// <value>Default: true for controlled medicines.</value>
    public bool AllDistinct { get; set; }

    /// <summary>Whether a second person authenticates at the hand-over.</summary>
    /// <value>Default: true for controlled medicines.</value>
    public bool NeedsSecondPerson { get; set; }

    /// <summary>Whether waste needs a witness who is neither actor nor recipient.</summary>
    /// <value>Default: true for high-alert and controlled medicines.</value>
    public bool WasteNeedsWitness { get; set; }

    /// <summary>Whether a ticket's resolution needs a second approval.</summary>
    /// <value>Default: true for controlled medicines.</value>
    public bool NeedsSecondApproval { get; set; }

    /// <summary>How long after the last hand-over use may take before it is overdue.</summary>
    /// <value>Default 24 hours; 12 for high-alert and controlled medicines.</value>
    public Duration UseWithin { get; set; } = Duration.FromHours(24);

    /// <summary>How long a ticket may stay open before it is escalated.</summary>
    /// <value>Default 72 hours; 24 for high-alert and controlled medicines.</value>
    public Duration TicketDue { get; set; } = Duration.FromHours(72);
}
