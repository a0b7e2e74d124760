namespace Clinic.EmergencyBilling.Live;

/// <summary>What a frame of the running timers says.</summary>
public enum LiveFrameKind
{
    /// <summary>All open stays of the site; takes the place of whatever was shown.</summary>
    Snapshot,

    /// <summary>Stays in which something happened; one that is neither running nor paused has ended.</summary>
    Changes,

    /// <summary>All open stays again, with their figures of this moment.</summary>
    Tick,
}
