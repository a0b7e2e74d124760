namespace Clinic.EmergencyBilling.Stays;

/// <summary>What the time between closing and reopening is.</summary>
public enum GapMode
{
    /// <summary>The patient was away and came back: nothing is charged for it.</summary>
    NotBillable,

    /// <summary>It was closed by mistake: the clock never stood still.</summary>
    Billable,
}
