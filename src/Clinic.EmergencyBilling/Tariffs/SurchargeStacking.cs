namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>What happens where several surcharges match.</summary>
public enum SurchargeStacking
{
    /// <summary>The highest one; all must be of one kind.</summary>
    HighestOnly,

    /// <summary>All of them, each on the base.</summary>
    Sum,

    /// <summary>Percentages one on the other by priority, amounts added.</summary>
    Multiply,

    /// <summary>The first one by priority.</summary>
    FirstMatch,
}
